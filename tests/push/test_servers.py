"""The graph sent to servers that people run: counted there, gone on with after a kill, and refused in a line."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import requests
from graphs import article, graph, say
from push.servers import oxigraph, virtuoso
from requests.auth import HTTPDigestAuth

from kg import store
from kg.errors import PushError
from kg.export import Selection, selected
from kg.push import Access, Manner, Target, push

DBA = Access("dba", "dba")
QUICK = Manner(connect=5, read=60, tries=3, pause=0.2)
ODD = [
    "C:\\users \\u0041 \\\\u0042 \\",
    "tab\t line\n return\r \"quotes\" 'others'",
    "\x01 \x7f \u2028 é 漢 😀",
    "'''\"\"\" <b>&amp;{}$?x @en ^^",
]


def news(many: int = 150) -> list[bytes]:
    """The lines of a graph of some size, with texts that are hard to quote."""
    sale = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County")
    articles = [
        article(f"News {number}", f"Brightwater sells Gull to Ferrow County. {ODD[number % len(ODD)]} {number}.", sale)
        for number in range(many)
    ]
    return store.sorted_lines(store.store_triples(graph(*articles)))


@pytest.fixture(scope="module")
def lines() -> list[bytes]:
    return news()


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    """Oxigraph's address by its name."""
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as address:
        yield {"oxigraph": address}


