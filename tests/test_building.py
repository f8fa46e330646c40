"""Building a graph from Python: made, added to, taken from, looked over, restored."""

from __future__ import annotations

from pathlib import Path

import pytest
from news import Newsroom, without_model

import kg
from kg.errors import NotFound, StoreError


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A newsroom whose articles are read without a model."""
    without_model(monkeypatch)
    return Newsroom(tmp_path / "news", 3)


def test_a_graph_is_built_changed_and_looked_over(room: Newsroom, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = kg.build(room.folder, out=out).to_rdflib()
    heard: list[str] = []
    options = kg.Options(progress=lambda document: heard.append(document.source))
    more = kg.add(room.write(99), out=out, options=options)
    assert len(more.to_rdflib()) > len(first) and "news-99.txt" in heard
    assert set(kg.remove("news-99.txt", out=out).to_rdflib()) == set(first)
    assert kg.verify(out=out) == []


def test_what_is_damaged_is_told_and_restored(room: Newsroom, tmp_path: Path) -> None:
    out = tmp_path / "out"
    kg.build(room.folder, out=out)
    (out / "store" / "CURRENT").write_text("nothing\n")
    assert any("--rebuild" in fault for fault in kg.verify(out=out))
    kg.restore(out=out)
    assert kg.verify(out=out) == []


def test_an_article_that_is_not_there_is_named(room: Newsroom, tmp_path: Path) -> None:
    kg.build(room.folder, out=tmp_path / "out")
    with pytest.raises(NotFound, match=r"no article 'news-77\.txt'"):
        kg.remove("news-77.txt", out=tmp_path / "out")


def test_without_a_graph_there_is_nothing_to_look_over(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        kg.verify(out=tmp_path)


def test_an_option_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="nosuch"):
        kg.build(tmp_path, out=tmp_path / "out", nosuch=1)  # type: ignore[call-arg]


@pytest.mark.model
def test_build_returns_the_graph_and_what_was_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bo Lund owns the mill.")
    (tmp_path / "b.txt").write_text("")
    graph = kg.build([tmp_path / "a.txt", str(tmp_path / "b.txt")], out=tmp_path / "out", site="Mill Gazette")
    assert graph.summary is not None and graph.summary.documents == 1
    assert [(item.source, item.reason) for item in graph.summary.skipped] == [("b.txt", "is empty")]
    assert (tmp_path / "out" / "graph.html").is_file()
    assert graph.about("Bo Lund")
