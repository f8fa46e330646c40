"""The pieces of a paragraph that are parsed apart, as the parser reads on where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.annotate.datelines import dateline_end
from kg.naming import calendar

_HOUR = re.compile(r"(?<=\d)(?<!the \d) [ap]\.m\.(?: |\n)(?=([A-Z][a-z]+) (\w+))")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters [start, end) of a text, without white space at the edges."""

    start: int
    end: int
    is_dateline: bool = False


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """A paragraph's dateline, and what follows, cut where "p.m." ends a sentence: "until 8 p.m. | Residents said"."""
    body = dateline_end(text, start, end)
    if body is not None:
        yield _solid(text, start, body, is_dateline=True)
        start = body
    for match in _HOUR.finditer(text, start, end):
        if match[1] not in _behind_hours() and match[2] not in _TIMES:
            yield _solid(text, start, match.end())
            start = match.end()
    yield _solid(text, start, end)


def _solid(text: str, start: int, end: int, *, is_dateline: bool = False) -> Piece:
    piece = text[start:end]
    return Piece(end - len(piece.lstrip()), start + len(piece.rstrip()), is_dateline)


_TIMES = frozenset({"time", "Time", "Standard", "Daylight", "Summer", "Eve"})


@cache
def _behind_hours() -> frozenset[str]:
    """What tells more of an hour: a day, a month, a zone."""
    return calendar() | {"Eastern", "Central", "Pacific", "Mountain", "Christmas", "Today", "Local"}