@pytest.fixture(scope="module")
def debian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Virtuoso."""
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as address:
        yield address


VIRTUOSO = [("/sparql-auth", "update"), ("/sparql-graph-crud-auth", "graph-store")]
OXIGRAPH = [("/update", "update"), ("/store", "graph-store")]


def asked(target: Target, access: Access | None = None) -> set[str]:
    """The texts of articles that a graph has at its endpoint."""
    name = "https://example.org/kg/ontology#text"
    query = f"SELECT ?o {{ GRAPH <{target.graph}> {{ ?s <{name}> ?o }} }}"
    auth = HTTPDigestAuth(access.user, access.secret) if access else None
    headers = {"Accept": "application/sparql-results+json"}
    answer = requests.post(target.query_address, data={"query": query}, headers=headers, auth=auth, timeout=30)
    return {row["o"]["value"] for row in answer.json()["results"]["bindings"]}


def check(target: Target, lines: list[bytes], state: Path, access: Access | None = None) -> None:
    """Push a graph, again, a part of it, and all again; each time the endpoint holds it."""
    assert push(lines, target, state, access=access, manner=QUICK).is_whole
    texts = asked(target, access)
    assert len(texts) == 150 and all(any(odd in text for text in texts) for odd in ODD)
    assert push(lines, target, state, access=access, manner=QUICK).requests == 0
    less = [line for line in lines if b"News_7" not in line]
    part = push(less, target, state, access=access, manner=QUICK)
    assert part.is_whole and part.found is not None and part.found < len(lines)
    assert push(lines, target, state, access=access, manner=QUICK).is_whole
    assert asked(target, access) == texts


@pytest.mark.parametrize(("path", "protocol"), VIRTUOSO)
def test_virtuoso_holds_the_graph(debian: str, lines: list[bytes], tmp_path: Path, path: str, protocol: str) -> None:
    check(Target(debian + path, f"urn:{protocol}", protocol), lines, tmp_path / "push.db", DBA)


@pytest.mark.parametrize(("path", "protocol"), OXIGRAPH)
def test_oxigraph_holds_the_graph(
    servers: Mapping[str, str], lines: list[bytes], tmp_path: Path, path: str, protocol: str
) -> None:
    check(Target(servers["oxigraph"] + path, f"urn:{protocol}", protocol), lines, tmp_path / "push.db")


def test_virtuoso_refuses_a_wrong_password_in_a_line(debian: str, tmp_path: Path) -> None:
    with pytest.raises(PushError, match="the name or the password is wrong") as told:
        push(news(1), Target(f"{debian}/sparql-auth", "urn:no"), tmp_path / "push.db", access=Access("dba", "wrong"))
    assert "\n" not in str(told.value)


def test_virtuoso_refuses_strangers_in_a_line(debian: str, tmp_path: Path) -> None:
    with pytest.raises(PushError, match=r"/sparql: .*[Pp]ermission") as told:
        push(news(1), Target(f"{debian}/sparql", "urn:no"), tmp_path / "push.db", manner=Manner(tries=1))
    assert "\n" not in str(told.value)


def test_what_was_in_the_graph_is_replaced_when_asked(debian: str, tmp_path: Path) -> None:
    target = Target(f"{debian}/sparql-auth", "urn:others")
    push(news(2), target, tmp_path / "one.db", access=DBA, manner=QUICK)
    with pytest.raises(PushError, match="0 were sent from here"):
        push(news(1), target, tmp_path / "two.db", access=DBA, manner=QUICK)
    assert push(news(1), target, tmp_path / "two.db", access=DBA, manner=QUICK, is_replacing=True).is_whole


@pytest.mark.parametrize(("path", "protocol"), VIRTUOSO)
def test_a_push_that_was_killed_goes_on(debian: str, tmp_path: Path, path: str, protocol: str) -> None:
    out = tmp_path / "output"
    store.write(out, (quad.triple for quad in graph(*(_article(number) for number in range(60)))))
    words = ["push", debian + path, "--protocol", protocol, "--graph", f"urn:killed:{protocol}", "--user", "dba"]
    command = [sys.executable, "-m", "kg", *words, "--out", str(out), "--batch", "100"]
    environment = {**os.environ, "KG_PUSH_PASSWORD": "dba"}
    total, before = store.read_identity(out).triples, 0
    for _ in range(3):
        process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
        before = _kill_after(process, out / "push.db", before + 300)
    assert 0 < before < total
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert f"It holds {total:,} triples, as the graph here does." in ended.stderr
    sent = int(ended.stderr.partition(" triples sent")[0].rpartition(" ")[2].replace(",", ""))
    assert sent <= total - before
    again = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert " 0 triples sent, 0 taken away, 0 requests" in again.stderr


def _article(number: int):
    sale = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County")
    return article(f"News {number}", f"Brightwater sells Gull to Ferrow County for {number} dollars.", sale)


def _kill_after(process: subprocess.Popen[bytes], state: Path, most: int) -> int:
    """Kill a push that has sent so much; what it has sent by then."""
    end, size = time.monotonic() + 30, 0
    while time.monotonic() < end and process.poll() is None and size < 1:
        time.sleep(0.01)
        size = _journal(state, most)
    process.send_signal(signal.SIGKILL)
    process.wait()
    with sqlite3.connect(state) as connection:
        return int(connection.execute("SELECT COUNT(*) FROM acknowledged").fetchone()[0])


def _journal(state: Path, most: int) -> int:
    """Whether the file has grown to hold so many lines: a push keeps it locked, so that its size must tell."""
    return int(state.exists() and state.stat().st_size > most * 130)


def test_without_quotes_no_sentence_reaches_the_endpoint(servers: Mapping[str, str], tmp_path: Path) -> None:
    part = selected(graph(_article(1), _article(2)), Selection(without_quotes=True))
    target = Target(f"{servers['oxigraph']}/update", "urn:bare")
    assert push(store.sorted_lines(store.store_triples(part)), target, tmp_path / "push.db", manner=QUICK).is_whole
    query = f'ASK {{ GRAPH <{target.graph}> {{ ?s ?p ?o FILTER(CONTAINS(STR(?o), "to Ferrow County for")) }} }}'
    headers = {"Accept": "application/sparql-results+json"}
    answer = requests.post(target.query_address, data={"query": query}, headers=headers, timeout=30)
    assert answer.json()["boolean"] is False
