"""`kg push`: what is told, and where secrets come from and do not go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import Kg
from push.endpoint import Endpoint, basic, serving

from kg import store


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    """An endpoint, and an environment that holds no secret."""
    for name in ("KG_PUSH_USER", "KG_PUSH_PASSWORD", "KG_PUSH_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    with serving() as found:
        yield found


def test_a_push_is_told_and_counted(kg: Kg, output: Path, endpoint: Endpoint) -> None:
    total = store.read_identity(output).triples
    ended = kg("push", f"{endpoint.address}/update")
    assert (ended.status, ended.out) == (0, "")
    first, second = ended.err.splitlines()
    place = f"{endpoint.address}/update, the graph <https://example.org/kg/graph>"
    assert first.startswith(f"{place}: {total:,} triples sent, 0 taken away, ")
    assert second == f"It holds {total:,} triples, as the graph here does."
    assert "0 triples sent, 0 taken away, 0 requests" in kg("push", f"{endpoint.address}/update").err
    assert (output / "push.db").is_file()


def test_only_a_part_or_no_quotes(kg: Kg, output: Path, endpoint: Endpoint) -> None:
    kg("push", f"{endpoint.address}/update")
    ended = kg("push", f"{endpoint.address}/update", "--no-quotes")
    assert ended.status == 0 and " 0 triples sent" in ended.err
    assert not [quad for quad in endpoint.store if "The Otter Guild opposes Gull" in str(quad.object)]


def test_a_dry_run_reaches_nobody(kg: Kg, output: Path, endpoint: Endpoint) -> None:
    ended = kg("push", f"{endpoint.address}/update", "--dry-run", "--graph", "urn:g", "--batch", "100")
    assert ended.status == 0 and not endpoint.asked and not (output / "push.db").exists()
    assert "the graph <urn:g>:" in ended.err and ended.err.endswith("nothing was sent.\n")


def test_an_endpoint_that_holds_something_else_is_status_1(
    kg: Kg, output: Path, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.push.protocols.SENDERS", {"update": lambda *_: None})
    ended = kg("push", f"{endpoint.address}/update")
    assert ended.status == 1 and "It holds 0 triples, but the graph here" in ended.err


@pytest.mark.parametrize("way", ["environment", "file", "keyboard"])
def test_a_password_comes_from_everywhere_but_the_command_line(
    kg: Kg, output: Path, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    endpoint.authorization, endpoint.challenge = basic("ada", "se cret"), 'Basic realm="news"'
    words = ["push", f"{endpoint.address}/update", "--user", "ada"]
    if way == "environment":
        monkeypatch.setenv("KG_PUSH_PASSWORD", "se cret")
    elif way == "file":
        Path("secret").write_text("se cret\n# of the endpoint\n")
        words += ["--secret-file", "secret"]
    else:
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        monkeypatch.setattr("getpass.getpass", lambda _: "se cret")
    ended = kg(*words)
    assert ended.status == 0 and "se cret" not in ended.err
    assert b"se cret" not in (output / "push.db").read_bytes()


def test_a_token(kg: Kg, output: Path, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    endpoint.authorization = "Bearer abc"
    monkeypatch.setenv("KG_PUSH_TOKEN", "abc")
    assert kg("push", f"{endpoint.address}/update").status == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("http://127.0.0.1:1/sparql",), "nobody listens there (connection refused)"),
        (("nonsense",), "is no address of an endpoint"),
        (("http://ada:pw@127.0.0.1/sparql",), "Use --user and KG_PUSH_PASSWORD"),
        (("http://127.0.0.1:1/sparql", "--user", "ada"), "there is no password or token. Set KG_PUSH_PASSWORD"),
        (("http://127.0.0.1:1/sparql", "--auth", "kerberos"), "none of basic, digest, bearer"),
        (("http://127.0.0.1:1/sparql", "--secret-file", "nowhere"), "nowhere: cannot be read"),
        (("http://127.0.0.1:1/sparql", "--protocol", "ftp"), "no protocol is called 'ftp'"),
        (("http://127.0.0.1:1/sparql", "--out", "nowhere"), "Run `kg build` first"),
        (("http://127.0.0.1:1/sparql", "--state", "nowhere/push.db"), "cannot remember what was sent"),
        (("https://127.0.0.1:1/sparql", "--ca-file", "nowhere"), "nowhere"),
    ],
)
def test_what_goes_wrong_is_one_line(
    kg: Kg, output: Path, endpoint: Endpoint, words: tuple[str, ...], message: str
) -> None:
    ended = kg("push", *words)
    assert ended.status == 2 and message in ended.err and "Traceback" not in ended.err
    assert "pw@" not in ended.err
