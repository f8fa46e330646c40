"""The stages composed: a folder of articles in, a graph that can be queried out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg import judgements as judging
from kg import ledger as ledgers
from kg import ontology, rdf, store
from kg.engine import Failure, Settings, read_all
from kg.errors import UnreadableDocument
from kg.judgements import Judgement
from kg.known import KnownThing
from kg.ledger import Changes
from kg.model import Document, MentionKind, Reading, Resolution, Status
from kg.read import Skipped, read
from kg.resolve import resolve
from kg.run import current_run
from kg.shipped import folder

if TYPE_CHECKING:
    from pyoxigraph import Triple


@dataclass(slots=True)
class Summary:
    """What a build read, wrote and left out."""

    documents: int = 0
    sentences: int = 0
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


def build(
    paths: Iterable[str | Path],
    out: str | Path = "output",
    *,
    settings: Settings | None = None,
    workers: int = 1,
    base: str = rdf.BASE,
    details: dict[str, str | None] | None = None,
    judgements: Path | None = None,
    ledger: Path | None = None,
    known: Iterable[KnownThing] = (),
    progress: Callable[[Document], None] | None = None,
) -> Summary:
    """Read the articles under the paths and replace the graph in `out`; `progress` hears of each one read.

    `known` are things with their names and addresses; `judgements` and `ledger` are files, by default beside `out`.

    Raises UnreadableDocument if there is not a single article, InvalidJudgement and InvalidLedger if those files
    cannot be obeyed, and leaves the old graph as it is.
    """
    rdf.check_base(base)
    settings, summary = settings or Settings(), Summary()
    with store.claimed(Path(out)):
        judged = _judged(judgements or judging.home(out), settings)
        place = ledger or ledgers.home(out)
        published = ledgers.read(place)
        documents = _readable(read(paths, **(details or {})), summary)
        readings = sorted(_read(documents, settings, workers, summary, progress), key=lambda r: r.document.id)
        if not readings:
            raise UnreadableDocument(_nothing(summary.skipped))
        resolution = resolve(readings, known, judged, published)
        verdicts = judging.verdicts(judged)
        _count(readings, resolution, summary)
        summary.changes = ledgers.changes(published, resolution.anchors) if published else Changes()
        summary.ignored = (*resolution.ignored, *_unheard(judged, readings))
        store.keep(place, ledgers.dump(resolution.anchors), "the ledger", "--ledger")
        summary.identity = store.replace(Path(out), _graph(readings, resolution, verdicts, settings, base), base=base)
    return summary


def _judged(path: Path, settings: Settings) -> tuple[Judgement, ...]:
    """The judgements of a file, with classes by their names; the ontology is only asked where a class is judged."""
    judged = judging.read(path)
    if not any(judgement.kind == "retype" for judgement in judged):
        return judged
    return judging.with_classes(judged, ontology.load(*settings.ontologies).class_by_word)


def _unheard(judged: Iterable[Judgement], readings: Iterable[Reading]) -> Iterator[str]:
    """The verdicts on statements that no article makes."""
    verdicts = [judgement for judgement in judged if judgement.kind in ("reject", "accept")]
    made = {id for reading in readings for id in rdf.statements_by_id(reading)} if verdicts else set()
    yield from (str(judgement) for judgement in verdicts if judging.statement_id(judgement.a) not in made)


def _nothing(skipped: list[Skipped]) -> str:
    """Why there is no graph, in one line."""
    faults = [item for item in skipped if item.is_fault]
    if not faults:
        return "there is no article to read. Name files or folders that hold text, Markdown or HTML."
    first = f"{faults[0].source}: {faults[0].reason}"
    return first if len(faults) == 1 else f"none of {len(faults)} files can be read; the first is {first}"


def _readable(found: Iterable[Document | Skipped], summary: Summary) -> Iterator[Document]:
    for item in found:
        if isinstance(item, Skipped):
            summary.skipped.append(item)
        else:
            yield item


def _read(
    documents: Iterable[Document],
    settings: Settings,
    workers: int,
    summary: Summary,
    progress: Callable[[Document], None] | None,
) -> Iterator[Reading]:
    for outcome in read_all(documents, settings, workers):
        if isinstance(outcome, Failure):
            summary.skipped.append(Skipped(outcome.document.source, f"reading broke off ({outcome.reason})"))
        else:
            yield outcome
        if progress is not None:
            progress(outcome.document)


def _count(readings: list[Reading], resolution: Resolution, summary: Summary) -> None:
    summary.documents = len(readings)
    summary.sentences = sum(len(reading.sentences) for reading in readings)
    summary.entities = len(resolution.entities)
    summary.doubtful = len(resolution.doubtful)
    summary.named = sum(entity.kind is MentionKind.NAME for entity in resolution.entities)
    summary.names = sum(entity.kind is MentionKind.NAME for entity in resolution.entity_by_cluster.values())
    for reading in readings:
        for statement in reading.statements:
            summary.statements_by_status[statement.status] += 1
            summary.statements_by_relation[statement.predicate.name] += 1


def _graph(
    readings: list[Reading], resolution: Resolution, verdicts: Mapping[str, str], settings: Settings, base: str
) -> Iterator[Triple]:
    yield from rdf.ontology_triples(folder("ontology"))
    yield from rdf.triples(readings, resolution, current_run(settings.model), base=base, reviews=verdicts)
