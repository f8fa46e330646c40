"""Tables: columns by name, comments left out, mistakes named by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InvalidOntology
from kg.tables import column, lexicon, placed_rows, rows

TABLE = "# Birds.\nname\tcall\texample\nwren\ttrill\tThe wren sang.\n\n# Gulls.\ngull\n"


def write(folder: Path, content: str) -> Path:
    path = folder / "birds.tsv"
    path.write_text(content, encoding="utf-8")
    return path


def test_rows_are_read_by_column_and_cells_left_out_are_empty(tmp_path: Path) -> None:
    path = write(tmp_path, TABLE)
    assert rows(path) == (
        {"name": "wren", "call": "trill", "example": "The wren sang."},
        {"name": "gull", "call": "", "example": ""},
    )
    assert column(path, "name") == {"wren", "gull"}


def test_a_row_knows_its_line(tmp_path: Path) -> None:
    places = [place for place, _ in placed_rows(write(tmp_path, TABLE))]
    assert places == [f"{tmp_path.name}/birds.tsv:3", f"{tmp_path.name}/birds.tsv:6"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [("name\nwren\ttrill\n", r"birds\.tsv:2: 2 cells in 1 columns\. Remove tabs\."), (None, "cannot be read")],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, content: str | None, complaint: str) -> None:
    path = write(tmp_path, content) if content is not None else tmp_path / "none.tsv"
    with pytest.raises(InvalidOntology, match=complaint):
        rows(path)


def test_a_table_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "birds.tsv"
    path.write_bytes("name\nvögel\n".encode("latin-1"))
    with pytest.raises(InvalidOntology, match="not UTF-8"):
        rows(path)


@pytest.mark.parametrize("path", sorted(lexicon("").parent.rglob("*.tsv")), ids=lambda path: path.stem)
def test_every_table_that_comes_with_kg_can_be_read(path: Path) -> None:
    assert rows(path)
