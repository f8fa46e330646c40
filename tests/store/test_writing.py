"""A graph on disk is whole or absent, says what it is, and opens through one door."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from graphs import article, say, triples
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Triple, parse

from kg import rdf, store
from kg.errors import StoreError
from kg.store import writing

RIVER = article("River", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))
HILL = article("Hill", "Ada Quill leads Marsh Watch.", say("Ada Quill", "kg:headOf", "Marsh Watch"))


def test_what_is_written_is_there(tmp_path):
    identity = store.write(tmp_path / "out", triples(RIVER))
    opened = store.open_store(tmp_path / "out")
    assert len(opened) == identity.triples
    assert (identity.statements, identity.facts, identity.entities, identity.documents) == (1, 1, 2, 1)
    assert store.read_identity(tmp_path / "out") == identity
    assert len(store.open_store(tmp_path / "out" / "store")) == identity.triples


def test_a_large_graph_is_loaded_in_parts(tmp_path, monkeypatch):
    whole = store.write(tmp_path / "whole", triples(RIVER, HILL))
    monkeypatch.setattr(writing, "_AT_ONCE", 10)
    assert store.write(tmp_path / "parts", triples(RIVER, HILL)) == whole
    assert len(store.open_store(tmp_path / "parts")) == whole.triples


def test_writing_again_replaces_all(tmp_path):
    store.write(tmp_path, triples(RIVER))
    store.write(tmp_path, triples(HILL))
    text = (tmp_path / "graph.ttl").read_text("utf-8")
    assert "Ada Quill" in text and "Gull" not in text
    assert not any(store.select(store.open_store(tmp_path), "SELECT ?s { ?s kg:sells ?o }"))
    assert sorted(p.name for p in tmp_path.iterdir()) == [".lock", "graph.ttl", "store"]


def test_the_same_graph_gives_the_same_turtle(tmp_path):
    store.write(tmp_path / "a", triples(RIVER, HILL))
    store.write(tmp_path / "b", reversed(list(triples(HILL, RIVER))))
    assert (tmp_path / "a/graph.ttl").read_bytes() == (tmp_path / "b/graph.ttl").read_bytes()
    assert store.read_identity(tmp_path / "a") == store.read_identity(tmp_path / "b")


def test_no_path_or_time_is_kept(tmp_path):
    store.write(tmp_path, triples(RIVER))
    for path in (p for p in tmp_path.rglob("*") if p.is_file()):
        assert str(tmp_path).encode() not in path.read_bytes(), path


def test_turtle_says_what_the_store_says(tmp_path):
    store.write(tmp_path, triples(RIVER, HILL))
    in_turtle = {quad.triple for quad in parse(path=str(tmp_path / "graph.ttl"), format=RdfFormat.TURTLE)}
    assert in_turtle == set(store.store_triples(store.open_store(tmp_path)))


def test_a_passage_reads_well_in_turtle():
    text = store.turtle(store.sorted_lines(triples(RIVER))).decode()
    assert "#char=0,11> a kg:Mention" in text
    assert "\\#" not in text


@given(st.text(max_size=60), st.from_regex(r"doc:[a-z]{0,3}\\{1,3}#char\\{1,3}=1\\{1,3},2"))
def test_no_text_is_taken_for_a_passage(text, trap):
    triple = Triple(rdf.LABEL, rdf.LABEL, rdf.literal(text + trap))
    back = [quad.triple for quad in parse(store.turtle(store.sorted_lines([triple])), format=RdfFormat.TURTLE)]
    assert back == [triple]


def _empty(path):
    (path / "store").mkdir()


def _emptied(path):
    store.write(path, triples(RIVER))
    for file in (path / "store").iterdir():
        file.unlink()


def _foreign(path):
    (path / "store").mkdir()
    (path / "store" / "notes.txt").write_text("mine")


def _scribbled(path):
    store.write(path, triples(RIVER))
    (path / "store" / store.IDENTITY).write_text("{}")


def _newer(path):
    store.write(path, triples(RIVER))
    identity = json.loads((path / "store" / store.IDENTITY).read_text())
    (path / "store" / store.IDENTITY).write_text(json.dumps({**identity, "format": 99}))


def _damaged(path):
    store.write(path, triples(RIVER))
    (path / "store" / "CURRENT").write_text("nothing\n")


@pytest.mark.parametrize(
    "harm, words",
    [
        (lambda path: path.rmdir(), "no such folder"),
        (lambda path: None, "holds no graph yet"),
        (_empty, "empty"),
        (_emptied, "empty"),
        (_foreign, "not written by kg"),
        (_scribbled, "identity"),
        (_newer, "another version"),
        (_damaged, "damaged"),
    ],
)
def test_a_folder_without_a_whole_store_is_named(tmp_path, harm, words):
    place = tmp_path / "out"
    place.mkdir()
    harm(place)
    with pytest.raises(StoreError, match=words) as caught:
        store.open_store(place)
    assert "\n" not in str(caught.value) and "kg build" in str(caught.value)


def test_a_file_in_the_way_is_named(tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(StoreError, match="cannot write"):
        store.write(tmp_path / "out", triples(RIVER))
    with pytest.raises(StoreError, match="not a folder"):
        store.open_store(tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def test_a_folder_of_somebody_else_is_left_as_it_is(tmp_path):
    _foreign(tmp_path)
    with pytest.raises(StoreError, match="not written by kg, and left as it is"):
        store.write(tmp_path, triples(RIVER))
    assert (tmp_path / "store" / "notes.txt").read_text() == "mine"


def test_a_file_called_store_is_left_as_it_is(tmp_path):
    (tmp_path / "store").write_text("mine")
    with pytest.raises(StoreError):
        store.write(tmp_path, triples(RIVER))
    assert (tmp_path / "store").read_text() == "mine"


def test_an_empty_store_folder_is_used(tmp_path):
    _empty(tmp_path)
    assert store.write(tmp_path, triples(RIVER)).statements == 1


def test_a_crash_between_the_renames_loses_nothing(tmp_path):
    store.write(tmp_path, triples(RIVER))
    (tmp_path / "store").rename(tmp_path / ".store.old")
    assert len(store.open_store(tmp_path)) > 0
    store.write(tmp_path, triples(HILL))
    assert sorted(p.name for p in tmp_path.iterdir()) == [".lock", "graph.ttl", "store"]


def test_a_failing_reader_leaves_the_old_graph(tmp_path):
    store.write(tmp_path, triples(RIVER))
    before = (tmp_path / "graph.ttl").read_bytes()

    def broken():
        yield from triples(HILL)
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        store.write(tmp_path, broken())
    assert (tmp_path / "graph.ttl").read_bytes() == before
    assert any(store.select(store.open_store(tmp_path), "SELECT ?s { ?s kg:sells ?o }"))


def test_a_reader_keeps_its_graph_while_another_is_written(tmp_path):
    store.write(tmp_path, triples(RIVER))
    reader = store.open_store(tmp_path)
    store.write(tmp_path, triples(HILL))
    assert any(store.select(reader, "SELECT ?s { ?s kg:sells ?o }"))


WRITER = """
import sys
sys.path[:0] = {tests!r}
from kg import store
from test_writing import RIVER, HILL
from graphs import triples
for _ in range(200):
    store.write({out!r}, triples(RIVER)); store.write({out!r}, triples(HILL))
