"""A file of triples to a Document: its text is the triples as lines of N-Quads, canonical, sorted, each once.

So the same triples are the same document, whatever the syntax and the order of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from pyoxigraph import Quad, RdfFormat, Store, Triple, parse, serialize

from kg.errors import UnreadableDocument
from kg.given.blank_nodes import named_by_content
from kg.given.doubts import doubts
from kg.given.own_graphs import teaches, without_records
from kg.given.parts import parts
from kg.given.syntax import checked, with_context
from kg.model import PART, Document, DocumentKind

SUFFIXES = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".rdf": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
}
_MOST = 1_000_000  # triples of one file


def documents_of(content: bytes, source: str, name: str = "") -> tuple[list[Document], tuple[str, ...]]:
    """The document, or the parts of a large file; and in words what was left out of it, or is doubtful.

    `name` is the file's, if `source` is not.

    Raises UnreadableDocument with the line, if the syntax is wrong, and what to do.
    """
    name = PurePath(name or source).name
    read = _parsed(content, SUFFIXES[PurePath(name).suffix.lower()])
    plain = [quad for quad in read if not isinstance(quad.object, Triple)]
    if teaches(plain):
        raise UnreadableDocument("teaches relations and states nothing; name it by --ontology")
    kept, left_out = without_records(plain)
    left_out["triples"] += len(read) - len(plain)
    words = ", ".join(f"{count:,} of {kind}" for kind, count in sorted(left_out.items()) if count)
    if not kept:
        raise UnreadableDocument(f"holds no triples that state something{words and f', only {words}'}")
    notes = [f"left out triples that state nothing: {words}"] if words else []
    found = parts(canonical_lines(kept))
    documents = [_document(lines, number, len(found), source, name) for number, lines in enumerate(found, 1)]
    return documents, (*notes, *doubts(kept))


def _document(lines: list[str], number: int, count: int, source: str, name: str) -> Document:
    title = name if count == 1 else f"{name}, part {number} of {count}"
    return Document(
        "\n".join(lines), title, source if count == 1 else f"{source}{PART}{number}", kind=DocumentKind.DATA
    )


def canonical_lines(quads: list[Quad]) -> list[str]:
    """The triples as lines, sorted, each once; blank nodes are named by what is said of them."""
    store = Store()  # writes numbers, dates and languages as the graph will have them
    store.bulk_extend(named_by_content(quads))
    lines = (serialize(store, format=RdfFormat.N_QUADS) or b"").decode("utf-8").split("\n")
    return sorted(line for line in lines if line)


def _parsed(content: bytes, format: RdfFormat) -> list[Quad]:
    found: list[Quad] = []
    try:
        for quad in _quads(content, format):
            found.append(quad)
            if len(found) > _MOST:
                raise UnreadableDocument(f"holds more than {_MOST:,} triples; split it")
    except SyntaxError as error:
        raise UnreadableDocument(_fault(error, format)) from error
    except ValueError as error:
        raise UnreadableDocument(f"is no valid {format.name}: {error}") from error
    return found


def _quads(content: bytes, format: RdfFormat) -> Iterator[Quad]:
    checked(content, format)
    given = with_context(content) if format == RdfFormat.JSON_LD else content
    return parse(given, format=format)


def _fault(error: SyntaxError, format: RdfFormat) -> str:
    """What is wrong where, and what to do about it."""
    message = str(error.msg)
    if "context" in message and "LoadDocument" in message:
        return "needs a context from the web, and kg fetches nothing; put the context itself into the file"
    place = f"line {error.lineno}: " if error.lineno else ""
    remedy = "give the file a base, as in @base <https://…/> ." if "No scheme" in message else "mend that line"
    return f"is no valid {format.name}: {place}{message}; {remedy}"
