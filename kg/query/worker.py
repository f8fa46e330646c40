"""Answers queries in a process of its own, which can be killed and may not use more memory than it is given.

Run as a file by kg.query.pool, without site-packages. In, on standard input, lines of JSON: first what to open, then
one request each. Out, as many lines: a greeting, then a reply each, with its rows in bytes behind it, as the engine
writes them. It ends when its input does.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from io import BytesIO
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
MAX_SIZE = 50_000_000  # bytes of one answer

Request = dict[str, Any]
Reply = dict[str, Any]
_CELL = re.compile(rb"(?:^|\t)<([^<>\t\n]*)>(?=[\t\n])", re.MULTILINE)  # of a table: an IRI, and no triple


def reply(store: engine.Store, request: Request) -> Reply:
    """The answer to a query: its rows as a table in TSV, its triples as N-Triples, and the labels of things in it."""
    found = store.query(request["query"], prefixes=request["prefixes"], **_around(request))
    if isinstance(found, engine.QueryBoolean):
        return {"kind": "ask", "rows": str(bool(found)).lower().encode(), "is_cut": False, "labels": {}}
    is_table = isinstance(found, engine.QuerySolutions)
    rows = Rows(request["max_rows"] + is_table)  # the first line of a table is its head
    with suppress(Enough):
        if isinstance(found, engine.QuerySolutions):
            found.serialize(rows, format=engine.QueryResultsFormat.TSV)
        else:
            found.serialize(rows, format=engine.RdfFormat.N_TRIPLES)
    text, is_cut = rows.whole()
    iris = (_in_table if is_table else _in_graph)(text) if request["is_labelled"] else ()
    kind = "select" if is_table else "graph"
    return {"kind": kind, "rows": text, "is_cut": is_cut, "labels": _labels(store, iris)}


class Enough(Exception):
    """No more lines are wanted."""


class Rows(BytesIO):
    """A file that takes so many lines."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._lines = 0

    def write(self, part: Any) -> int:
        """Take a part. Raises Enough if that is more than is wanted."""
        size = super().write(part)
        self._lines += bytes(part).count(b"\n")
        if self._is_more:
            raise Enough
        return size

    @property
    def _is_more(self) -> bool:
        return self._lines > self._most or self.tell() > MAX_SIZE

    def whole(self) -> tuple[bytes, bool]:
        """The lines that are whole, as many as are wanted; and whether there was more."""
        if not self._is_more:
            return self.getvalue(), False
        lines = self.getvalue()[:MAX_SIZE].splitlines(keepends=True)[: self._most]
        return b"".join(line for line in lines if line.endswith(b"\n")), True


def _around(request: Request) -> dict[str, Any]:
    """What relative IRIs count from, and the graphs of the store that are asked, if the request names any."""
    named = {"default_graph": request.get("default_graphs"), "named_graphs": request.get("named_graphs")}
    graphs = {name: [engine.NamedNode(iri) for iri in iris or ()] for name, iris in named.items()}
    return {"base_iri": request.get("base_iri"), **(graphs if any(graphs.values()) else {})}


def _in_table(text: bytes) -> set[str]:
    """The IRIs that are cells of a table."""
    return {iri.decode() for iri in _CELL.findall(text)}


def _in_graph(text: bytes) -> set[str]:
    """The IRIs of triples."""
    parsed = engine.parse(text, format=engine.RdfFormat.N_TRIPLES)
    terms = (term for quad in parsed for term in (quad.subject, quad.predicate, quad.object))
    return {term.value for term in terms if isinstance(term, engine.NamedNode)}


def _labels(store: engine.Store, iris: Iterable[str]) -> dict[str, str]:
    found = ((iri, label(store, iri)) for iri in sorted(iris))
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
    rows = what.get("rows")
    if rows is not None:
        what = {**what, "rows": len(rows)}
    sys.stdout.buffer.write(json.dumps(what).encode() + b"\n" + (rows or b""))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
