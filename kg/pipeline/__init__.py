"""The stages composed: a folder of articles in, a graph that can be queried out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from kg import judgements as judging
from kg import ledger as ledgers
from kg import ontology, rdf, store
from kg.garbage import uncollected
from kg.judgements import Judgement
from kg.known import KnownThing
from kg.model import Document
from kg.pipeline.gathering import Gathering
from kg.pipeline.job import Job, Summary
from kg.pipeline.making import Making
from kg.settings import Settings
from kg.store.readings import DamagedReading
from kg.store.seen import Details

__all__ = ["Job", "Summary", "add", "build", "make", "put", "remove", "restore"]


def build(
    paths: Iterable[str | Path],
    out: str | Path = "output",
    *,
    settings: Settings | None = None,
    workers: int = 1,
    base: str = rdf.BASE,
    details: Details | None = None,
    judgements: Path | None = None,
    ledger: Path | None = None,
    known: Iterable[KnownThing] = (),
    progress: Callable[[Document], None] | None = None,
) -> Summary:
    """Make the graph in `out` that of the articles under the paths; `progress` hears of each of them.

    Only articles that are new or changed are read. `known` are things with their names and addresses; `judgements`
    and `ledger` are files, by default beside `out`.

    Raises UnreadableDocument if there is not a single article, InvalidJudgement and InvalidLedger if those files
    cannot be obeyed, and leaves the old graph as it is.
    """
    job = Job(Path(out), settings or Settings(), workers, base, judgements, ledger, tuple(known), progress=progress)
    return make(job, paths, details)


def make(job: Job, paths: Iterable[str | Path], details: Details | None = None) -> Summary:
    """As `build`."""
    return _made(job, lambda gathering: gathering.of(paths), details)


def add(job: Job, paths: Iterable[str | Path], details: Details | None = None) -> Summary:
    """Add articles to the graph of a folder; one that it has under that name is replaced."""
    return _made(job, lambda gathering: gathering.with_those_of(paths), details)


def put(job: Job, documents: Iterable[Document]) -> Summary:
    """Add documents that were read elsewhere; those of the same file are replaced."""
    return _made(job, lambda gathering: gathering.with_these(documents))


def remove(job: Job, names: Iterable[str]) -> Summary:
    """Take articles out of the graph of a folder, by source, title or IRI. Raises NotFound, and changes nothing."""
    return _made(job, lambda gathering: gathering.without(names))


def restore(job: Job) -> Summary:
    """Make the graph of a folder anew of the articles that it is made of."""
    return _made(job, Gathering.all)


def _made(job: Job, documents: Callable[[Gathering], list[Document]], details: Details | None = None) -> Summary:
    rdf.check_base(job.base)
    summary = Summary()
    with store.claimed(job.out), uncollected():
        gathering = Gathering(job, summary, details or {})
        try:
            _make(job, gathering, documents, summary)
        finally:
            gathering.end()
        if not store.is_export_current(job.out, store.TURTLE):
            if summary.is_quick(job.out):
                store.write_turtle(job.out)
            else:
                summary.behind.append(store.TURTLE)
    return summary


def _make(job: Job, gathering: Gathering, documents: Callable[[Gathering], list[Document]], summary: Summary) -> None:
    """Make the graph that of some documents, in a folder that was claimed."""
    found = documents(gathering)  # first, since what is new is read while all else is made ready
    judged = _judged(job.judgements or judging.home(job.out), job.settings)
    published = ledgers.read(job.ledger or ledgers.home(job.out))
    while True:
        try:
            Making(job, gathering, judged, published, summary).make(found)
            return
        except DamagedReading as damaged:
            gathering.readings.forget([damaged.key])


def _judged(path: Path, settings: Settings) -> tuple[Judgement, ...]:
    """The judgements of a file, with classes by their names; the ontology is only asked where a class is judged."""
    judged = judging.read(path)
    if not any(judgement.kind == "retype" for judgement in judged):
        return judged
    return judging.with_classes(judged, ontology.load(*settings.ontologies).class_by_word)
