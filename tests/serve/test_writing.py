"""The Graph Store Protocol for writing: who has the token puts, adds to and deletes graphs, and nobody else."""

from __future__ import annotations

import fcntl
import time
import urllib.error
import urllib.request
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from serve.server import serving

from kg import pipeline, validate
from kg.errors import KgError
from kg.serve import graph_store
from kg.serve.app import application
from kg.serve.served import Served
from kg.serve.writing import Writer, token_in
from kg.store import open_store, read_identity
from kg.store.members import members
from kg.store.readings import Readings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

TOKEN = "correct-horse-battery-staple"
PATH = "/rdf-graph-store"
NAME = "https://register.example/people"
ADA = b'<http://e.example/ada> <http://xmlns.com/foaf/0.1/name> "Ada Quill" .\n'
BO = b'<http://e.example/bo> <http://xmlns.com/foaf/0.1/name> "Bo Ek" .\n'
NT, TURTLE = "application/n-triples", "text/turtle"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "base.ttl").write_text('<http://e.example/c> <http://xmlns.com/foaf/0.1/name> "Cy Orr" .', "utf-8")
    pipeline.build([tmp_path / "base.ttl"], tmp_path / "out")
    return tmp_path / "out"


@pytest.fixture
def client(out: Path) -> Iterator[TestClient]:
    served = Served(out, writer=Writer(out, TOKEN))
    with TestClient(application(served), base_url="http://127.0.0.1:8765") as opened:
        yield opened


def send(
    client: TestClient, method: str, content: bytes = ADA, kind: str = NT, graph: str = NAME, **headers: str
) -> int:
    given = {"authorization": f"Bearer {TOKEN}", "content-type": kind, **headers}
    sent = None if method == "DELETE" else content
    return client.request(method, PATH, params={"graph": graph}, content=sent, headers=given).status_code


def ids(out: Path) -> list[str]:
    return [document.id for document in members(out, Readings(out))]


def said(client: TestClient, graph: str = NAME) -> set[str]:
    response = client.get(PATH, params={"graph": graph}, headers={"accept": NT})
    return (
        {str(quad.triple) for quad in parse(response.content, format=RdfFormat.N_TRIPLES)}
        if response.status_code == 200
        else set()
    )


def lines(*contents: bytes) -> set[str]:
    return {str(quad.triple) for quad in parse(b"".join(contents), format=RdfFormat.N_TRIPLES)}


def test_a_graph_is_put_replaced_added_to_and_deleted(client: TestClient, out: Path) -> None:
    before = read_identity(out).digest
    assert (send(client, "PUT"), said(client)) == (201, lines(ADA))
    assert (send(client, "PUT", BO), said(client)) == (204, lines(BO))
    assert (send(client, "POST", ADA), said(client)) == (204, lines(ADA, BO))
    assert validate.violations(open_store(out)) == []
    assert "Bo Ek" in client.get("/find?name=Bo Ek", follow_redirects=True, headers={"accept": "text/html"}).text
    assert (send(client, "DELETE"), said(client)) == (204, set())
    assert read_identity(out).digest == before


def test_the_running_server_answers_from_the_new_graph(client: TestClient) -> None:
    query = {"query": 'ASK { ?x <http://xmlns.com/foaf/0.1/name> "Ada Quill" }'}
    answers = [client.get("/sparql", params=query).json()["boolean"]]
    send(client, "PUT")
    answers.append(client.get("/sparql", params=query).json()["boolean"])
    assert answers == [False, True]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
