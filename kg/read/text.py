"""Plain text to a Document: the text is taken as it stands, its offsets are those of the file."""

from __future__ import annotations

from kg.model import Document
from kg.read.details import date_line, headline, name_title


def read(text: str, source: str) -> Document:
    """The document; its title is the first line if that looks like one, else the file's name.

    A line near the top that is nothing but a date, or one after "Published", "Date" or a byline, tells the day of
    publication.
    """
    return Document(text=text, title=headline(text) or name_title(source), source=source, published=date_line(text))
