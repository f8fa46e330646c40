"""Plain text to a Document: the text is taken as it stands, its offsets are those of the file."""

from __future__ import annotations

import re

from kg.model import Document
from kg.read.details import headline, iso_date, name_title

_PUBLISHED = re.compile(r"(?:first |originally )?(?:published|posted)\b", re.IGNORECASE)
_DATE = re.compile(r"[A-Z][a-z]+\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]+\.? \d{4}|\d{4}-\d\d-\d\d")
_HEAD = 5  # lines, empty ones left out, among which a date of its own line is the article's


def read(text: str, source: str) -> Document:
    """The document; its title is the first line if that looks like one, else the file's name.

    A line near the top that is nothing but a date, or begins with "Published", tells the day of publication.
    """
    return Document(text=text, title=headline(text) or name_title(source), source=source, published=_date_line(text))


def _date_line(text: str) -> str | None:
    """The day that a line of its own names near the top; the weekday before it may stay.

    >>> _date_line("Harbour bridge closes\\n\\nFriday, 14 March 2025\\n\\nThe bridge was shut.")
    '2025-03-14'
    """
    lines = [line.strip() for line in text.split("\n", 20)[:20] if line.strip()][:_HEAD]
    dates = (_date_of(line) for line in lines)
    return next((date for date in dates if date), None)


def _date_of(line: str) -> str | None:
    """The day that a line names.

    >>> _date_of("Published 9:14 a.m. ET Sept. 3, 2025 | Updated Sept. 4, 2025")
    '2025-09-03'
    """
    if _PUBLISHED.match(line):
        return iso_date(found[0]) if (found := _DATE.search(line)) else None
    return (iso_date(line) or iso_date(line.partition(",")[2])) if len(line) < 40 else None