@pytest.mark.parametrize(
    "authorization",
    ["", TOKEN, "Bearer", "Bearer ", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", f"Basic {TOKEN}", "Bearer ü"],
)
def test_nothing_is_done_without_the_token(client: TestClient, out: Path, method: str, authorization: str) -> None:
    before = read_identity(out).digest
    headers = {"authorization": authorization.encode(), "content-type": NT}
    response = client.request(method, PATH, params={"graph": NAME}, headers=headers)
    assert (response.status_code, response.headers["www-authenticate"]) == (401, "Bearer")
    assert read_identity(out).digest == before


@pytest.mark.parametrize("name", ["origin", "sec-fetch-site"])
def test_other_web_pages_cannot_write_even_with_the_token(client: TestClient, name: str) -> None:
    assert send(client, "PUT", **{name: "https://evil.example" if name == "origin" else "cross-site"}) == 403


@pytest.mark.parametrize(
    ("method", "content", "kind", "graph", "status"),
    [
        ("PUT", b"<http://a> <http://b>", TURTLE, NAME, 400),
        ("PUT", b"", TURTLE, NAME, 400),
        ("PUT", ADA, "text/plain", NAME, 415),
        ("PUT", ADA, "", NAME, 415),
        ("PUT", ADA, NT, "no iri", 400),
        ("PUT", ADA, NT, "", 400),
        ("PUT", ADA, NT, "urn:x#part=2", 400),
        ("PATCH", ADA, NT, NAME, 405),
        ("DELETE", b"", NT, "urn:nobody", 404),
        ("DELETE", b"", NT, "base.ttl", 400),
    ],
)
def test_what_is_wrong_is_said_and_changes_nothing(
    client: TestClient, out: Path, method: str, content: bytes, kind: str, graph: str, status: int
) -> None:
    before = read_identity(out).digest
    assert send(client, method, content, kind, graph) == status
    assert read_identity(out).digest == before


def test_the_default_graph_cannot_be_put(client: TestClient) -> None:
    headers = {"authorization": f"Bearer {TOKEN}", "content-type": NT}
    assert client.put(f"{PATH}?default", content=ADA, headers=headers).status_code == 400


def test_a_body_that_is_too_large_is_refused(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph_store, "_LARGEST", 50)
    assert send(client, "PUT") == 413


def test_an_article_is_not_changed_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("Brightwater sells the Gull drone to Ferrow County.", "utf-8")
    pipeline.build([tmp_path / "news.txt"], tmp_path / "out")
    writer = Writer(tmp_path / "out", TOKEN)
    with TestClient(application(Served(tmp_path / "out", writer=writer)), base_url="http://127.0.0.1:8765") as client:
        document = ids(tmp_path / "out")[0]
        assert send(client, "PUT", graph=f"https://example.org/kg/doc/{document}") == 403
        assert send(client, "PUT") == 201
        assert send(client, "DELETE") == 204


def test_the_last_graph_stays(tmp_path: Path, out: Path) -> None:
    with TestClient(application(Served(out, writer=Writer(out, TOKEN))), base_url="http://127.0.0.1:8765") as client:
        assert send(client, "PUT") == 201
        pipeline.remove(pipeline.Job(out), ["base.ttl"])
        assert send(client, "DELETE") == 409


def test_a_busy_folder_is_said_to_be_busy(client: TestClient, out: Path) -> None:
    from kg.store import claimed

    with claimed(out):
        assert send(client, "PUT") == 503


@pytest.mark.parametrize(
    ("content", "mode", "words"),
    [
        (TOKEN, 0o644, "chmod 600"),
        ("short", 0o600, "16 letters"),
        ("", 0o600, "16 letters"),
        ("two words and more of them", 0o600, "one word"),
        (None, 0o600, "no token can be read"),
    ],
)
def test_a_token_that_is_none_is_told(tmp_path: Path, content: str | None, mode: int, words: str) -> None:
    path = tmp_path / "token"
    if content is not None:
        path.write_text(content, "utf-8")
        path.chmod(mode)
    with pytest.raises(KgError, match=words):
        token_in(path)


def test_kg_serve_lets_those_write_who_have_the_token(tmp_path: Path, out: Path) -> None:
    token = tmp_path / "token"
    token.write_text(TOKEN, "utf-8")
    token.chmod(0o600)
    with serving(out, "--write-token-file", str(token)) as server:
        request = urllib.request.Request(f"{server.address}{PATH}?graph=urn:x:people", ADA, method="PUT")
        request.add_header("Content-Type", NT)
        with pytest.raises(urllib.error.HTTPError, match="401"):
            urllib.request.urlopen(request, timeout=60)
        request.add_header("Authorization", f"Bearer {TOKEN}")
        assert urllib.request.urlopen(request, timeout=60).status == 201
        assert "Ada Quill" in server.get(f"{PATH}?graph=urn:x:people", NT)[1]


def test_a_change_under_way_is_done_and_answered_before_the_server_stops(tmp_path: Path, out: Path) -> None:
    token = tmp_path / "token"
    token.write_text(TOKEN, "utf-8")
    token.chmod(0o600)
    many = b"".join(b'<http://e.example/%d> <http://e.example/p> "%d" .\n' % (i, i) for i in range(4000))
    with serving(out, "--write-token-file", str(token)) as server, ThreadPoolExecutor(1) as thread:
        headers = {"Content-Type": NT, "Authorization": f"Bearer {TOKEN}"}
        request = urllib.request.Request(f"{server.address}{PATH}?graph=urn:x:many", many, headers, method="PUT")
        answer = thread.submit(urllib.request.urlopen, request, timeout=60)
        wait_for_a_change(out)
        _, words = server.stop()
        assert answer.result().status == 201
    assert "Traceback" not in words
    assert "urn:x:many" in {document.source for document in members(out, Readings(out))}


def wait_for_a_change(out: Path) -> None:
    """Until somebody holds the folder."""
    with (out / ".lock").open() as lock:
        while not _is_held(lock.fileno()):
            time.sleep(0.01)


def _is_held(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    fcntl.flock(lock, fcntl.LOCK_UN)
    return False


def test_no_change_begins_after_the_server_is_told_to_stop(out: Path) -> None:
    served = Served(out, writer=Writer(out, TOKEN))
    served.writer.end()
    with TestClient(application(served), base_url="http://127.0.0.1:8765") as opened:
        assert send(opened, "PUT") == 503
    assert len(ids(out)) == 1


def test_a_token_is_read(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text(f"{TOKEN}\n", "utf-8")
    path.chmod(0o600)
    assert token_in(path) == TOKEN
    assert TOKEN not in repr(Writer(tmp_path, TOKEN))


def test_what_another_graph_says_already_is_refused_and_nothing_is_lost(client: TestClient) -> None:
    other = "https://register.example/others"
    assert send(client, "PUT", ADA) == 201
    assert send(client, "PUT", BO, graph=other) == 201
    assert send(client, "PUT", ADA, graph=other) == 409
    assert len(said(client)) == len(said(client, other)) == 1
    assert send(client, "PUT", ADA) in (200, 204)
