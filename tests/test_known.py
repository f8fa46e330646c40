"""A file of names and addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InvalidConfig
from kg.known import known_entities


def test_names_and_addresses(tmp_path: Path) -> None:
    (tmp_path / "known.tsv").write_text(
        "# towns\nHull\thttps://towns.example/hull\n\nSt. Ives \t http://towns.example/i\n"
    )
    assert known_entities(tmp_path / "known.tsv") == {
        "Hull": "https://towns.example/hull",
        "St. Ives": "http://towns.example/i",
    }


@pytest.mark.parametrize("line", ["Hull", "Hull https://towns.example/hull", "\thttps://a.example", "Hull\tfile:///x"])
def test_a_line_that_is_no_pair_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "known.tsv").write_text(f"# towns\n{line}\n")
    with pytest.raises(InvalidConfig, match=r"known\.tsv:2: write a name, a tab"):
        known_entities(tmp_path / "known.tsv")


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xff"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "known.tsv").write_bytes(content)
    with pytest.raises(InvalidConfig, match=r"known\.tsv"):
        known_entities(tmp_path / "known.tsv")
