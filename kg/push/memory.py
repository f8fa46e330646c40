"""What endpoints have acknowledged: one SQLite file beside the store, so that nothing is lost or doubled.

A request is noted before it is sent, and holds as done only when it was answered.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kg.errors import PushError
from kg.push.steps import Step
from kg.push.target import Target

FILE = "push.db"
_TABLES = """
CREATE TABLE IF NOT EXISTS target (id INTEGER PRIMARY KEY, endpoint TEXT, graph TEXT, UNIQUE (endpoint, graph));
CREATE TABLE IF NOT EXISTS acknowledged (target INTEGER, line BLOB, PRIMARY KEY (target, line)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pending (target INTEGER, is_replacing INTEGER, is_deleted INTEGER, line BLOB);
"""


class Memory:
    """What one target has acknowledged."""

    def __init__(self, connection: sqlite3.Connection, target: Target) -> None:
        self._connection = connection
        key = (target.endpoint, target.graph)
        connection.execute("INSERT OR IGNORE INTO target (endpoint, graph) VALUES (?, ?)", key)
        (self._id,) = connection.execute("SELECT id FROM target WHERE endpoint = ? AND graph = ?", key).fetchone()
        connection.commit()

    def lines(self) -> set[bytes]:
        """The triples that were acknowledged, and not taken back since."""
        rows = self._connection.execute("SELECT line FROM acknowledged WHERE target = ?", (self._id,))
        return {line for (line,) in rows}

    def pending(self) -> Step | None:
        """The request that was sent and not answered: the endpoint may have done it or not."""
        query = "SELECT is_replacing, is_deleted, line FROM pending WHERE target = ? ORDER BY line"
        rows = self._connection.execute(query, (self._id,)).fetchall()
        if not rows:
            return None
        deleted, inserted = (
            tuple(line for _, is_deleted, line in rows if line is not None and bool(is_deleted) == side)
            for side in (True, False)
        )
        return Step(deleted, inserted, bool(rows[0][0]))

    def begin(self, step: Step) -> None:
        """Note a request before it is sent."""
        rows: list[tuple[int, bool, bool, bytes | None]] = [(self._id, step.is_replacing, False, None)]
        rows += [(self._id, step.is_replacing, True, line) for line in step.deleted]
        rows += [(self._id, step.is_replacing, False, line) for line in step.inserted]
        with self._connection:
            self._connection.execute("DELETE FROM pending WHERE target = ?", (self._id,))
            self._connection.executemany("INSERT INTO pending VALUES (?, ?, ?, ?)", rows)

    def acknowledge(self, step: Step) -> None:
        """Note that a request was answered."""
        with self._connection:
            if step.is_replacing:
                self._connection.execute("DELETE FROM acknowledged WHERE target = ?", (self._id,))
            gone = [(self._id, line) for line in step.deleted]
            come = [(self._id, line) for line in step.inserted]
            self._connection.executemany("DELETE FROM acknowledged WHERE target = ? AND line = ?", gone)
            self._connection.executemany("INSERT OR IGNORE INTO acknowledged VALUES (?, ?)", come)
            self._connection.execute("DELETE FROM pending WHERE target = ?", (self._id,))


@contextmanager
def remembered(path: Path, target: Target) -> Iterator[Memory]:
    """What a file remembers of a target. PushError if another push has it, or if it cannot be used."""
    try:
        with closing(sqlite3.connect(path, timeout=0)) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("BEGIN EXCLUSIVE")
            connection.commit()
            connection.executescript(_TABLES)
            yield Memory(connection, target)
    except sqlite3.Error as error:
        if "locked" in str(error):
            raise PushError(f"{path}: another push is going on. Wait for it, or use --state.") from error
        message = f"{path}: cannot remember what was sent ({error}). Take the file away, or name another with --state."
        raise PushError(message) from error
