"""What a graph was made from comes back as it was, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from graphs import article, resolve, say, triples

from kg import store
from kg.store import state
from kg.store.state import Counts, State

RIVER = article("River", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))
WHO = resolve(RIVER, replaced=(("Gul", "Gull"),), judged=(("Gull", "it is a product"),))


def made(graph: str) -> State:
    """A state of a graph with that digest."""
    return State(graph, "inputs", "run", "base", "model", ("mine.ttl",), "", Counts(documents=1), (("a", "1"),))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with a graph and its state."""
    store.replace(tmp_path, triples(RIVER), notes=lambda it: {state.FILE: state.dump(made(it.digest), WHO)})
    return tmp_path


def test_a_state_comes_back(out: Path) -> None:
    back = state.read(out)
    assert back == made(store.read_identity(out).digest)
    assert state.is_sure(out, back)
    assert state.read_resolution(out) == WHO


def test_a_state_of_another_graph_is_not_sure(out: Path) -> None:
    assert not state.is_sure(out, made("0"))


@pytest.mark.parametrize("content", [b"", b"{}\n", b"[1]\n[2]\n", b"\xff", b'{"Counts":[]}\n'])
def test_damage_is_no_state(out: Path, content: bytes) -> None:
    (out / "store" / state.FILE).write_bytes(content)
    assert state.read(out) is None
    assert state.read_resolution(out) is None


def test_where_there_is_no_graph_there_is_no_state(tmp_path: Path) -> None:
    assert state.read(tmp_path) is None
