"""`kg build` and `kg demo`: what is written, what is told, how it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import Ended, Kg

from kg import building
from kg.store import verify

MILL = "Bright Brewery bought the old mill on Monday. The Otter Guild opposes the sale."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "mill.md").write_text(f"---\ntitle: Mill sold\ndate: 2025-03-05\n---\n{MILL}")
    return folder


@pytest.mark.model
def test_build_writes_store_turtle_and_page(kg: Kg, articles: Path) -> None:
    ended = kg("build", "articles")
    assert ended.status == 0
    assert sorted(path.name for path in Path("output").iterdir() if not path.name.startswith(".")) == [
        "graph.html",
        "graph.ttl",
        "readings",
        "store",
    ]
    assert ended.out.startswith("1 article, ")
    assert "asserted" in ended.out and "relation" in ended.out
    assert "output/graph.html" in ended.err


@pytest.mark.model
def test_a_bad_file_is_named_and_the_rest_is_built(kg: Kg, articles: Path) -> None:
    (articles / "empty.txt").write_text("")
    (articles / "paper.pdf").write_bytes(b"%PDF-1.7")
    ended = kg("build", "articles", "nowhere.txt")
    assert ended.status == 3
    assert "kg: skipped articles/empty.txt: is empty" in ended.err
    assert "kg: skipped articles/paper.pdf:" in ended.err
    assert "kg: skipped nowhere.txt: cannot be opened: No such file or directory" in ended.err
    assert "Otter Guild" in kg("query", "SELECT ?n { ?e rdfs:label ?n ; kg:mentionedIn ?d }").out


@pytest.mark.model
def test_sentences_too_long_to_be_read_are_counted_at_every_build(kg: Kg, articles: Path) -> None:
    endless = "a guild said that Bright Brewery sold boats and " * 50
    (articles / "transcript.txt").write_text(f"{MILL}\n\n{endless}\n")
    told = "kg: transcript.txt: 2,398 of its characters are not read: no sentence ends there within 2,000"
    read = kg("extract", "articles/transcript.txt")
    assert read.status == 3 and told in read.err and "boats" not in read.out
    for _ in range(2):
        ended = kg("build", "articles")
        assert ended.status == 3
        assert told in ended.err
    shown = kg("read", "articles/transcript.txt")
    assert shown.status == 3 and told in shown.err and "left out: no sentence ends" in shown.out
    assert "4 sentences" in ended.out  # two in each article


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("nowhere.txt", None, "nowhere.txt: cannot be opened: No such file or directory"),
        ("empty.txt", b"", "empty.txt: is empty"),
        ("binary.txt", b"\0\1\2", "binary.txt: is a binary file"),
        ("folder", None, "folder: cannot be opened"),
    ],
)
def test_a_build_without_any_article_is_one_line_and_leaves_the_graph(
    kg: Kg, output: Path, name: str, content: bytes | None, reason: str
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    before = (output / "graph.ttl").read_bytes()
    ended = kg("build", name)
    assert ended.status == 2
    assert ended.err.startswith(f"kg: {reason}") and ended.err.count("\n") == 1
    assert (output / "graph.ttl").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ((), "name articles or folders"),
        (("articles", "--date", "3/4/2025"), "is no day"),
        (("articles", "--workers", "0"), "--workers"),
        (("articles", "--base", "notaniri"), "kg: 'notaniri' is no base for IRIs. Write it like https://"),
        (("articles", "--model", "no_such_model"), "no_such_model"),
    ],
)
def test_wrong_use_of_build(kg: Kg, articles: Path, words: tuple[str, ...], reason: str) -> None:
    ended = kg("build", *words)
    assert ended.status == 2
    assert reason in ended.err and "Traceback" not in ended.err
    assert not Path("output").exists()


@pytest.mark.model
def test_a_file_of_judgements_that_is_not_there_is_told(kg: Kg, articles: Path) -> None:
    ended = kg("build", "articles", "--judgements", "mine.csv")
    assert ended.status == 0
    assert ended.err.startswith("kg: mine.csv: no such file, so no judgement is heeded.")


@pytest.mark.model
def test_sources_output_and_base_may_stand_in_kg_toml(kg: Kg, articles: Path) -> None:
    Path("kg.toml").write_text('sources = ["articles"]\noutput = "graph"\nbase = "https://news.example/"\n')
    assert kg("build").status == 0
    assert (
        "https://news.example/entity/Otter_Guild" in kg("query", "SELECT ?e { ?e kg:mentionedIn ?d }", "-f", "csv").out
    )


@pytest.mark.model
def test_the_same_articles_give_the_same_bytes_whatever_their_order(kg: Kg, articles: Path) -> None:
    (articles / "dam.txt").write_text("The Dam\n\nMayor Ada Finch closed the dam. She fears that it will break.")
    kg("build", "articles", "--out", "one")
    kg("build", "articles/mill.md", "articles/dam.txt", "--out", "two")
    for name in ("graph.ttl", "graph.html"):
        assert Path("one", name).read_bytes() == Path("two", name).read_bytes()


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (0, "kg: stopped. Nothing was read yet, and output is as it was.\n"),
        (1, "kg: stopped. 1 of 1 files were read and kept in output, no graph was made of them yet: the same command"),
    ],
)
def test_ctrl_c_is_told_in_one_line_with_what_is_kept(
    kg: Kg, articles: Path, monkeypatch: pytest.MonkeyPatch, read: int, told: str
) -> None:
    def stopped(*paths: Path, progress: Callable[[object], None], **options: object) -> None:
        for _ in range(read):
            progress(None)
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "build", stopped)
    monkeypatch.setattr(os, "_exit", sys.exit)
    ended = kg("build", "articles")
    assert (ended.status, ended.err.count("\n")) == (130, 1)
    assert ended.err.startswith(told)


def test_ctrl_c_is_told_by_every_command(kg: Kg, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(folder: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(verify, "faults", stopped)
    monkeypatch.setattr(os, "_exit", sys.exit)
    assert kg("verify") == Ended(130, "", "kg: stopped; nothing is left half done.\n")


def test_build_does_not_touch_a_store_of_somebody_else(kg: Kg, articles: Path) -> None:
    Path("mine/store").mkdir(parents=True)
    Path("mine/store/notes.txt").write_text("mine")
    ended = kg("build", "articles", "--out", "mine")
    assert (ended.status, ended.err.count("\n")) == (2, 1)
    assert ended.err.startswith("kg: mine/store: not written by kg")
    assert [path.name for path in Path("mine").rglob("*")] == ["store", "notes.txt"]


def test_demo_does_not_replace_a_graph_of_other_articles(kg: Kg, output: Path) -> None:
    before = (output / "graph.ttl").read_bytes()
    ended = kg("demo")
    assert ended.status == 2
    assert "kg: output: holds a graph of other articles. Name another folder" in ended.err
    assert (output / "graph.ttl").read_bytes() == before


@pytest.mark.model
def test_demo_answers_two_questions_and_says_what_to_open(kg: Kg) -> None:
    ended = kg("demo")
    assert ended.status == 0
    assert "Sentira" in ended.out and "Halden" in ended.out
    assert "output/graph.html" in ended.err
    assert kg("validate").status == 0
    assert kg("demo").status == 0
