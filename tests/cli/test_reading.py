"""`kg extract` and `kg entities`: what articles say, for other programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Kg

MILL = "Bright Brewery bought the old mill in May. Ada Finch opposes the sale."


@pytest.mark.model
def test_statements_as_json_lines_with_offsets_that_hold(kg: Kg) -> None:
    Path("mill.txt").write_text(MILL)
    ended = kg("extract", "mill.txt")
    found = [json.loads(line) for line in ended.out.splitlines()]
    assert ended.status == 0
    assert {line["document"] for line in found} == {"mill.txt"}
    for line in found:
        assert MILL[line["start"] : line["end"]] == line["sentence"]
        assert MILL[line["subject"]["start"] : line["subject"]["end"]] == line["subject"]["text"]


@pytest.mark.model
def test_every_line_is_a_document_with_its_number(kg: Kg) -> None:
    Path("lines.txt").write_text("Ada Finch left.\n\nBo Lund owns the mill.\n")
    found = [json.loads(line) for line in kg("extract", "--lines", "lines.txt").out.splitlines()]
    assert {line["line"] for line in found} == {0, 2}
    assert {line["start"] for line in found} == {0}


@pytest.mark.model
@pytest.mark.parametrize("view", ["binary", "nary"])
def test_rows_in_the_words_of_the_sentence(kg: Kg, view: str) -> None:
    Path("lines.txt").write_text("Bo Lund owns the mill.\n")
    row = kg("extract", "--lines", "--format", "tsv", "--view", view, "lines.txt").out.splitlines()[0].split("\t")
    assert row[0] == "Bo Lund owns the mill."
    assert row[1] == "Bo Lund"
    assert row[-1].startswith("conf=")


@pytest.mark.model
def test_a_table_begins_with_the_names_of_its_columns(kg: Kg) -> None:
    Path("lines.txt").write_text("Bo Lund owns the mill.\n")
    assert kg("extract", "-f", "tsv", "lines.txt").out.startswith("document\tsentence\tsubject\trelation\tobject\t")


def test_a_view_is_one_of_a_table(kg: Kg) -> None:
    ended = kg("extract", "--view", "nary", "lines.txt")
    assert ended.status == 2 and "--format tsv" in ended.err


@pytest.mark.model
def test_entities_of_a_folder(kg: Kg) -> None:
    Path("news/2025").mkdir(parents=True)
    Path("news/2025/mill.txt").write_text(MILL)
    found = [json.loads(line) for line in kg("entities", "news").out.splitlines()]
    assert {line["document"] for line in found} == {"news/2025/mill.txt"}
    assert ("Ada Finch", "kg:Person") in {(line["label"], line["type"]) for line in found}


@pytest.mark.model
@pytest.mark.parametrize("command", ["extract", "entities"])
def test_what_cannot_be_read_is_named_and_the_rest_is_printed(kg: Kg, command: str) -> None:
    Path("mill.txt").write_text(MILL)
    ended = kg(command, "nowhere.txt", "mill.txt")
    assert ended.status == 3
    assert ended.err == "kg: skipped nowhere.txt: cannot be opened: No such file or directory\n"
    assert "mill.txt" in ended.out
