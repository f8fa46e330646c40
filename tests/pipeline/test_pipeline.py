"""The stages composed: what a build counts, leaves out, and writes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg import pipeline, store
from kg.errors import StoreError, UnreadableDocument

pytestmark = pytest.mark.model


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "mill.txt").write_text("Bo Lund owns the mill. He may sell it.")
    (folder / "dam.txt").write_text("Ada Finch denied that the dam broke.")
    return folder


def test_a_build_counts_what_it_read(articles: Path, tmp_path: Path) -> None:
    heard: list[str] = []
    summary = pipeline.build([articles], tmp_path / "out", progress=lambda document: heard.append(document.source))
    assert (summary.documents, summary.sentences) == (2, 3)
    assert heard == ["dam.txt", "mill.txt"]
    assert summary.statements_by_status.total() == summary.statements_by_relation.total() > 0
    assert summary.identity == store.read_identity(tmp_path / "out")
    assert summary.identity.documents == 2


def test_what_cannot_be_read_is_in_the_summary(articles: Path, tmp_path: Path) -> None:
    (articles / "empty.txt").write_text("")
    summary = pipeline.build([articles], tmp_path / "out")
    assert [(item.source, item.reason) for item in summary.skipped] == [("empty.txt", "is empty")]


def test_a_second_build_in_the_folder_is_refused_before_it_reads(articles: Path, tmp_path: Path) -> None:
    with store.claimed(tmp_path / "out"), pytest.raises(StoreError, match="another kg is writing"):
        pipeline.build([articles], tmp_path / "out", progress=pytest.fail)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({}, "there is no article to read"),
        ({".hidden.txt": "The mill burned."}, "there is no article to read"),
        ({"a.txt": ""}, r"a\.txt: is empty"),
        ({"a.txt": "", "b.txt": "\0"}, r"none of 2 files can be read; the first is a\.txt: is empty"),
    ],
)
def test_without_an_article_there_is_no_build(tmp_path: Path, files: dict[str, str], reason: str) -> None:
    (tmp_path / "news").mkdir()
    for name, text in files.items():
        (tmp_path / "news" / name).write_text(text)
    with pytest.raises(UnreadableDocument, match=reason):
        pipeline.build([tmp_path / "news"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_order_of_paths_and_the_number_of_workers_change_nothing(articles: Path, tmp_path: Path) -> None:
    paths = sorted(articles.iterdir())
    for out, given, workers in (("one", [articles], 1), ("two", paths[::-1], 1), ("three", paths, 2)):
        pipeline.build(given, tmp_path / out, workers=workers)
    turtle = [(tmp_path / out / "graph.ttl").read_bytes() for out in ("one", "two", "three")]
    assert turtle[0] == turtle[1] == turtle[2]
    assert str(tmp_path).encode() not in turtle[0]


@pytest.mark.parametrize("lost", ["", "store", "readings"])
def test_a_build_never_reads_what_an_earlier_one_wrote(articles: Path, lost: str) -> None:
    first = pipeline.build([articles], articles).identity
    shutil.rmtree(articles / lost if lost else articles / "nothing", ignore_errors=True)
    again = pipeline.build([articles], articles)
    assert again.identity == first
    assert not any(item.is_fault for item in again.skipped)


def test_a_folder_of_a_graph_among_the_articles_is_not_read_after_its_store_is_deleted(articles: Path) -> None:
    first = pipeline.build([articles], articles / "output").identity
    shutil.rmtree(articles / "output" / "store")
    assert pipeline.build([articles], articles / "output").identity == first
