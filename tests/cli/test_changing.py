"""`kg add`, `kg remove`, `kg verify` and `kg build --rebuild`: what they do, tell, and how they end."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Kg
from news import without_model

MILL, DAM = "Halden sells Gull. Bo Lund opposes Halden.", "Ada Lund greets Port Ashby."


@pytest.fixture
def folder(kg: Kg, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two articles and their graph."""
    without_model(monkeypatch)
    Path("news").mkdir()
    Path("news/mill.txt").write_text(MILL)
    Path("news/dam.txt").write_text(DAM)
    assert kg("build", "news").status == 0
    return Path("output")


def names(kg: Kg) -> str:
    return kg("query", "SELECT ?n { ?e rdfs:label ?n ; kg:mentionedIn ?d } ORDER BY ?n", "-f", "csv").out


def test_an_article_comes_and_goes(kg: Kg, folder: Path) -> None:
    before = (folder / "graph.ttl").read_bytes(), names(kg)
    Path("more.txt").write_text("Ferrow County outruns Gull.")
    ended = kg("add", "more.txt")
    assert ended.status == 0 and "3 articles" in ended.out
    assert "Ferrow County" in names(kg)
    assert "Ferrow County" in (folder / "graph.html").read_text("utf-8")
    assert kg("validate").status == kg("verify").status == 0
    assert kg("remove", "more.txt").status == 0
    assert ((folder / "graph.ttl").read_bytes(), names(kg)) == before


def test_an_article_is_replaced_by_its_path(kg: Kg, folder: Path) -> None:
    Path("news/dam.txt").write_text("Ada Lund greets Ferrow County.")
    ended = kg("add", "news/dam.txt")
    assert "2 articles" in ended.out
    assert "Port Ashby" not in names(kg) and "Ferrow County" in names(kg)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("remove", "mil.txt"), "kg: the graph has no article 'mil.txt'. Did you mean mill.txt"),
        (("remove", "mill.txt", "dam.txt"), "would leave no article"),
        (("add", "more.txt", "--out", "nowhere"), "kg: nowhere: "),
        (("verify", "--out", "nowhere"), "no such folder"),
        (("build", "--rebuild", "--out", "nowhere"), "kg: nowhere: "),
        (("remove", ""), "kg: the graph has no article ''"),
    ],
)
def test_wrong_use_is_one_line_and_changes_nothing(kg: Kg, folder: Path, words: tuple[str, ...], reason: str) -> None:
    before = (folder / "graph.ttl").read_bytes()
    Path("more.txt").write_text("Gull greets Halden.")
    ended = kg(*words)
    assert (ended.status, ended.err.count("\n")) == (2, 1), ended.err
    assert reason in ended.err
    assert (folder / "graph.ttl").read_bytes() == before
    assert not Path("nowhere").exists()


def test_damage_is_told_and_mended(kg: Kg, folder: Path) -> None:
    (folder / "store" / "CURRENT").write_text("nothing\n")
    ended = kg("verify")
    assert ended.status == 1 and "--rebuild" in ended.out
    assert kg("build", "--rebuild").status == 0
    assert kg("verify").status == 0


def test_a_large_graph_leaves_its_files_and_says_so(kg: Kg, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.pipeline.job._SMALL", 10)
    before = (folder / "graph.ttl").read_bytes(), (folder / "graph.html").read_bytes()
    Path("news/mill.txt").write_text("Halden greets Gull.")
    ended = kg("build", "news")
    assert "output/graph.ttl shows an earlier graph" in ended.err
    assert ((folder / "graph.ttl").read_bytes(), (folder / "graph.html").read_bytes()) == before
    assert kg("export", "--to", "output/graph.ttl").status == kg("view").status == 0
    assert "earlier" not in kg("build", "news").err
    assert kg("validate").status == 0


def test_what_showed_an_article_that_is_gone_goes_too(kg: Kg, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.pipeline.job._SMALL", 10)
    assert kg("view", "Halden").status == 0
    ended = kg("remove", "mill.txt")
    assert ended.status == 0
    for name, command in (("graph.ttl", "kg export --to output/graph.ttl"), ("graph.html", "kg view")):
        line = f"output/{name} showed what was taken out, and was deleted, since this graph is large: {command} writes"
        assert line in ended.err
    assert "output/graph-Halden.html may have shown what was taken out, and was deleted." in ended.err
    assert "open output/graph.html" not in ended.err
    assert not [path.name for path in folder.glob("graph*")]
    assert kg("validate").status == kg("verify").status == 0
    assert "output/graph.ttl is not there" in kg("add", "news/mill.txt").err


def test_a_small_graph_is_shown_anew_without_what_is_gone(kg: Kg, folder: Path) -> None:
    assert kg("view", "Halden").status == 0
    assert kg("remove", "mill.txt").status == 0
    assert sorted(path.name for path in folder.glob("graph*")) == ["graph.html", "graph.ttl"]
    assert not any(b"mill.txt" in path.read_bytes() for path in folder.glob("graph*"))


@pytest.mark.parametrize("command", ["build", "add"])
def test_an_empty_name_is_not_the_working_folder(kg: Kg, folder: Path, command: str) -> None:
    before = (folder / "graph.ttl").read_bytes()
    ended = kg(command, "")
    assert ended.status == 2 and "an empty name names no file or folder" in ended.err
    assert (folder / "graph.ttl").read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("build", "news", "--out", ""),
        ("query", "--out", " "),
        ("export", "--to", ""),
        ("build", "news", "--ledger", ""),
    ],
)
def test_no_option_takes_an_empty_name(kg: Kg, words: tuple[str, ...]) -> None:
    ended = kg(*words)
    assert ended.status == 2 and "an empty name names no file or folder" in " ".join(ended.err.split())
