"""Building a graph in a program or a notebook: made, added to, taken from, restored; and its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg import apart
from kg.settings import OUTPUT
from kg.shipped import samples

if TYPE_CHECKING:
    from kg.apart import Apart
    from kg.graph import KnowledgeGraph
    from kg.model import Document
    from kg.pipeline import Job, Summary


@dataclass(frozen=True, slots=True)
class Options:
    """What a build may be told beside its articles; docs/identity.md tells of `judgements` and `ledger`.

    published, site and author hold for articles that tell none.
    """

    model: str | None = None
    workers: int = 1
    base: str | None = None
    ontology: tuple[str | Path, ...] = ()
    entities: str | Path | None = None  # a file of names and addresses
    judgements: str | Path | None = None
    ledger: str | Path | None = None
    progress: Callable[[Document], None] | None = None
    published: str | None = None
    site: str | None = None
    author: str | None = None

    @property
    def details(self) -> dict[str, str | None]:
        """What holds for articles that do not tell it."""
        return {"published": self.published, "site": self.site, "author": self.author}

    def job(
        self, out: str | Path, *, apart: Apart | None = None, is_afresh: bool = False, is_change: bool = False
    ) -> Job:
        """The job that these options make; a change goes on with the options of the last build."""
        from kg import pipeline, rdf
        from kg.known import known_entities
        from kg.settings import DEFAULT_MODEL, Settings
        from kg.store import state

        last = state.read(Path(out)) if is_change else None
        ontologies = self.ontology or (last.ontologies if last else ())
        entities = self.entities or (last.entities if last else None)
        model = self.model or (last.model if last else DEFAULT_MODEL)
        return pipeline.Job(
            Path(out),
            Settings(model, tuple(map(Path, ontologies))),
            self.workers,
            self.base or (last.base if last else rdf.BASE),
            Path(self.judgements) if self.judgements else None,
            Path(self.ledger) if self.ledger else None,
            tuple(known_entities(entities)) if entities else (),
            entities=str(entities or ""),
            progress=self.progress,
            apart=apart,
            is_afresh=is_afresh,
        )


def build(
    *paths: str | Path | Iterable[str | Path],
    out: str | Path = OUTPUT,
    model: str | None = None,
    workers: int = 1,
    base: str | None = None,
    ontology: tuple[str | Path, ...] = (),
    entities: str | Path | None = None,
    judgements: str | Path | None = None,
    ledger: str | Path | None = None,
    progress: Callable[[Document], None] | None = None,
    published: str | None = None,
    site: str | None = None,
    author: str | None = None,
    rebuild: bool = False,
) -> KnowledgeGraph:
    """Read what is new or changed among articles, write the graph of all and its page into a folder, and open it.

    Raises UnreadableDocument if there was no article at all; what else was skipped stands in `.summary.skipped`.
    The options are those of `Options`; `rebuild` makes the graph anew and trusts nothing in the folder.
    """
    options = Options(model, workers, base, ontology, entities, judgements, ledger, progress, published, site, author)
    with _reader(Path(out), options, is_afresh=rebuild) as reader:
        from kg import pipeline

        job = options.job(out, apart=reader, is_afresh=rebuild)
        return _shown(job, pipeline.make(job, list(_flat(paths)) or [samples()], options.details))


def restore(*, out: str | Path = OUTPUT, options: Options | None = None) -> KnowledgeGraph:
    """Make the graph in a folder anew, of the readings that are kept there."""
    from kg import pipeline

    job = (options or Options()).job(out, is_afresh=True, is_change=True)
    return _shown(job, pipeline.restore(job))


def add(
    *paths: str | Path | Iterable[str | Path], out: str | Path = OUTPUT, options: Options | None = None
) -> KnowledgeGraph:
    """Add articles to the graph in a folder; one that it has under that name is replaced."""
    options = options or Options()
    with _reader(Path(out), options) as reader:
        from kg import pipeline

        job = options.job(out, apart=reader, is_change=True)
        return _shown(job, pipeline.add(job, list(_flat(paths)), options.details))


def remove(*names: str, out: str | Path = OUTPUT, options: Options | None = None) -> KnowledgeGraph:
    """Take articles out of the graph in a folder, by their source, title or IRI."""
    from kg import pipeline

    job = (options or Options()).job(out, is_change=True)
    return _shown(job, pipeline.remove(job, names))


def verify(*, out: str | Path = OUTPUT) -> list[str]:
    """What is wrong with the graph in a folder, one line each with what to do; an empty list means that it is whole.

    Every triple is counted and digested anew, and every reading checked. Raises StoreError where there is no graph.
    """
    from kg.store.verify import faults

    return faults(Path(out))


@contextmanager
def _reader(out: Path, options: Options, *, is_afresh: bool = False) -> Iterator[Apart | None]:
    """A process that makes ready to read, before all that this one has to import and to find out."""
    reader = apart.for_change(out) if options.workers <= 1 and not is_afresh else None
    try:
        yield reader
    finally:
        if reader is not None:
            reader.end()


def _shown(job: Job, summary: Summary) -> KnowledgeGraph:
    """The graph that a job made, with its page, if that is not there or of an earlier graph."""
    from kg import store
    from kg.graph import KnowledgeGraph

    graph = KnowledgeGraph(job.out, summary, job.judgements)
    if not store.is_export_current(job.out, store.PAGE):
        if summary.has_page(job.out):
            graph.view().write(job.out / store.PAGE)
            store.note_export(job.out, store.PAGE)
        else:
            summary.behind.append(store.PAGE)
    return graph


def _flat(paths: Iterable[str | Path | Iterable[str | Path]]) -> Iterator[str | Path]:
    for path in paths:
        yield from (path,) if isinstance(path, (str, Path)) else path
