"""Files and folders in, lines out; what cannot be read is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import listing
from kg.read import Skipped

MILL = "Bo Lund owns the mill. Ada Finch opposes the sale."


@pytest.mark.model
def test_documents_are_named_as_they_were_given(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for name in ("a.txt", "news/b.txt"):
        (tmp_path / name).write_text(f"{MILL} {name}")
    given = [tmp_path / "a.txt", tmp_path / "news"]
    found = [json.loads(line)["document"] for line in listing.statement_lines(given, pytest.fail)]
    assert sorted(set(found)) == [str(tmp_path / "a.txt"), str(tmp_path / "news/b.txt")]


@pytest.mark.model
def test_what_cannot_be_read_is_told_and_the_rest_is_listed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MILL)
    skipped: list[Skipped] = []
    found = list(listing.entity_lines([tmp_path / "nowhere.txt", tmp_path / "a.txt"], skipped.append))
    assert {json.loads(line)["label"] for line in found} >= {"Bo Lund", "Ada Finch"}
    assert [item.source for item in skipped] == ["nowhere.txt"]


@pytest.mark.model
def test_rows_have_sentence_subject_relation_objects_and_confidence(tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text("Bo Lund owns the mill.\n\nAda Finch sleeps.\n")
    rows = [line.split("\t") for line in listing.row_lines([tmp_path / "lines.txt"], pytest.fail, by_line=True)]
    assert ["Bo Lund owns the mill.", "Bo Lund", "owns", "the mill"] in [row[:4] for row in rows]
    assert all(row[-1].startswith("conf=") and 0 <= float(row[-1][5:]) <= 1 for row in rows)


@pytest.mark.model
def test_a_table_tells_what_is_only_claimed_or_denied(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bo Lund owns the mill.\nAda Finch said Bo Lund\tdoes not own the dam.\n")
    head, *rows = (line.split("\t") for line in listing.statement_rows([tmp_path / "a.txt"], pytest.fail, by_line=True))
    assert head == list(listing.COLUMNS)
    owned = [row for row in (dict(zip(head, row, strict=True)) for row in rows) if row["relation"] == "kg:owns"]
    found = {
        (row["object"], row["status"], row["polarity"], row["holders"], row["document"].rpartition(":")[2])
        for row in owned
    }
    assert found == {("mill", "asserted", "positive", "", "0"), ("dam", "denied", "negative", "Ada Finch", "1")}


@pytest.mark.model
@pytest.mark.parametrize(
    ("by_line", "first"),
    [(False, {"Bo Lund owns the mill.", "Ada Finch opposes the sale."}), (True, {MILL})],
)
def test_a_row_begins_with_its_sentence_or_with_its_line(tmp_path: Path, by_line: bool, first: set[str]) -> None:
    (tmp_path / "a.txt").write_text(MILL)
    rows = listing.row_lines([tmp_path / "a.txt"], pytest.fail, by_line=by_line)
    assert {row.partition("\t")[0] for row in rows} == first


def test_lines_of_a_missing_file_are_told(tmp_path: Path) -> None:
    skipped: list[Skipped] = []
    assert list(listing.statement_lines([tmp_path / "nowhere.txt"], skipped.append, by_line=True)) == []
    assert skipped == [Skipped("nowhere.txt", "does not exist")]
