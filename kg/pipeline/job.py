"""What a build is asked to do, and what it tells of what it did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kg import rdf, store
from kg.apart import Apart
from kg.known import KnownThing
from kg.ledger import Changes
from kg.model import Document, Status
from kg.read import Skipped
from kg.settings import Settings

_SMALL = 100_000  # triples of a graph that is written into files anew after every change
_LARGE = 2_000_000  # triples of a graph whose page is only written when it is asked for


@dataclass(slots=True)
class Summary:
    """What a build read, wrote and left out."""

    documents: int = 0
    data_files: int = 0  # of the documents
    sentences: int = 0
    furniture: int = 0  # of the sentences: lines of a page that are no part of its article, and are not read
    given_triples: int = 0  # in the data files
    skipped: list[Skipped] = field(default_factory=list)
    statements_by_status: Counter[Status] = field(default_factory=Counter)
    statements_by_relation: Counter[str] = field(default_factory=Counter)
    entities: int = 0
    names: int = 0  # each once for every article that has it
    named: int = 0  # entities that they are names of
    doubtful: int = 0  # pairs of entities that may be one
    changes: Changes = field(default_factory=Changes)  # of names, since the last build
    ignored: tuple[str, ...] = ()  # judgements that match nothing, in words
    identity: store.Identity | None = None
    read: int = 0  # documents that had to be read; of the others a reading was kept
    is_loaded: bool = False  # the whole graph was written, and not a part of it or nothing
    behind: list[str] = field(default_factory=list)  # files in the folder that show an earlier graph, or are not there
    heirs: list[tuple[str, str]] = field(default_factory=list)  # documents that stand for removed ones of the same text
    deleted: list[str] = field(default_factory=list)  # files in the folder that showed an article that is gone

    def is_quick(self, out: Path) -> bool:
        """Whether writing the graph of a folder into a file takes no longer than the build may."""
        return self.is_loaded or store.read_identity(out).triples <= _SMALL

    def has_page(self, out: Path) -> bool:
        """Whether a page of the graph of a folder can be opened and is written at once."""
        return self.is_quick(out) and store.read_identity(out).triples <= _LARGE


@dataclass(frozen=True, slots=True)
class Job:
    """Where a graph stands and what decides how it is made, beside its documents."""

    out: Path
    settings: Settings = field(default_factory=Settings)
    workers: int = 1
    base: str = rdf.BASE
    judgements: Path | None = None
    ledger: Path | None = None
    known: tuple[KnownThing, ...] = ()
    entities: str = ""  # the file that they come from
    progress: Callable[[Document], None] | None = None
    apart: Apart | None = None  # a process that was started for this build already
    is_afresh: bool = False  # trust nothing that the folder holds, but readings that are whole
