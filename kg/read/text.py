"""Plain text to a Document: the text is taken as it stands, its offsets are those of the file."""

from __future__ import annotations

from kg.model import Document
from kg.read.details import headline, name_title


def read(text: str, source: str) -> Document:
    """The document; its title is the first line if that looks like one, else the file's name."""
    return Document(text=text, title=headline(text) or name_title(source), source=source)
