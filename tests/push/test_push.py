"""A graph at an endpoint is the graph here: whatever breaks off, nothing is lost and nothing doubled."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from push.endpoint import Endpoint, basic, forgotten, hang_up, serving, status
from pyoxigraph import NamedNode

from kg.errors import PushError
from kg.push import Access, Manner, Pushed, Target, plan, push

GRAPH = "urn:news"
LINES = [f'<urn:s{number:03}> <urn:p> "value {number}" .\n'.encode() for number in range(100)]
QUICK = Manner(connect=2, read=2, tries=3, sleep=lambda _: None)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "push.db"


def target(endpoint: Endpoint, protocol: str = "update", graph: str = GRAPH) -> Target:
    path = {"update": "/update", "graph-store": "/store"}[protocol]
    return Target(endpoint.address + path, graph, protocol)


def held(endpoint: Endpoint, graph: str = GRAPH) -> set[bytes]:
    """The lines that the endpoint has in a graph."""
    quads = endpoint.store.quads_for_pattern(None, None, None, NamedNode(graph))
    return {f"{quad.subject} {quad.predicate} {quad.object} .\n".encode() for quad in quads}


@pytest.mark.parametrize("protocol", ["update", "graph-store"])
def test_the_first_push_sends_all_in_portions_and_counts_it(endpoint: Endpoint, state: Path, protocol: str) -> None:
    done = push(LINES, target(endpoint, protocol), state, manner=QUICK, most=30)
    assert done == Pushed(inserted=100, deleted=0, requests=4, expected=100, found=100) and done.is_whole
    assert held(endpoint) == set(LINES)


@pytest.mark.parametrize("protocol", ["update", "graph-store"])
def test_a_second_push_of_the_same_graph_writes_nothing(endpoint: Endpoint, state: Path, protocol: str) -> None:
    push(LINES, target(endpoint, protocol), state, manner=QUICK)
    endpoint.asked.clear()
    assert push(reversed(LINES), target(endpoint, protocol), state, manner=QUICK).requests == 0
    assert {path for _, path, _, _ in endpoint.asked} == {"/query"}


def test_only_what_changed_is_sent(endpoint: Endpoint, state: Path) -> None:
    push(LINES, target(endpoint), state, manner=QUICK)
    changed = [*LINES[3:], b'<urn:s000> <urn:p> "another" .\n']
    endpoint.asked.clear()
    done = push(changed, target(endpoint), state, manner=QUICK)
    assert (done.inserted, done.deleted, done.requests, done.found) == (1, 3, 1, 98)
    assert held(endpoint) == set(changed)
    (body,) = endpoint.updates
    assert body.startswith(b"DELETE DATA") and body.count(b"\n<urn:s") + body.count(b"{<urn:s") == 4


def test_the_graph_store_adds_what_is_new_and_replaces_when_something_went(endpoint: Endpoint, state: Path) -> None:
    push(LINES[:50], target(endpoint, "graph-store"), state, manner=QUICK)
    assert push(LINES, target(endpoint, "graph-store"), state, manner=QUICK).inserted == 50
    done = push(LINES[1:], target(endpoint, "graph-store"), state, manner=QUICK)
    assert (done.inserted, done.found) == (99, 99) and held(endpoint) == set(LINES[1:])
    assert [method for method, path, _, _ in endpoint.asked if path.startswith("/store")] == ["PUT", "POST", "PUT"]


@pytest.mark.parametrize(
    "fault", [status(500, b"deadlock"), status(503), status(429, b"", Retry_After="1"), hang_up, forgotten]
)
@pytest.mark.parametrize("protocol", ["update", "graph-store"])
def test_a_passing_fault_is_got_over(endpoint: Endpoint, state: Path, protocol: str, fault: object) -> None:
    endpoint.faults += [lambda _: False, fault, fault]  # the first request counts
    assert push(LINES, target(endpoint, protocol), state, manner=QUICK, most=40).is_whole
    assert held(endpoint) == set(LINES)


@pytest.mark.parametrize("fault", [status(500, b"deadlock"), hang_up, forgotten])
@pytest.mark.parametrize("protocol", ["update", "graph-store"])
@pytest.mark.parametrize("after", [2, 3, 4])
def test_a_push_that_gave_up_goes_on(endpoint: Endpoint, state: Path, protocol: str, fault: object, after: int) -> None:
    endpoint.faults += [lambda _: False] * (after - 1) + [fault] * QUICK.tries
    with pytest.raises(PushError):
        push(LINES, target(endpoint, protocol), state, manner=QUICK, most=30)
    endpoint.faults.clear()
    done = push(LINES, target(endpoint, protocol), state, manner=QUICK, most=30)
    assert held(endpoint) == set(LINES) and done.is_whole
    assert done.inserted <= 100 - 30 * (after - 2)  # what was acknowledged is not sent again


def test_a_push_that_gave_up_goes_on_with_a_graph_that_changed_meanwhile(endpoint: Endpoint, state: Path) -> None:
    endpoint.faults += [lambda _: False] * 2 + [forgotten] * QUICK.tries
    with pytest.raises(PushError):
        push(LINES, target(endpoint), state, manner=QUICK, most=30)
    other = [*LINES[45:], b"<urn:z> <urn:p> <urn:o> .\n"]
    assert push(other, target(endpoint), state, manner=QUICK, most=30).is_whole
    assert held(endpoint) == set(other)


def test_triples_of_others_are_never_touched_unless_asked(endpoint: Endpoint, state: Path) -> None:
    endpoint.store.update(f"INSERT DATA {{ GRAPH <{GRAPH}> {{ <urn:a> <urn:b> 1 }} }}")
    with pytest.raises(PushError, match=r"holds 1 triples; 0 were sent from here.*--replace"):
        push(LINES, target(endpoint), state, manner=QUICK)
    assert len(held(endpoint)) == 1
    endpoint.store.update("INSERT DATA { GRAPH <urn:other> { <urn:a> <urn:b> 1 } }")
    assert push(LINES, target(endpoint), state, manner=QUICK, most=30, is_replacing=True).is_whole
    assert held(endpoint) == set(LINES) and len(held(endpoint, "urn:other")) == 1


def test_an_endpoint_that_was_emptied_gets_all_again(endpoint: Endpoint, state: Path) -> None:
    push(LINES, target(endpoint), state, manner=QUICK)
    endpoint.store.clear()
    assert push(LINES, target(endpoint), state, manner=QUICK).inserted == 100
    assert held(endpoint) == set(LINES)


def test_an_endpoint_that_lost_a_part_is_told(endpoint: Endpoint, state: Path) -> None:
    push(LINES, target(endpoint), state, manner=QUICK)
    endpoint.store.update(f"DELETE WHERE {{ GRAPH <{GRAPH}> {{ <urn:s001> ?p ?o }} }}")
    with pytest.raises(PushError, match="holds 99 triples; 100 were sent"):
        push(LINES, target(endpoint), state, manner=QUICK)


def test_the_default_graph(endpoint: Endpoint, state: Path) -> None:
    assert push(LINES, target(endpoint, graph="default"), state, manner=QUICK).is_whole
    assert push(LINES[1:], target(endpoint, graph="default"), state, manner=QUICK).deleted == 1
    assert push(LINES, target(endpoint, graph="default"), state, manner=QUICK, is_replacing=True).is_whole
    assert len(endpoint.store) == 100


def test_an_emptied_graph_is_emptied_there(endpoint: Endpoint, state: Path) -> None:
    push(LINES, target(endpoint, "graph-store"), state, manner=QUICK)
    assert push([], target(endpoint, "graph-store"), state, manner=QUICK).found == 0


def test_each_target_is_remembered_on_its_own(endpoint: Endpoint, state: Path) -> None:
    push(LINES, target(endpoint), state, manner=QUICK)
    assert push(LINES, target(endpoint, graph="urn:second"), state, manner=QUICK).inserted == 100
    assert push(LINES, target(endpoint), state, manner=QUICK).requests == 0


def test_a_plan_reaches_nobody_and_leaves_nothing(endpoint: Endpoint, state: Path) -> None:
    assert len(plan(LINES, target(endpoint), state, most=30)) == 4
    assert not endpoint.asked and not state.exists()
    push(LINES, target(endpoint), state, manner=QUICK)
    endpoint.asked.clear()
    assert [(len(s.deleted), len(s.inserted)) for s in plan(LINES[2:], target(endpoint), state)] == [(2, 0)]
    assert not endpoint.asked


def test_two_pushes_at_once_are_one_too_many(endpoint: Endpoint, state: Path) -> None:
    def again(_: object) -> None:
        push(LINES, target(endpoint), state, manner=QUICK)

    with pytest.raises(PushError, match="another push is going on"):
        push(LINES, target(endpoint), state, manner=QUICK, begun=lambda _: again)


def test_a_state_that_is_none_is_told(endpoint: Endpoint, state: Path) -> None:
    state.write_bytes(b"no database at all, but some other file that lies here" * 9)
    with pytest.raises(PushError, match="cannot remember what was sent"):
        push(LINES, target(endpoint), state, manner=QUICK)


@pytest.mark.parametrize(
    ("access", "header", "challenge"),
    [
        (Access("ada", "se:crét"), basic("ada", "se:crét"), 'Basic realm="x"'),
        (Access("ada", "secret", "basic"), basic("ada", "secret"), ""),
        (Access("", "token-1"), "Bearer token-1", ""),
        (Access("", "token-1", "bearer"), "Bearer token-1", "Bearer"),
    ],
)
def test_who_asks_is_proved(endpoint: Endpoint, state: Path, access: Access, header: str, challenge: str) -> None:
    endpoint.authorization, endpoint.challenge = header, challenge
    assert push(LINES, target(endpoint), state, manner=QUICK, access=access).is_whole
    assert access.secret not in repr(access) and access.secret.encode() not in state.read_bytes()


def test_a_user_that_digest_cannot_name_is_told(endpoint: Endpoint, state: Path) -> None:
    endpoint.authorization, endpoint.challenge = "none", 'Digest realm="x", nonce="1", qop="auth"'
    with pytest.raises(PushError, match="Digest takes no user name with such letters"):
        push(LINES, target(endpoint), state, manner=QUICK, access=Access("漢", "secret"))


def test_a_wrong_password_is_one_line_and_is_not_tried_again(endpoint: Endpoint, state: Path) -> None:
    endpoint.authorization, endpoint.challenge = basic("ada", "right"), "Basic"
    with pytest.raises(PushError, match=r"the name or the password is wrong.*\(401\)") as told:
        push(LINES, target(endpoint), state, manner=QUICK, access=Access("ada", "wrong"))
    assert "\n" not in str(told.value) and len(endpoint.asked) == 2


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (status(403, b"<h1>Not you</h1>"), r"this user may not write there \(403\)\. Not you"),
        (status(400, b"line 1: syntax error\nhere\x1b[31m"), r"refused \(400\)\. line 1: syntax error here \[31m"),
        (status(404), r"refused \(404\)"),
        (
            status(302, b"", Location="http://elsewhere.example/sparql"),
            r"sends on to http://elsewhere.example/sparql, which",
        ),
        (status(307, b"", Location="/other"), "sends on to /other, which is not followed"),
        (status(200, b"<html>welcome</html>"), "does not answer SPARQL queries. Name where to ask with --query-at"),
        (status(200, b"x" * 3_000_000), "does not answer SPARQL queries"),
    ],
)
def test_a_refusal_is_one_line_and_is_not_tried_again(
    endpoint: Endpoint, state: Path, fault: object, message: str
) -> None:
    endpoint.faults.append(fault)
    with pytest.raises(PushError, match=message) as told:
        push(LINES, target(endpoint), state, manner=QUICK)
    assert "\n" not in str(told.value) and len(endpoint.asked) == 1


def test_nothing_is_sent_elsewhere_whatever_the_environment_says(
    endpoint: Endpoint, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setitem(os.environ, name, proxy.address)
        assert push(LINES, target(endpoint), state, manner=QUICK).is_whole
        assert not proxy.asked
        asked = Manner(connect=2, read=2, tries=1, proxy=proxy.address)
        endpoint.asked.clear()
        push(LINES, target(endpoint, graph="urn:by-proxy"), state, manner=asked)
        assert proxy.asked and not endpoint.asked


def test_a_dead_endpoint_is_one_line_at_once(state: Path) -> None:
    with serving() as endpoint:
        place = target(endpoint)
    with pytest.raises(PushError, match=r"nobody listens there \(connection refused\)\. Tried 1 time;"):
        push(LINES, place, state, manner=QUICK)


def test_a_silent_endpoint_is_given_up(endpoint: Endpoint, state: Path) -> None:
    endpoint.faults += [lambda request: bool(request.rfile.read(1)) or True] * 2  # waits for more than there is
    with pytest.raises(PushError, match=r"no answer in time\. Tried 2 times"):
        push(LINES, target(endpoint), state, manner=Manner(1, 0.2, 2, sleep=lambda _: None))


def test_the_pauses_grow_and_heed_what_the_endpoint_asks(endpoint: Endpoint, state: Path) -> None:
    slept: list[float] = []
    endpoint.faults += [status(503), status(503), status(503, b"", Retry_After="7")]
    assert push(LINES, target(endpoint), state, manner=Manner(2, 2, 5, sleep=slept.append)).is_whole
    assert slept == [1.0, 2.0, 7.0]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this machine that nobody vouches for, and its key, in one file."""
    path = tmp_path_factory.mktemp("certificate") / "own.pem"
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    command = ["openssl", "req", "-x509", *kind, *names, "-keyout", path, "-out", f"{path}.crt"]
    subprocess.run(command, check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + Path(f"{path}.crt").read_bytes())
    return path


def test_a_certificate_that_nobody_vouches_for_is_refused(state: Path, certificate: Path) -> None:
    with serving(certificate) as endpoint:
        place = Target(f"https://localhost:{endpoint.port}/update", GRAPH)
        with pytest.raises(PushError, match="its certificate is not trusted"):
            push(LINES, place, state, manner=QUICK)
        assert not endpoint.asked
        trusting = Manner(connect=2, read=2, tries=1, authorities=str(certificate))
        assert push(LINES, place, state, manner=trusting).is_whole
