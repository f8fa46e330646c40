"""Damage to a folder of a graph is found and named, and a rebuild mends it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from news import Newsroom, without_model
from pyoxigraph import Store

from kg import pipeline, store
from kg.store import state, verify
from kg.store.verify import faults


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A newsroom with a graph in `out` beside it."""
    without_model(monkeypatch)
    made = Newsroom(tmp_path / "news", 1, 4)
    pipeline.build([made.folder], tmp_path / "out")
    return made


def _lose_a_triple(out: Path) -> None:
    opened = Store(str(out / "store"))
    opened.remove(next(iter(opened)))


def _cut_a_reading(out: Path) -> None:
    path = min((out / "readings").iterdir())
    path.write_bytes(path.read_bytes()[:-20])


def _empty_the_store(out: Path) -> None:
    for path in (out / "store").glob("*.sst"):
        path.write_bytes(b"")


def _scribble(name: str):  # type: ignore[no-untyped-def]
    return lambda out: (out / "store" / name).write_text("[]")


def _break_off(out: Path) -> None:
    (out / "store" / "updating").write_bytes(b"")


def _spoil_the_turtle(out: Path) -> None:
    (out / "graph.ttl").write_text("<a:b> <a:c> <a:d> .")


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (_lose_a_triple, "store: triples should be"),
        (_cut_a_reading, "damaged or gone, of doc:"),
        (_empty_the_store, "damaged store"),
        (_scribble("state.json"), "what it was made from is not known"),
        (_scribble("kg.json"), "identity file"),
        (_break_off, "a change was broken off"),
        (_spoil_the_turtle, "graph.ttl: damaged"),
    ],
)
def test_damage_is_named_and_mended(room: Newsroom, tmp_path: Path, harm, words: str) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "out"
    before = store.read_identity(out), (out / "graph.ttl").read_bytes()
    assert faults(out) == []
    harm(out)
    found = faults(out)
    assert any(words in fault for fault in found), found
    assert all("\n" not in fault and "kg " in fault for fault in found)
    pipeline.make(pipeline.Job(out, is_afresh=True), [room.folder])
    assert faults(out) == []
    assert (store.read_identity(out), (out / "graph.ttl").read_bytes()) == before


@pytest.mark.parametrize("harm", [_lose_a_triple, _cut_a_reading, _spoil_the_turtle, lambda out: None])
def test_two_processes_find_what_one_finds(  # type: ignore[no-untyped-def]
    room: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm
) -> None:
    harm(tmp_path / "out")
    found = faults(tmp_path / "out")
    monkeypatch.setattr(verify, "_MANY", 0)
    assert faults(tmp_path / "out") == found
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))  # no other process can be had
    assert faults(tmp_path / "out") == found


def test_a_graph_is_made_anew_of_its_readings_alone(room: Newsroom, tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = store.read_identity(out)
    for path in room.folder.iterdir():
        path.unlink()
    _lose_a_triple(out)
    pipeline.restore(pipeline.Job(out, is_afresh=True))
    assert faults(out) == [] and store.read_identity(out) == before
    assert state.read(out) is not None
