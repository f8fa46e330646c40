"""Stage one: paths in, Documents out, one small module a format.

What cannot be read is yielded as Skipped, with a reason; it never stops the rest.
Files of triples become Documents too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg import given
from kg.errors import UnreadableDocument
from kg.model import Document
from kg.read import gate, html, markdown, text
from kg.read.decode import clean, decode
from kg.read.files import Found, Skipped, cite, endless, find
from kg.read.garbled import repaired

__all__ = ["FORMATS", "Skipped", "endless", "is_data", "read", "read_file", "read_found", "read_lines"]

_LARGEST = 20_000_000  # bytes
_LARGEST_DATA = 400_000_000
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)

FORMATS: dict[str, Callable[[str, str], Document]] = {
    ".txt": text.read,
    ".text": text.read,
    "": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
}


def read(
    paths: Iterable[str | Path], root: str | Path | None = None, **details: str | None
) -> Iterator[Document | Skipped]:
    """Every document under the paths, sorted by name, whatever the order of the paths.

    A text that comes twice is one document, under the name that sorts first. `details` (published, site,
    author, url, language) hold for documents that do not tell them.
    """
    return read_found(find(paths, root), details)


def read_found(
    found: Iterable[Found | Skipped],
    details: Mapping[str, str | None],
    known: Callable[[Found], Document | None] = lambda _: None,
    twin: Callable[[Document], None] = lambda _: None,
) -> Iterator[Document | Skipped]:
    """As `read`, of files that were found already; those of which `known` gives the document are not opened.

    `twin` hears of each document that is skipped as its text came before.
    """
    first: dict[str, str] = {}
    for item in found:
        document = known(item) if isinstance(item, Found) else None
        for outcome in [document] if document else _outcomes(item):
            if isinstance(outcome, Skipped):
                yield outcome
            elif outcome.sha256 in first:
                twin(_completed(outcome, details))
                yield Skipped(outcome.source, f"has the same text as {first[outcome.sha256]}", is_fault=False)
            else:
                first[outcome.sha256] = outcome.source
                yield _completed(outcome, details)


def read_file(path: str | Path, source: str | None = None) -> Document:
    """One article; raises UnreadableDocument, which says what is wrong with the file."""
    path = Path(path)
    return _article(path, source or cite(path.name))[0]


def _article(path: Path, source: str) -> tuple[Document, tuple[str, ...]]:
    """The article of a file, and what a reader of it must know."""
    try:
        text, garbled = repaired(decode(_bytes(path)))
        content = clean(text)
        document = _format(path, content)(content, source)
        gate.check(document.text, document.language)
    except UnreadableDocument as error:
        raise UnreadableDocument(f"{source}: {error}") from error
    characters = f"{garbled:,} character{'' if garbled == 1 else 's'}"
    note = f"its UTF-8 was once taken for Windows-1252 (â€™ for ’); {characters} put right"
    return document, (note,) if garbled else ()


def is_data(path: Path) -> bool:
    """Whether a file holds triples, by its name."""
    return path.suffix.lower() in given.SUFFIXES


def read_lines(path: str | Path) -> Iterator[Document]:
    """A document for every line of a text file, empty ones included, so that the n-th is line n."""
    path = Path(path)
    source = cite(path.name)
    try:
        lines = decode(_bytes(path)).replace("\r\n", "\n").split("\n")
    except UnreadableDocument as error:
        raise UnreadableDocument(f"{source}: {error}") from error
    for number, line in enumerate(lines[:-1] if lines[-1] == "" else lines):
        yield Document(text=clean(line), title=f"{path.stem} {number}", source=f"{source}#line={number}")


def _outcomes(item: Found | Skipped) -> Iterator[Document | Skipped]:
    """The document of a file, or the parts of a file of triples, and what was left out of it; or why there is none."""
    if isinstance(item, Skipped):
        yield item
        return
    try:
        if is_data(item.path):
            documents, notes = given.documents_of(_bytes(item.path, _LARGEST_DATA), item.source, item.path.name)
        else:
            document, notes = _article(item.path, item.source)
            documents = [document]
    except UnreadableDocument as error:
        yield Skipped(item.source, str(error).removeprefix(f"{item.source}: "))
        return
    yield from (Skipped(item.source, note, is_fault=False, is_read=True) for note in notes)
    yield from documents


def _bytes(path: Path, largest: int = _LARGEST) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableDocument("is a folder, not a file")
        if path.stat().st_size > largest:
            raise UnreadableDocument(f"is larger than {largest // 1_000_000} MB; split it")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDocument("does not exist") from error
    except OSError as error:
        raise UnreadableDocument(f"cannot be opened: {error.strerror or error}") from error


def _format(path: Path, content: str) -> Callable[[str, str], Document]:
    """The reader for a file: a web page is one whatever its name; otherwise the name decides."""
    reader = FORMATS.get(path.suffix.lower())
    if reader is None:
        known = " ".join(sorted(suffix for suffix in {*FORMATS, *given.SUFFIXES} if suffix))
        raise UnreadableDocument(f"has an unknown format {path.suffix}; kg reads {known}")
    return html.read if _PAGE.match(content[:4096]) else reader


def _completed(document: Document, details: Mapping[str, str | None]) -> Document:
    """An article with what holds for those that do not tell it."""
    if document.is_data:
        return document
    missing: dict[str, Any] = {name: value for name, value in details.items() if value and not getattr(document, name)}
    return replace(document, **missing) if missing else document
