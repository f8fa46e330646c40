"""Paths to the files that can be read: folders are walked in order, and nothing outside of them is followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UnreadableDocument
from kg.read.graphs import holds_graph, is_own, own_of
from kg.settings import LONGEST_SENTENCE

_LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"})  # beside people's files


@dataclass(frozen=True, slots=True, order=True)
class Skipped:
    """Something that was not read, and why; `is_fault` unless leaving it out is what anybody would expect."""

    source: str
    reason: str
    is_fault: bool = True
    is_read: bool = False  # the rest of it was


def endless(source: str, characters: int) -> Skipped:
    """What is told of an article in which sentences are too long to be read."""
    reason = f"{characters:,} of its characters are not read: no sentence ends there within {LONGEST_SENTENCE:,}"
    return Skipped(source, reason, is_read=True)


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A regular file to read, and the name that a reader would cite it by."""

    source: str
    path: Path


@dataclass(frozen=True, slots=True)
class _Walk:
    """Where a walk is: it stays under `top`, and names count from `base`."""

    top: Path
    base: Path
    out: Path | None  # where the graph is written


def find(
    paths: Iterable[str | Path], root: str | Path | None = None, *, out: str | Path | None = None
) -> list[Found | Skipped]:
    """All files under the paths, sorted by name and each once; of what kg wrote itself, into `out` or before, none.

    Raises UnreadableDocument for a name that is empty.
    Names are relative to `root`: by default the folder given, or the one that holds all paths given.
    """
    given = sorted({_absolute(_path(path)) for path in paths})
    base = _absolute(Path(root)) if root else _common_folder(given)
    found: dict[str, Found | Skipped] = {}
    for path in given:
        walk = _Walk(path if path.is_dir() else path.parent, base, Path(out) if out else None)
        for item in _entry(path, walk, is_given=True):
            found.setdefault(item.source, item)
    return [found[source] for source in sorted(found)]


def _path(path: str | Path) -> Path:
    if isinstance(path, str) and not path.strip():
        raise UnreadableDocument("an empty name names no file or folder. Name one, or `.` for the working folder.")
    return Path(path)


def cite(path: str | Path, base: str | Path = "") -> str:
    """A path relative to `base`, with `/`, in which odd bytes and control characters are spelled out.

    >>> cite("news/line" + chr(10) + "break.txt")
    'news/line\\\\nbreak.txt'
    """
    relative = os.path.relpath(path, base) if base else os.fspath(path)
    if relative.startswith(".."):
        relative = Path(path).name
    return spelled_out(os.fsencode(relative).decode("utf-8", "backslashreplace").replace(os.sep, "/"))


def spelled_out(name: str) -> str:
    """A name in which control characters are spelled out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)


def _absolute(path: Path) -> Path:
    """The path from the root of the file system; a link that was given itself keeps its name."""
    return path.resolve() if path.name in ("", "..") else path.parent.resolve() / path.name


def _common_folder(paths: list[Path]) -> Path:
    folders = [path if path.is_dir() else path.parent for path in paths]
    return Path(os.path.commonpath(folders)) if folders else Path()


def _entry(path: Path, walk: _Walk, *, is_given: bool = False) -> Iterator[Found | Skipped]:
    """The files at or under a path."""
    source = cite(path, walk.base)
    if _is_hidden(path.name) and not is_given:
        return
    try:
        yield from _look(path, walk, source, is_given)
    except OSError as error:
        named = path.name if source == "." else source  # the folder that was given
        yield Skipped(named, f"cannot be opened: {error.strerror or error}")


def _is_hidden(name: str) -> bool:
    """Whether a name is of what no folder shows to people: by its dot, or since it is of the system's own.

    >>> _is_hidden(".DS_Store"), _is_hidden("Thumbs.db"), _is_hidden("thumbs.txt")
    (True, True, False)
    """
    return name.startswith(".") or name.lower() in _LEFT_BY_SYSTEMS


def _look(path: Path, walk: _Walk, source: str, is_given: bool) -> Iterator[Found | Skipped]:
    if path.is_symlink() and not is_given and not path.resolve(strict=True).is_relative_to(walk.top.resolve()):
        yield Skipped(source, "is a link that leads out of the folder")
        return
    kind = path.stat().st_mode
    if is_own(path, walk.out):
        yield Skipped(source, "is part of a graph", is_fault=False)
    elif stat.S_ISREG(kind):
        yield Found(source, path)
    elif not stat.S_ISDIR(kind):
        yield Skipped(source, "is no regular file")
    elif not is_given and holds_graph(path, walk.out):
        yield Skipped(source, "is the folder of a graph", is_fault=False)
    elif path.is_symlink() and not is_given:
        yield Skipped(source, "is a link to a folder that is read anyway", is_fault=False)
    else:
        yield from _folder(path, walk)


def _folder(path: Path, walk: _Walk) -> Iterator[Found | Skipped]:
    """The files in a folder; where a graph stands in it, without what kg wrote there."""
    children = sorted(path.iterdir())
    own = own_of(children) if holds_graph(path, walk.out) else set()
    for child in children:
        if child in own:
            yield Skipped(cite(child, walk.base), "is part of a graph", is_fault=False)
        else:
            yield from _entry(child, walk)
