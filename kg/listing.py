"""What `kg extract` and `kg entities` print: articles, or the lines of a file, in; lines of JSON or TSV out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.annotate.pipeline import DEFAULT_MODEL, annotate, load
from kg.engine import Failure, Settings, read_all
from kg.extract.clauses import clauses
from kg.extract.rows import binary_rows, nary_rows
from kg.jsonl import Line, Lines
from kg.model import Document
from kg.resolve import resolve

Place = tuple[Document, Line]


def extract_lines(
    paths: Iterable[Path], *, by_line: bool, form: str, view: str, model: str | None = None
) -> Iterator[str]:
    """One statement a line, as JSON, or one open-IE row a line, as TSV."""
    places = _places(paths, by_line=by_line)
    return _tsv(places, view, model) if form == "tsv" else _jsonl(places, model)


def entity_lines(paths: Iterable[Path], *, model: str | None = None) -> Iterator[str]:
    """One entity and document a line, as JSON."""
    for lines in _read(_places(paths, by_line=False), model):
        yield from map(_dump, lines.entities())


def _places(paths: Iterable[Path], *, by_line: bool) -> list[Place]:
    """Each document with what tells its place: the file as given, and the line if lines are documents."""
    found: list[Place] = []
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if by_line:
            for number, line in enumerate(text.splitlines()):
                found.append((Document(line, path.stem, f"{path}:{number}"), {"document": str(path), "line": number}))
        else:
            found.append((Document(text, path.stem, str(path)), {"document": str(path)}))
    return found


def _jsonl(places: list[Place], model: str | None) -> Iterator[str]:
    for lines in _read(places, model):
        yield from map(_dump, lines.statements())


def _read(places: list[Place], model: str | None) -> Iterator[Lines]:
    found = read_all((document for document, _ in places), Settings(model or DEFAULT_MODEL))
    for (_, place), outcome in zip(places, found, strict=True):
        if isinstance(outcome, Failure):
            print(f"kg: {outcome.document.source}: {outcome.reason}", file=sys.stderr)
        else:
            yield Lines(outcome, resolve([outcome]), place)


def _tsv(places: list[Place], view: str, model: str | None) -> Iterator[str]:
    rows = nary_rows if view == "nary" else binary_rows
    for document, doc in annotate((document for document, _ in places), load(model or DEFAULT_MODEL)):
        for row in rows(doc, list(clauses(doc))):
            words = [
                " ".join(document.text.split()),
                row.subject,
                row.relation,
                *row.objects,
                f"conf={row.confidence:.2f}",
            ]
            yield "\t".join(words)


def _dump(line: Line) -> str:
    return json.dumps(line, ensure_ascii=False)