"""


def _writer(out):
    tests = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]
    return subprocess.Popen([sys.executable, "-c", WRITER.format(tests=tests, out=str(out))], stderr=subprocess.PIPE)


def test_a_second_writer_is_refused(tmp_path):
    with store.claimed(tmp_path), pytest.raises(StoreError, match="another kg is writing"):
        store.write(tmp_path, triples(RIVER))


@pytest.mark.parametrize("wait", [0.05, 0.12, 0.2, 0.31, 0.47])
def test_a_killed_writer_leaves_a_whole_graph(tmp_path, wait):
    store.write(tmp_path, triples(RIVER))
    writer = _writer(tmp_path)
    deadline = time.monotonic() + 20
    first = store.read_identity(tmp_path).digest
    while store.read_identity(tmp_path).digest == first and time.monotonic() < deadline:
        time.sleep(0.005)
    time.sleep(wait)
    writer.kill()
    writer.wait()
    assert len(store.open_store(tmp_path)) == store.read_identity(tmp_path).triples > 0
    store.write(tmp_path, triples(RIVER))
    assert len(store.open_store(tmp_path)) == store.read_identity(tmp_path).triples


def test_rdflib_holds_the_same_triples(tmp_path):
    memory = store.load(triples(RIVER, HILL))
    graph = store.to_rdflib(memory)
    assert len(graph) == len(memory)
    assert {str(o) for o in graph.objects()} >= {"Brightwater", "0.8"}
