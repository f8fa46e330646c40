"""What a graph was made from: its documents and readings, and who is who in it; in `output/store/state.json`.

A build compares it with what it finds, and changes in the graph only what differs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kg import store
from kg.errors import StoreError
from kg.model import Contribution, Document, Doubt, Entity, Link, Resolution, digest
from kg.store.opening import STATE
from kg.store.plain import Shape

FILE = STATE
FORMAT = 6


@dataclass(frozen=True, slots=True)
class Counts:
    """What a build tells of the documents in its graph."""

    documents: int = 0
    sentences: int = 0
    furniture: int = 0  # of the sentences
    entities: int = 0
    names: int = 0
    named: int = 0
    doubtful: int = 0
    statements_by_status: tuple[tuple[str, int], ...] = ()
    statements_by_relation: tuple[tuple[str, int], ...] = ()
    ignored: tuple[str, ...] = ()
    data_files: int = 0  # of the documents
    given_triples: int = 0  # in them; sentences are those of articles
    unread: tuple[tuple[str, int], ...] = ()  # source of an article, characters of it that are not read; sorted


@dataclass(frozen=True, slots=True)
class Twin:
    """A document that is not in the graph, since one there has the same text; it is when that one goes."""

    first: str  # id of the one that is there
    document: Document  # without its text


@dataclass(frozen=True, slots=True)
class State:
    """What a graph was made from."""

    graph: str  # digest of the graph that this is the state of
    inputs: str  # digest of all that decides what the graph is
    run: str  # id of the run
    base: str
    model: str
    ontologies: tuple[str, ...]  # files of the user's, as they were named
    entities: str  # a file of the user's
    counts: Counts
    keys: tuple[tuple[str, str], ...]  # id of a document, name of its reading; sorted
    reviews: tuple[tuple[str, str], ...] = ()  # id of a statement, verdict
    format: int = FORMAT
    twins: tuple[Twin, ...] = ()  # sorted
    partings: tuple[tuple[str, str], ...] = ()  # judgements that tell two of one name in one text apart


@dataclass(frozen=True, slots=True)
class _Who:
    """A resolution, but for the ledger, which is a file of its own."""

    entities: tuple[Entity, ...]
    clusters: tuple[tuple[str, int, int], ...]  # document, cluster, number of the entity
    doubtful: tuple[Doubt, ...]
    contributions: tuple[Contribution, ...]
    replaced: tuple[tuple[str, str], ...]
    different: tuple[tuple[str, str], ...]
    judged: tuple[tuple[str, str], ...]


_SHAPE = Shape(Contribution, Counts, Document, Doubt, Entity, Link, State, Twin, _Who)


def read(out: Path) -> State | None:
    """The state of the graph in an output folder; None if there is none that is whole."""
    try:
        with (store.locate(out) / FILE).open("rb") as file:
            state: State = _SHAPE.loads(file.readline().decode("ascii"))
    except (OSError, ValueError, TypeError, StoreError):
        return None
    return state if isinstance(state, State) and state.format == FORMAT else None


def twins_of(twins: Iterable[Document], documents: Iterable[Document]) -> tuple[Twin, ...]:
    """Documents as twins of those in the graph that have the same text."""
    first = {document.sha256: document.id for document in documents}
    found = [(first[twin.sha256], twin) for twin in twins if twin.sha256 in first]
    return tuple(Twin(id, replace(twin, text="")) for id, twin in sorted(found, key=lambda pair: pair[1].source))


def is_sure(out: Path, state: State) -> bool:
    """Whether the store can be opened and holds the graph that the state is of, as far as can be told at once."""
    try:
        store.open_store(out)
        return store.read_identity(out).digest == state.graph and not store.is_unsure(out)
    except StoreError:
        return False


def read_resolution(out: Path) -> Resolution | None:
    """Who is who in the graph; None if the file is damaged."""
    try:
        first, line, told = (store.locate(out) / FILE).read_text(encoding="ascii").splitlines()
        if digest(first, line) != told:
            return None
        who: _Who = _SHAPE.loads(line)
        clusters = {(document, cluster): who.entities[number] for document, cluster, number in who.clusters}
    except (OSError, ValueError, TypeError, IndexError, AttributeError):
        return None
    return Resolution(
        entities=who.entities,
        entity_by_cluster=clusters,
        doubtful=who.doubtful,
        contributions=who.contributions,
        replaced=who.replaced,
        different=who.different,
        judged=who.judged,
    )


def dump(state: State, resolution: Resolution) -> bytes:
    """The file of a state."""
    number = {entity.id: i for i, entity in enumerate(resolution.entities)}
    who = _Who(
        resolution.entities,
        tuple((*key, number[entity.id]) for key, entity in sorted(resolution.entity_by_cluster.items())),
        resolution.doubtful,
        resolution.contributions,
        resolution.replaced,
        resolution.different,
        resolution.judged,
    )
    lines = _SHAPE.dumps(state), _SHAPE.dumps(who)
    return "".join(f"{line}\n" for line in (*lines, digest(*lines))).encode("ascii")
