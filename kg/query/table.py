"""Rows as a table that fits a terminal: columns aligned, long cells wrapped, what is cut marked with an ellipsis."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Sequence

GAP = "  "
LEAST = 10  # no column gets narrower
MOST_LINES = 6  # of one cell
MOST_CHARACTERS = 2_000  # of one cell

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]+")


def table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], is_number: Sequence[bool] = (), width: int | None = None
) -> str:
    """The rows under their heads; without a width every cell stays on one line. What is too long is cut, visibly."""
    if not rows:
        return "Nothing found.\n"
    cells = [[safe(shortened(cell)) for cell in row] for row in rows]
    heads = [safe(head) for head in heads]
    widths = fitted([max(map(columns, column)) for column in zip(heads, *cells, strict=True)], width)
    numbers = list(is_number) or [False] * len(heads)
    lines = [*_lines(heads, widths, numbers), GAP.join("-" * size for size in widths)]
    for row in cells:
        lines += _lines(row, widths, numbers)
    lines.append(f"({len(rows):,} row{'s' if len(rows) != 1 else ''})")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def safe(text: str) -> str:
    """The text without what would move the cursor, change colours or turn the writing round."""
    return _UNSAFE.sub(" ", text).strip()


def shortened(text: str) -> str:
    """The beginning of a text that is too long for a table, and how long it is."""
    if len(text) <= MOST_CHARACTERS:
        return text
    return f"{text[:MOST_CHARACTERS].rstrip()} … ({len(text):,} characters)"


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


def fitted(widths: list[int], width: int | None) -> list[int]:
    """Column widths that add up to the width given, taken from the widest columns first."""
    if width is None:
        return widths
    room = width - len(GAP) * (len(widths) - 1)
    limit = max(widths, default=0)
    while limit > LEAST and sum(min(size, limit) for size in widths) > room:
        limit -= 1
    return [min(size, limit) for size in widths]


def _lines(row: Sequence[str], widths: Sequence[int], is_number: Sequence[bool]) -> list[str]:
    wrapped = [_wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
    height = max(map(len, wrapped), default=1)
    lines = []
    for index in range(height):
        parts = [cell[index] if index < len(cell) else "" for cell in wrapped]
        lines.append(GAP.join(_pad(*each) for each in zip(parts, widths, is_number, strict=True)))
    return lines


def _wrap(cell: str, width: int) -> list[str]:
    if columns(cell) <= width:
        return [cell]
    narrow = max(1, width * len(cell) // columns(cell)) if columns(cell) else width
    lines = textwrap.wrap(cell, narrow, break_long_words=True) or [""]
    if len(lines) > MOST_LINES:
        last = lines[MOST_LINES - 1]
        lines = [*lines[: MOST_LINES - 1], f"{last[: narrow - 2].rstrip()} …"]
    return lines


def _pad(text: str, width: int, is_right: bool) -> str:
    space = " " * max(0, width - columns(text))
    return space + text if is_right else text + space
