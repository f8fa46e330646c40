"""Addresses that are sound, and secrets that nobody can overhear."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import PushError
from kg.push import Access, Manner, Target, push


@pytest.mark.parametrize(
    ("endpoint", "asked_at"),
    [
        ("https://a.example/sparql", "https://a.example/sparql"),
        ("https://a.example/sparql-auth", "https://a.example/sparql-auth"),
        ("https://a.example/sparql-graph-crud-auth", "https://a.example/sparql-auth"),
        ("https://a.example/repositories/news/statements", "https://a.example/repositories/news"),
        ("https://a.example/repositories/news/rdf-graphs/service", "https://a.example/repositories/news"),
        ("http://127.0.0.1:7878/update", "http://127.0.0.1:7878/query"),
        ("http://127.0.0.1:7878/store", "http://127.0.0.1:7878/query"),
        ("http://127.0.0.1:3030/news/data", "http://127.0.0.1:3030/news/query"),
    ],
)
def test_the_usual_servers_are_asked_where_they_answer(endpoint: str, asked_at: str) -> None:
    assert Target(endpoint, "urn:g").query_address == asked_at


@pytest.mark.parametrize(
    ("endpoint", "graph", "more", "message"),
    [
        ("a.example/sparql", "urn:g", {}, "is no address"),
        ("file:///etc/passwd", "urn:g", {}, "is no address"),
        ("https://a.example/sparql#x", "urn:g", {}, "is no address"),
        ("https://a.example:99999/sparql", "urn:g", {}, "is no address"),
        ("https://a.example/a b", "urn:g", {}, "is no address"),
        ("https://ada:secret@a.example/sparql", "urn:g", {}, "holds a name or password"),
        ("https://a.example/sparql", "urn:x> {} } ; DROP ALL #", {}, "is no IRI"),
        ("https://a.example/sparql", "news", {}, "is no IRI"),
        ("https://a.example/sparql", "urn:g", {"protocol": "ftp"}, "no protocol is called"),
        ("https://a.example/sparql", "urn:g", {"asked_at": "https://b.example/sparql"}, "on another host"),
    ],
)
def test_what_is_no_target_is_told_in_a_line(endpoint: str, graph: str, more: dict[str, str], message: str) -> None:
    with pytest.raises(PushError, match=message) as told:
        Target(endpoint, graph, **more)
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("kind", ["basic", "bearer"])
def test_a_secret_is_not_sent_where_others_can_listen(kind: str, tmp_path: Path) -> None:
    place = Target("http://192.0.2.1/sparql", "urn:g")
    with pytest.raises(PushError, match="others could read the secret on the way"):
        push([], place, tmp_path / "push.db", access=Access("ada", "secret", kind), manner=Manner(0.1, 0.1, 1))


def test_a_secret_is_not_sent_unencrypted_to_where_it_is_only_counted(tmp_path: Path) -> None:
    place = Target("https://192.0.2.1/update", "urn:g", asked_at="http://192.0.2.1/query")
    with pytest.raises(PushError, match=r"http://192\.0\.2\.1/query: others could read the secret"):
        push([], place, tmp_path / "push.db", access=Access("", "token"), manner=Manner(0.1, 0.1, 1))


@pytest.mark.parametrize("access", [("ada", "se\ncret"), ("a\rda", "secret"), ("", "tökén"), ("", "to\x00ken")])
def test_what_no_header_can_hold_is_told_without_telling_it(access: tuple[str, str]) -> None:
    with pytest.raises(PushError, match="characters that cannot be sent") as told:
        Access(*access)
    assert access[1] not in str(told.value)
