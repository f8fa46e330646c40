"""Answers queries in a process of its own, which can be killed and may not use more memory than it is given.

Run as a file by kg.query.pool, without site-packages. In, on standard input, lines of JSON: first what to open, then
one request each. Out, as many lines: a greeting, then a reply each. It ends when its input does.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import partial
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
    found = store.query(request["query"], prefixes=request["prefixes"], **_around(request))
    if isinstance(found, engine.QueryBoolean):
        return {"kind": "ask", "variables": [], "rows": [[["l", str(bool(found)).lower(), "", ""]]], "labels": {}}
    if isinstance(found, engine.QuerySolutions):
        kind, variables = "select", [variable.value for variable in found.variables]
        rows, is_cut = _rows(found, request["max_rows"])
    else:
        kind, variables = "graph", ["subject", "predicate", "object"]
        rows, is_cut = _rows(((t.subject, t.predicate, t.object) for t in found), request["max_rows"])
    labels = _labels(store, rows) if request["is_labelled"] else {}
    return {"kind": kind, "variables": variables, "rows": rows, "is_cut": is_cut, "labels": labels}


def _around(request: Request) -> dict[str, Any]:
    """What relative IRIs count from, and the graphs of the store that are asked, if the request names any."""
    named = {"default_graph": request.get("default_graphs"), "named_graphs": request.get("named_graphs")}
    graphs = {name: [engine.NamedNode(iri) for iri in iris or ()] for name, iris in named.items()}
    return {"base_iri": request.get("base_iri"), **(graphs if any(graphs.values()) else {})}


def _rows(found: Any, max_rows: int) -> tuple[list[list[Any]], bool]:
    rows: list[list[Any]] = []
    size = 0
    for solution in islice(found, max_rows):
        row = [plain(term) for term in solution]
        size += sum(len(str(term[1])) for term in row if term)
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
    if isinstance(term, engine.Triple):
        return ["t", *map(plain, term)]
    return ["b", term.value]


def _labels(store: engine.Store, rows: list[list[Any]]) -> dict[str, str]:
    iris = sorted({term[1] for row in rows for term in row if term and term[0] == "i"})
    found = ((iri, label(store, iri)) for iri in iris)
    return {iri: words for iri, words in found if words}


def label(store: engine.Store, iri: str) -> str:
    """What a thing is called: its label or title, or the words of a passage."""
    for title in TITLES:
        values = store.quads_for_pattern(engine.NamedNode(iri), engine.NamedNode(title), None)
        labels = sorted(quad.object.value for quad in values if isinstance(quad.object, engine.Literal))
        if labels:
            return labels[0]
    return ""


def _confine(memory: int, files: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if files <= FILES_AT_ONCE:
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))  # the store is open; no socket and no other file will be
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _allow(seconds: int) -> None:
    """Let this process work so much longer; then the system ends it, should its parent not have done so."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _opened(what: Request) -> engine.Store:
    store = engine.Store.read_only(what["store"])
    files = sum(entry.name.endswith(".sst") for entry in os.scandir(what["store"]))
    _confine(what["memory"], files)
    return store


def _guarded(answer: Callable[[], Any]) -> Any:
    """An answer, or what kept the engine from giving one."""
    try:
        return answer()
    except SyntaxError as error:
        return {"error": "syntax", "message": str(error)}
    except (OSError, RuntimeError, ValueError) as error:
        kind = "store" if any(sign in str(error) for sign in DAMAGE) else "engine"
        return {"error": kind, "message": str(error)}
    except MemoryError:
        return {"error": "memory", "message": ""}


def _answer(store: engine.Store, request: Request) -> Reply:
    _allow(request["seconds"])
    return reply(store, request)


def main() -> None:
    """Open what the first line says and answer every line after it."""
    store = _guarded(lambda: _opened(json.loads(sys.stdin.readline())))
    is_open = isinstance(store, engine.Store)
    _say({"ready": True} if is_open else store)
    for line in sys.stdin if is_open else ():
        request = json.loads(line)
        _say(_guarded(partial(_answer, store, request)))


def _say(what: Reply) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
