"""Which articles a graph is made of: those there are, with some more, without some."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kg import store
from kg.errors import NotFound, StoreError
from kg.model import Document
from kg.rdf import expand
from kg.read import Skipped
from kg.read.files import spelled_out
from kg.store import state
from kg.store.readings import Readings

_MOST_SHOWN = 5


def members(out: Path, readings: Readings) -> list[Document]:
    """The articles that the graph in a folder is made of, as they were read. Raises StoreError if that is lost."""
    return members_and_twins(out, readings)[0]


def members_and_twins(out: Path, readings: Readings) -> tuple[list[Document], list[Document]]:
    """As `members`, and beside them those that are not in the graph as one there has the same text."""
    made = state.read(out)
    if made is None:
        store.read_identity(out)  # says what is wrong, if there is no graph
        raise StoreError(f"{out}: its list of articles is damaged. Run `kg build` with all articles again.")
    headers = [(document, readings.header(key)) for document, key in made.keys]
    if lost := [document for document, header in headers if header is None]:
        raise StoreError(f"{out}: {len(lost)} readings are damaged. Run `kg build` with all articles again.")
    documents = [header.document for _, header in headers if header is not None]
    text = {document.id: document.text for document in documents}
    twins = [replace(twin.document, text=text[twin.first]) for twin in made.twins if twin.first in text]
    return documents, twins


def added(here: Iterable[Document], new: Iterable[Document]) -> list[Document]:
    """Documents with some new ones, which replace all of the same file."""
    by_source = {document.source: document for document in new}
    files = {document.file for document in by_source.values()}
    return [*(document for document in here if document.file not in files), *by_source.values()]


def named(document: Document) -> tuple[Document | None, Skipped | None]:
    """A document under a name that can be shown and typed; if it is another than it came with or none, what is told."""
    source = spelled_out(document.source)
    if not document.source.strip():
        return None, Skipped(document.title or "a document", "has an empty source; name it")
    if source == document.source:
        return document, None
    told = Skipped(source, "is read, but its name had control characters, which are spelled out", is_fault=False)
    return replace(document, source=source), told


def firsts(documents: Iterable[Document]) -> tuple[list[Document], list[Skipped], list[Document]]:
    """Of each text the document whose name sorts first, as in a build of all; why others are left out; and those."""
    first: dict[str, Document] = {}
    twins: list[Document] = []
    for document in sorted(documents, key=lambda document: (document.file, document.source)):
        if first.setdefault(document.sha256, document) is not document:
            twins.append(document)
    why = (f"has the same text as {first[twin.sha256].source}" for twin in twins)
    skipped = [Skipped(twin.source, reason, is_fault=False) for twin, reason in zip(twins, why, strict=True)]
    return list(first.values()), skipped, twins


def resourced(document: Document, path: str, files: Iterable[str]) -> Document:
    """A document under the source that the graph has for its path, if it has one: "a/b.txt" for "/news/a/b.txt"."""
    found = [file for file in files if f"/{path}".endswith(f"/{file}")]
    return replace(document, source=max(found, key=len) + document.source[len(document.file) :]) if found else document


def remaining(here: list[Document], twins: list[Document], names: list[str], base: str) -> list[Document]:
    """The documents in the graph and their twins, without those that the names mean."""
    gone = {document.source for name in names for document in _meant(name, here, twins, base)}
    left = [document for document in (*here, *twins) if document.source not in gone]
    if not left:
        raise NotFound("that would leave no article. Delete the folder instead, or add others first.")
    return left


def _meant(name: str, here: list[Document], twins: list[Document], base: str) -> list[Document]:
    """The one article that a name means: its source, its IRI, or its title; of a file of triples all parts.

    A twin, which is not in the graph, is meant by its source alone.
    """
    iri = expand(name, base)
    if parts := [document for document in (*here, *twins) if document.file == name]:
        return parts
    for field, wanted in (("source", name), ("id", iri.removeprefix(f"{base}doc/")), ("title", name)):
        found = [document for document in here if getattr(document, field) == wanted]
        if len(found) == 1:
            return found
        if found:
            shown = "; ".join(document.source for document in found[:_MOST_SHOWN])
            raise NotFound(f"{name!r} may be any of {len(found)} articles: {shown}. Name one of them.")
    known = sorted({word for document in here for word in (document.source, document.title)})
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else "Name its source, its title or its IRI."
    raise NotFound(f"the graph has no article {name!r}. {hint}")
