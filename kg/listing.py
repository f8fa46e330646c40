"""What `kg extract` and `kg entities` print: articles, or the lines of a file, in; lines of JSON or TSV out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import tee
from pathlib import Path

from kg.annotate.pipeline import DEFAULT_MODEL, annotate, load
from kg.engine import Failure, Settings, read_all
from kg.errors import UnreadableDocument
from kg.extract.clauses import clauses
from kg.extract.rows import binary_rows, nary_rows
from kg.jsonl import Line, Lines
from kg.model import Document
from kg.read import Skipped, endless, read, read_lines
from kg.resolve import resolve

Place = tuple[Document, Line]
Skip = Callable[[Skipped], None]
VIEWS = {"binary": binary_rows, "nary": nary_rows}


def statement_lines(
    paths: Iterable[Path], skip: Skip, *, by_line: bool = False, model: str | None = None
) -> Iterator[str]:
    """One statement a line, as JSON; `skip` hears of every file that cannot be read."""
    for lines in _read(_places(paths, skip, by_line=by_line), skip, model):
        yield from map(_dump, lines.statements())


def statement_rows(
    paths: Iterable[Path], skip: Skip, *, by_line: bool = False, model: str | None = None
) -> Iterator[str]:
    """The same statements as TSV: a line with the names of COLUMNS, and one for each statement."""
    yield "\t".join(COLUMNS)
    for lines in _read(_places(paths, skip, by_line=by_line), skip, model):
        yield from ("\t".join(_cell(told(line)) for told in COLUMNS.values()) for line in lines.statements())


def entity_lines(paths: Iterable[Path], skip: Skip, *, model: str | None = None) -> Iterator[str]:
    """One entity and document a line, as JSON."""
    for lines in _read(_places(paths, skip), skip, model):
        yield from map(_dump, lines.entities())


def row_lines(
    paths: Iterable[Path], skip: Skip, *, view: str = "binary", by_line: bool = False, model: str | None = None
) -> Iterator[str]:
    """One open-IE row in the words of its sentence a line, as TSV; its first column is the sentence, or the line."""
    documents = _articles(_places(paths, skip, by_line=by_line), skip)
    for document, doc in annotate(documents, load(model or DEFAULT_MODEL)):
        if unread := sum(len(span.text) for span in doc.spans["endless"]):
            skip(endless(document.source, unread))
        for row in VIEWS[view](doc, list(clauses(doc))):
            sentence = " ".join((document.text if by_line else row.sentence.text).split())
            yield "\t".join([sentence, row.subject, row.relation, *row.objects, f"conf={row.confidence:.2f}"])


def _place(line: Line) -> str:
    return f"{line['document']}:{line['line']}" if "line" in line else str(line["document"])


def _words(argument: Line | None) -> str:
    """An argument as a reader would say it."""
    found = argument or {}
    return str(found.get("label") or found.get("value") or "")


def _roles(line: Line) -> str:
    pairs = ((role, value) for role, filled in line["roles"].items() for value in _each(filled))
    return "; ".join(f"{role}: {_words(value)}" for role, value in pairs)


def _each(filled: Line | list[Line]) -> list[Line]:
    return filled if isinstance(filled, list) else [filled]


def _time(line: Line) -> str:
    return str((line["time"] or {}).get("text", ""))


COLUMNS: dict[str, Callable[[Line], str]] = {
    "document": _place,
    "sentence": lambda line: line["sentence"],
    "subject": lambda line: _words(line["subject"]),
    "relation": lambda line: line["predicate"]["name"],
    "object": lambda line: _words(line["object"]),
    "roles": _roles,
    "status": lambda line: line["status"],
    "polarity": lambda line: line["polarity"],
    "mode": lambda line: line["mode"],
    "holders": lambda line: "; ".join(line["attributed_to"]),
    "time": _time,
    "confidence": lambda line: f"{line['confidence']:.2f}",
    "id": lambda line: line["id"],
}


def _cell(words: str) -> str:
    return " ".join(words.split())


def _articles(places: Iterable[Place], skip: Skip) -> Iterator[Document]:
    for document, _ in places:
        if document.is_data:
            skip(Skipped(document.source, "holds triples and no sentences", is_fault=False))
        else:
            yield document


def _places(paths: Iterable[Path], skip: Skip, *, by_line: bool = False) -> Iterator[Place]:
    """Each document with what tells its place: the file as given, and the line if lines are documents."""
    for path in paths:
        for item in _documents(path, by_line=by_line):
            if isinstance(item, Skipped):
                skip(item)
            elif by_line:
                yield item, {"document": str(path), "line": int(item.source.rpartition("=")[2])}
            else:
                yield item, {"document": str(path / item.source if path.is_dir() else path)}


def _documents(path: Path, *, by_line: bool) -> Iterator[Document | Skipped]:
    if not by_line:
        yield from read([path])
        return
    try:
        yield from read_lines(path)
    except UnreadableDocument as error:
        yield Skipped(path.name, str(error).removeprefix(f"{path.name}: "))


def _read(places: Iterator[Place], skip: Skip, model: str | None) -> Iterator[Lines]:
    places, ahead = tee(places)
    outcomes = read_all((document for document, _ in ahead), Settings(model or DEFAULT_MODEL))
    for (_, place), outcome in zip(places, outcomes, strict=True):
        if isinstance(outcome, Failure):
            skip(Skipped(outcome.document.source, outcome.reason))
        else:
            if outcome.unread:
                skip(endless(outcome.document.source, outcome.unread))
            yield Lines(outcome, resolve([outcome]), place)


def _dump(line: Line) -> str:
    return json.dumps(line, ensure_ascii=False)
