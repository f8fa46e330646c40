"""Folders that a graph stands in, and which files there kg wrote itself: none of them is an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

_STORES = ("store", ".store.new", ".store.old")
_IDENTITY = "kg.json"
_SEEN = ".seen.json"
_READINGS = "readings"
_FOLDERS = (*_STORES, _READINGS)
_READING = re.compile(r"[0-9a-f]{32}\.jsonl")
_TURTLE = "graph.ttl"
_PAGES = ("graph.html", "graph-*.html", "graph-*.png")
_BESIDE = (".ledger.csv", ".judgements.csv")  # beside the folder, by its name


def holds_graph(folder: Path, out: Path | None) -> bool:
    """Whether kg wrote into a folder, by any of what it leaves there, or is about to: `out` is where it will."""
    is_marked = any((folder / name / _IDENTITY).is_file() for name in _STORES) or (folder / _SEEN).is_file()
    return is_marked or _holds_readings(folder / _READINGS) or _is_out(folder, out)


def own_of(children: Iterable[Path]) -> set[Path]:
    """Which entries of a folder that holds a graph kg wrote there."""
    return {
        child for child in children if _is_own_name(child.name) and (child.name != _READINGS or _holds_readings(child))
    }


def is_own(path: Path, out: Path | None) -> bool:
    """Whether what somebody named is kg's own; the Turtle file of another graph is not, since it may be taken in."""
    if path.name.endswith(_BESIDE):
        return holds_graph(path.with_name(path.name.rsplit(".", 2)[0]), out)
    if path.name == _TURTLE:
        return _is_out(path.parent, out)
    written = path.parent if path.parent.name in _FOLDERS else path
    return bool(own_of([written])) and holds_graph(written.parent, out)


def _is_own_name(name: str) -> bool:
    return name in (*_FOLDERS, _TURTLE) or any(fnmatch(name, pattern) for pattern in _PAGES)


def _holds_readings(folder: Path) -> bool:
    return folder.is_dir() and any(_READING.fullmatch(path.name) for path in folder.iterdir())


def _is_out(folder: Path, out: Path | None) -> bool:
    return out is not None and folder.resolve() == out.resolve()
