"""Files beside a store that show its graph: the Turtle file, and which of them are of the graph as it is now."""

from __future__ import annotations

import json
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from kg.store.files import keep
from kg.store.lines import digest, in_order, stored_lines, turtle, written_lines
from kg.store.opening import locate, open_store, read_identity

TURTLE = "graph.ttl"
PAGE = "graph.html"
_PAGES = ("graph-*.html", "graph-*.png")  # about a part of the graph
_EXPORTS = "exports.json"


def write_turtle(out: Path) -> None:
    """Write the Turtle file of the store as it is now, in a folder that was claimed."""
    lines = in_order(stored_lines(open_store(out)))
    keep(out / TURTLE, turtle(lines, read_identity(out).base), "the graph", "--out")
    note_export(out, TURTLE)


def note_export(out: Path, name: str) -> None:
    """Note that a file in an output folder shows the graph as it is now."""
    exports = {**_exports(out), name: read_identity(out).digest}
    keep(locate(out) / _EXPORTS, json.dumps(exports, sort_keys=True).encode(), "the graph", "--out")


def is_export_current(out: Path, name: str) -> bool:
    """Whether a file in an output folder is there, and was written of the graph as it is now."""
    return (out / name).is_file() and is_export_noted(out, name)


def is_export_noted(out: Path, name: str) -> bool:
    """Whether a file was written of the graph as it is now, whatever became of it."""
    return _exports(out).get(name) == read_identity(out).digest


def withdraw(out: Path) -> None:
    """Delete the files that show the graph as it was, and so what was taken out of it; also pages about a part."""
    for path in exported(out):
        path.unlink(missing_ok=True)
    (locate(out) / _EXPORTS).unlink(missing_ok=True)


def exported(out: Path) -> list[Path]:
    """The files in an output folder that show the graph or a part of it, as `kg build` and `kg view` name them."""
    pages = (path for pattern in _PAGES for path in out.glob(pattern))
    return sorted(path for path in {out / TURTLE, out / PAGE, *pages} if path.is_file())


def _exports(out: Path) -> dict[str, str]:
    """The digest of the graph that each file was written of."""
    try:
        return dict(json.loads((locate(out) / _EXPORTS).read_text("utf-8")))
    except (OSError, ValueError):
        return {}


def turtle_is_current(out: Path) -> bool:
    """Whether the Turtle file beside a store is there, whole, and holds the graph of the store."""
    path = locate(out).parent / TURTLE
    try:
        lines = set(written_lines(quad.triple for quad in parse(path=str(path), format=RdfFormat.TURTLE)))
    except (OSError, ValueError, SyntaxError):
        return False
    return digest(lines) == read_identity(out).digest
