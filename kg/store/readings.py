"""Readings on disk: what was read in each document is kept, so that nothing is read twice.

One file a document in `output/readings/`: a line of checksums, a line with what the rest of the program needs to know
of every document, and what only its triples need.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from kg import rdf, store
from kg.errors import KgError
from kg.model import (
    Document,
    Evidence,
    Link,
    Literal,
    Mention,
    Predicate,
    Reading,
    Statement,
    StatementRef,
    Time,
)
from kg.resolve import Told, told
from kg.resolve.records import Part, Record
from kg.store.files import unwritable
from kg.store.plain import Shape

FORMAT = 4
_ENDING = ".jsonl"


@dataclass(frozen=True, slots=True)
class Header:
    """What a build must know of every document, also of those that did not change."""

    told: Told
    sentences: int
    statements: tuple[str, ...]  # their ids in the graph
    by_status: tuple[tuple[str, int], ...]
    by_relation: tuple[tuple[str, int], ...]
    furniture: int = 0  # of the sentences
    unread: int = 0  # characters

    @property
    def document(self) -> Document:
        """The document as it was read."""
        return self.told.document


_SHAPE = Shape(
    Document, Evidence, Header, Link, Literal, Mention, Part, Predicate, Record, Statement, StatementRef, Time, Told
)


class DamagedReading(KgError):
    """A reading that is not what was written; the document must be read again."""

    def __init__(self, key: str) -> None:
        super().__init__(f"the reading {key} is damaged. Run `kg build` again.")
        self.key = key


def header_of(reading: Reading) -> Header:
    """The header of a reading."""
    status = Counter(str(statement.status) for statement in reading.statements)
    relation = Counter(statement.predicate.name for statement in reading.statements)
    return Header(
        told(reading),
        len(reading.sentences),
        tuple(rdf.statements_by_id(reading)),
        tuple(sorted(status.items())),
        tuple(sorted(relation.items())),
        reading.furniture,
        reading.unread,
    )


def key_of(document: Document, reader: str) -> str:
    """The name of the reading of a document by a program, model and rules, which `reader` is a digest of."""
    parts = [getattr(document, field.name) for field in fields(Document) if field.init]
    text = json.dumps([FORMAT, reader, *parts])
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:32]


class Readings:
    """The folder of readings of an output folder."""

    def __init__(self, out: Path) -> None:
        self.folder = Path(out) / "readings"
        self._headers: dict[str, Header] = {}  # those that were asked for

    def keep(self, key: str, reading: Reading) -> Header:
        """Write a reading, whole or not at all; from then on it need not be read again."""
        header = header_of(reading)
        head = _SHAPE.dumps(header).encode("ascii")
        body = _SHAPE.dumps((reading.mentions, reading.sentences, reading.statements)).encode("ascii")
        content = b"%s %s\n%s\n%s\n" % (_checksum(key, head), _checksum(key, body), head, body)
        try:
            self.folder.mkdir(exist_ok=True)
            store.write_atomically(self._path(key), content)
        except OSError as error:
            raise unwritable(self.folder, error, "what was read") from error
        self._headers[key] = header
        return header

    def header(self, key: str) -> Header | None:
        """The header of a reading; None where there is none that is whole."""
        if key not in self._headers:
            try:
                with self._path(key).open("rb") as file:
                    sums, head = file.readline().split(), file.readline().rstrip(b"\n")
            except OSError:
                return None
            if sums[:1] != [_checksum(key, head)]:
                return None
            self._headers[key] = _header(head)
        return self._headers[key]

    def reading(self, key: str) -> Reading:
        """A whole reading. Raises DamagedReading."""
        try:
            sums, head, body = self._path(key).read_bytes().rstrip(b"\n").split(b"\n")
        except (OSError, ValueError) as error:
            raise DamagedReading(key) from error
        if sums.split() != [_checksum(key, head), _checksum(key, body)]:
            raise DamagedReading(key)
        mentions, sentences, statements = _SHAPE.loads(body)
        header = _header(head)
        return Reading(header.document, mentions, sentences, statements, header.furniture, header.unread)

    def forget(self, keys: Iterable[str]) -> None:
        """Take readings away."""
        for key in keys:
            self._headers.pop(key, None)
            self._path(key).unlink(missing_ok=True)

    def forget_damaged(self) -> None:
        """Take away the readings that are not what was written."""
        self.forget(self.damaged())

    def damaged(self) -> list[str]:
        """The names of the readings that are not what was written."""
        return [key for key in self.keys() if not self._is_whole(key)]

    def _is_whole(self, key: str) -> bool:
        try:
            self.reading(key)
        except DamagedReading:
            return False
        return True

    def keys(self) -> Iterator[str]:
        """Yield the names of all readings that are there."""
        if self.folder.is_dir():
            yield from sorted(path.stem for path in self.folder.glob(f"*{_ENDING}"))

    def clear(self, needed: Iterable[str]) -> None:
        """Take away the readings that are not needed, and what a killed build left half written."""
        self.forget(set(self.keys()) - set(needed))
        for left in self.folder.glob(f".*{_ENDING}.*"):
            left.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{_ENDING}"


def _header(head: bytes) -> Header:
    header: Header = _SHAPE.loads(head)
    return header


def _checksum(key: str, content: bytes) -> bytes:
    """Also of the name: a reading that was put into another's place is none."""
    return hashlib.sha256(key.encode("ascii") + content).hexdigest().encode("ascii")
