"""Files as they were when they were last read, so that those that did not change need not be opened.

In `output/.seen.json`, beside the graph and no part of it: a copy of the articles, or another machine, reads again.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kg import store
from kg.errors import StoreError
from kg.model import Document
from kg.store.readings import Readings, key_of

_FILE = ".seen.json"
_SECOND = 1_000_000_000  # in nanoseconds
_TICK = 100_000_000  # two changes this far apart differ in their time, where a file system knows parts of seconds

Details = Mapping[str, str | None]
_Stamp = tuple[str, str, int, int, int, int]  # path, details, length, times of change of content and of all, number


class Seen:
    """The files that were read for a graph, each with what held for those that do not tell it."""

    def __init__(self, out: Path, readings: Readings, details: Details) -> None:
        self._out = out
        self._readings = readings
        self._details = json.dumps(sorted(details.items()))
        self._stamp_by_source: dict[str, _Stamp] = {}
        try:
            told = json.loads((out / _FILE).read_bytes())
            self._key_by_stamp: dict[_Stamp, str] = {tuple(stamp): key for stamp, key in told}
        except (OSError, ValueError, TypeError):
            self._key_by_stamp = {}  # then all files are read

    def is_new(self, path: Path) -> bool:
        """Whether a file is not as it was."""
        return self._stamp(path) not in self._key_by_stamp

    def document(self, path: Path, source: str, reader: str) -> Document | None:
        """The document in a file that is as it was; None if it must be read. `reader` is a digest of who read it."""
        stamp = self._stamp(path)
        if stamp is None:
            return None
        if _is_settled(stamp):
            self._stamp_by_source[source] = stamp
        key = self._key_by_stamp.get(stamp)
        header = self._readings.header(key) if key else None
        if header is None or header.document.source != source or key_of(header.document, reader) != key:
            return None
        return header.document

    def keep(self, key_by_source: Mapping[str, str]) -> None:
        """Note the files of a graph, by the sources of its documents, with the names of their readings.

        A file that gave no document is noted too: it is opened again, but is no news. If this cannot be written, the
        next build opens all files.
        """
        here = set(key_by_source.values())
        noted = {stamp: key for stamp, key in self._key_by_stamp.items() if key in here}
        noted |= {stamp: key_by_source.get(source, "") for source, stamp in self._stamp_by_source.items()}
        with suppress(StoreError):  # without it all is as well, and slower
            store.keep(self._out / _FILE, json.dumps(sorted(noted.items())).encode(), "what was seen", "--out")

    def _stamp(self, path: Path) -> _Stamp | None:
        try:
            about = path.stat()
        except OSError:
            return None
        changed = about.st_mtime_ns, about.st_ctime_ns
        return os.fspath(path), self._details, about.st_size, *changed, about.st_ino


def _is_settled(stamp: _Stamp) -> bool:
    """Whether a change of the file from now on gives it another time; whole seconds are a coarse clock's."""
    last = max(stamp[3:5])
    return time.time_ns() - last > (_TICK if last % _SECOND else 3 * _SECOND)
