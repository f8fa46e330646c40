"""Answers one query in a process of its own, which can be killed and may not use more memory than it is given.

Run as a file by kg.query.door, without site-packages: in, one JSON request on standard input; out, one JSON reply.
"""

from __future__ import annotations

import json
import os
import sys
from itertools import islice
from typing import Any

if __name__ == "__main__":  # the engine's folder comes as an argument, since nothing else is on the path
    sys.path.insert(0, sys.argv[1])

import pyoxigraph as engine

TITLES = (
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://purl.org/dc/terms/title",
    "https://example.org/kg/ontology#quote",
)
DAMAGE = ("Corruption: ", "IO error: ")  # how the store's complaints begin
FILES_AT_ONCE = 12  # a store of more files is not opened whole at the start, and must be able to open them later
MAX_CHARACTERS = 50_000_000  # of one answer

Request = dict[str, Any]
Reply = dict[str, Any]


def reply(store: engine.Store, request: Request) -> Reply:
    """The answer to a query as plain values, with the labels of the things in it."""
    found = store.query(request["query"], prefixes=request["prefixes"])
    if isinstance(found, engine.QueryBoolean):
        return {"kind": "ask", "variables": [], "rows": [[["l", str(bool(found)).lower(), "", ""]]], "labels": {}}
    if isinstance(found, engine.QuerySolutions):
        kind, variables = "select", [variable.value for variable in found.variables]
        rows, is_cut = _rows(found, request["max_rows"])
    else:
        kind, variables = "graph", ["subject", "predicate", "object"]
        rows, is_cut = _rows(((t.subject, t.predicate, t.object) for t in found), request["max_rows"])
    labels = _labels(store, rows)
    return {"kind": kind, "variables": variables, "rows": rows, "is_cut": is_cut, "labels": labels}


def _rows(found: Any, max_rows: int) -> tuple[list[list[Any]], bool]:
    rows: list[list[Any]] = []
    size = 0
    for solution in islice(found, max_rows):
        row = [plain(term) for term in solution]
        size += sum(len(term[1]) for term in row if term)
        if size > MAX_CHARACTERS:
            return rows, True
        rows.append(row)
    return rows, next(iter(found), None) is not None


def plain(term: Any) -> list[Any] | None:
    """A term as a list that goes through JSON."""
    if term is None:
        return None
    if isinstance(term, engine.NamedNode):
        return ["i", term.value]
    if isinstance(term, engine.Literal):
        return ["l", term.value, term.datatype.value, term.language or ""]
    return ["b", term.value if isinstance(term, engine.BlankNode) else str(term)]


def _labels(store: engine.Store, rows: list[list[Any]]) -> dict[str, str]:
    iris = sorted({term[1] for row in rows for term in row if term and term[0] == "i"})
    found = ((iri, _label(store, iri)) for iri in iris)
    return {iri: label for iri, label in found if label}


def _label(store: engine.Store, iri: str) -> str:
    for title in TITLES:
        values = store.quads_for_pattern(engine.NamedNode(iri), engine.NamedNode(title), None)
        labels = sorted(quad.object.value for quad in values if isinstance(quad.object, engine.Literal))
        if labels:
            return labels[0]
    return ""


def _confine(memory: int, seconds: int, files: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if files <= FILES_AT_ONCE:
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))  # the store is open; no socket and no other file will be
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer the request on standard input."""
    request = json.load(sys.stdin)
    try:
        store = engine.Store.read_only(request["store"])
        files = sum(entry.name.endswith(".sst") for entry in os.scandir(request["store"]))
        _confine(request["memory"], request["seconds"], files)
        answer = reply(store, request)
    except SyntaxError as error:
        answer = {"error": "syntax", "message": str(error)}
    except (OSError, RuntimeError, ValueError) as error:
        kind = "store" if any(sign in str(error) for sign in DAMAGE) else "engine"
        answer = {"error": kind, "message": str(error)}
    except MemoryError:
        answer = {"error": "memory", "message": ""}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
