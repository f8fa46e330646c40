"""Plain text to a Document: the text is taken as it stands, its offsets are those of the file."""

from __future__ import annotations

from kg.model import Document
from kg.read.details import headline, iso_date, name_title

_HEAD = 5  # lines, empty ones left out, among which a date of its own line is the article's


def read(text: str, source: str) -> Document:
    """The document; its title is the first line if that looks like one, else the file's name.

    A line near the top that is nothing but a date is the day of publication.
    """
    return Document(text=text, title=headline(text) or name_title(source), source=source, published=_date_line(text))


def _date_line(text: str) -> str | None:
    """The day that a line of its own names near the top; the weekday before it may stay.

    >>> _date_line("Harbour bridge closes\\n\\nFriday, 14 March 2025\\n\\nThe bridge was shut.")
    '2025-03-14'
    """
    lines = [line.strip() for line in text.split("\n", 20)[:20] if line.strip()][:_HEAD]
    dates = (iso_date(line) or iso_date(line.partition(",")[2]) for line in lines if len(line) < 40)
    return next((date for date in dates if date), None)
