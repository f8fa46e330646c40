"""The stages composed: a folder of articles in, a graph that can be queried out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg import judgements as judging
from kg import ledger as ledgers
from kg import ontology, rdf, store
from kg.judgements import Judgement
from kg.known import KnownThing
from kg.model import Document
from kg.pipeline.job import Job, Summary
from kg.pipeline.making import Making
from kg.read import Skipped, read
from kg.read.files import Found, find
from kg.settings import Settings
from kg.store.members import added, members, remaining, resourced
from kg.store.readings import DamagedReading, Readings

__all__ = ["Job", "Summary", "add", "build", "make", "put", "remove", "restore"]

Details = dict[str, str | None]


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
    return _made(job, lambda summary: list(_readable(read(paths, **(details or {})), summary)))


def add(job: Job, paths: Iterable[str | Path], details: Details | None = None) -> Summary:
    """Add articles to the graph of a folder; one that it has under that name is replaced."""

    def documents(summary: Summary) -> list[Document]:
        here = members(job.out)
        path_by_source = {found.source: found.path.as_posix() for found in find(paths) if isinstance(found, Found)}
        files = {document.file for document in here}
        new = (
            resourced(document, path_by_source[document.file], files)
            for document in _readable(read(paths, **(details or {})), summary)
        )
        return list(added(here, new, summary.skipped))

    return _made(job, documents)


def put(job: Job, documents: Iterable[Document]) -> Summary:
    """Add documents that were read elsewhere; those of the same file are replaced."""
    return _made(job, lambda summary: list(added(members(job.out), documents, summary.skipped)))


def remove(job: Job, names: Iterable[str]) -> Summary:
    """Take articles out of the graph of a folder, by source, title or IRI. Raises NotFound, and changes nothing."""
    return _made(job, lambda _: remaining(members(job.out), list(names), job.base))


def restore(job: Job) -> Summary:
    """Make the graph of a folder anew of the articles that it is made of."""
    return _made(job, lambda _: members(job.out))


def _made(job: Job, documents: Callable[[Summary], list[Document]]) -> Summary:
    rdf.check_base(job.base)
    summary = Summary()
    with store.claimed(job.out):
        _make(job, lambda: documents(summary), summary)
        if not store.is_export_current(job.out, store.TURTLE):
            if summary.is_quick(job.out):
                store.write_turtle(job.out)
            else:
                summary.behind.append(store.TURTLE)
    return summary


def _make(job: Job, documents: Callable[[], list[Document]], summary: Summary) -> None:
    """Make the graph that of some documents, in a folder that was claimed."""
    judged = _judged(job.judgements or judging.home(job.out), job.settings)
    published = ledgers.read(job.ledger or ledgers.home(job.out))
    found = documents()
    while True:
        try:
            Making(job, judged, published, summary).make(found)
            return
        except DamagedReading as damaged:
            Readings(job.out).forget([damaged.key])


def _judged(path: Path, settings: Settings) -> tuple[Judgement, ...]:
    """The judgements of a file, with classes by their names; the ontology is only asked where a class is judged."""
    judged = judging.read(path)
    if not any(judgement.kind == "retype" for judgement in judged):
        return judged
    return judging.with_classes(judged, ontology.load(*settings.ontologies).class_by_word)


def _readable(found: Iterable[Document | Skipped], summary: Summary) -> Iterator[Document]:
    for item in found:
        if isinstance(item, Skipped):
            summary.skipped.append(item)
        else:
            yield item
