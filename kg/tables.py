"""Tables: the tab-separated files that come with kg. A first line of column names, comments behind #, a row a line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kg.errors import InvalidOntology
from kg.shipped import folder

Row = dict[str, str]


def lexicon(name: str) -> Path:
    """Where a word list stands: "verbs", "names/titles"."""
    return folder("ontology") / "lexicon" / f"{name}.tsv"


@cache
def rows(path: Path) -> tuple[Row, ...]:
    """The rows of a table by column name; cells left out at the end of a line are "".

    Raises InvalidOntology with file and line.
    """
    return tuple(row for _, row in placed_rows(path))


@cache
def column(path: Path, name: str) -> frozenset[str]:
    """One column of a table."""
    return frozenset(row[name] for row in rows(path))


def placed_rows(path: Path) -> Iterator[tuple[str, Row]]:
    """Each row with its place ("lexicon/verbs.tsv:12"), for messages."""
    columns: list[str] = []
    name = f"{path.parent.name}/{path.name}"
    for number, line in enumerate(_text(path).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        place, cells = f"{name}:{number}", line.split("\t")
        if not columns:
            columns = cells
        elif len(cells) > len(columns):
            raise InvalidOntology(f"{place}: {len(cells)} cells in {len(columns)} columns. Remove tabs.")
        else:
            yield place, dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InvalidOntology(f"{path.name}: cannot be read ({error.strerror}). Put the file back.") from error
    except UnicodeDecodeError as error:
        raise InvalidOntology(f"{path.name}: is not UTF-8. Save it as UTF-8.") from error
