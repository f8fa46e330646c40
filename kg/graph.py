"""The graph in a notebook or a program: build one or open one, ask it, see it, take it elsewhere."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg import export, query, store
from kg import review as reviewing
from kg.errors import StoreError
from kg.explain import explain_words, identities, render
from kg.judging import Judged, judge
from kg.known import known_entities
from kg.shipped import samples

if TYPE_CHECKING:
    import networkx
    import pyoxigraph
    import rdflib

    from kg.explain import Explained, Explanation, Identity
    from kg.model import Document
    from kg.pipeline import Job, Summary
    from kg.query import Answer
    from kg.review import Review
    from kg.view.content import Content
    from kg.view.scene import Scene

OUTPUT = "output"
PAGE = "graph.html"
MOST_HOPS = 5


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

    def job(self, out: str | Path, *, is_afresh: bool = False, is_change: bool = False) -> Job:
        """The job that these options make; a change goes on with the options of the last build."""
        from kg import pipeline, rdf, state
        from kg.settings import DEFAULT_MODEL, Settings

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
    from kg import pipeline

    options = Options(model, workers, base, ontology, entities, judgements, ledger, progress, published, site, author)
    job = options.job(out, is_afresh=rebuild)
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
    from kg import pipeline

    options = options or Options()
    job = options.job(out, is_change=True)
    return _shown(job, pipeline.add(job, list(_flat(paths)), options.details))


def remove(*names: str, out: str | Path = OUTPUT, options: Options | None = None) -> KnowledgeGraph:
    """Take articles out of the graph in a folder, by their source, title or IRI."""
    from kg import pipeline

    job = (options or Options()).job(out, is_change=True)
    return _shown(job, pipeline.remove(job, names))


def _shown(job: Job, summary: Summary) -> KnowledgeGraph:
    """The graph that a job made, with its page, if that is not there or of an earlier graph."""
    graph = KnowledgeGraph(job.out, summary, job.judgements)
    if not store.is_export_current(job.out, PAGE):
        if summary.is_quick(job.out):
            graph.view().write(job.out / PAGE)
            store.note_export(job.out, PAGE)
        else:
            summary.behind.append(PAGE)
    return graph


def _flat(paths: Iterable[str | Path | Iterable[str | Path]]) -> Iterator[str | Path]:
    for path in paths:
        yield from (path,) if isinstance(path, (str, Path)) else path


def load(out: str | Path = OUTPUT, judgements: str | Path | None = None) -> KnowledgeGraph:
    """The graph that `kg build` left in a folder; `judgements` is your file of them, if not the one beside it."""
    store.read_identity(Path(out))
    return KnowledgeGraph(Path(out), judgements=Path(judgements) if judgements else None)


def _write(path: Path, data: bytes) -> Path:
    try:
        store.write_atomically(path, data)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error
    return path


@dataclass(frozen=True, slots=True)
class Page:
    """The graph as one HTML page; a notebook shows it by itself."""

    content: Content = field(repr=False)
    scene: Scene = field(repr=False)
    title: str

    @property
    def html(self) -> str:
        """The page as text."""
        from kg.view.page import render

        return render(self.content, self.scene, self.title)

    def png(self) -> bytes:
        """The picture that the page shows first, drawn without a browser; needs Pillow."""
        from kg.view.png import png

        return png(self.content, self.scene, self.title)

    def write(self, path: str | Path) -> Path:
        """Put the page into a file, or its picture if that is a .png, whole or not at all."""
        path = Path(path)
        return _write(path, self.png() if path.suffix == ".png" else self.html.encode("utf-8"))

    def _repr_html_(self) -> str:
        attributes = 'sandbox="allow-scripts allow-downloads allow-popups" width="100%" height="640" style="border: 0"'
        return f'<iframe title="{html.escape(self.title)}" srcdoc="{html.escape(self.html)}" {attributes}></iframe>'


@dataclass(frozen=True, slots=True)
class Account:
    """An explanation; printed or in a notebook it shows each sentence with its marks."""

    explanation: Explanation

    def __iter__(self) -> Iterator[Explained]:
        """Yield the statements, facts first."""
        return iter(self.explanation.statements)

    def __str__(self) -> str:
        return render(self.explanation).rstrip("\n")

    def _repr_html_(self) -> str:
        return f'<pre style="white-space: pre-wrap">{html.escape(str(self))}</pre>'


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """A graph in its folder. Every method reads what is there now."""

    out: Path
    summary: Summary | None = None  # of the build, if this graph was just built
    judgements: Path | None = None  # the file of judgements, if not the one beside the folder

    @property
    def store(self) -> pyoxigraph.Store:
        """The store, read only."""
        return store.open_store(self.out)

    @property
    def base(self) -> str:
        """What all IRIs of this graph start with."""
        return store.read_identity(self.out).base

    def explain(self, *words: str) -> Account:
        """The statements behind a fact or claim: `graph.explain("Halden sells Sentira")`."""
        return Account(explain_words(self.store, words, base=self.base))

    def identity(self, entity: str) -> list[Identity]:
        """Why an entity is one thing, and of its class: names, votes and merges of each that the name may mean."""
        return identities(self.store, entity, base=self.base)

    def view(
        self,
        entity: str | None = None,
        hops: int = 2,
        *,
        question: str | None = None,
        document: str | None = None,
        since: str = "",
        until: str = "",
        title: str | None = None,
        **parameters: str,
    ) -> Page:
        """The page of the whole graph, opening on a part of it.

        On an entity as far as `hops` (1 to 5) reach, on what the answer to a question names, on a document by its
        title or source, or on the days from `since` to `until` (2025, 2025-03 or 2025-03-11).
        """
        from kg.view.page import Start, composed, title_of

        if not 1 <= hops <= MOST_HOPS:
            raise ValueError(f"hops must be between 1 and {MOST_HOPS}, not {hops}")
        answer = self.query(question, parameters).values() if question else None
        content, scene = composed(self.store, Start(entity, hops, answer, document, since, until))
        return Page(content, scene, title or title_of(content))

    def query(self, question: str, parameters: Mapping[str, str] | None = None, /, **more: str) -> Answer:
        """Answer a question of the library by its name, SPARQL text, or a .rq file; options as keywords."""
        return query.run(self.out, question, {**(parameters or {}), **more})

    def about(self, entity: str) -> Answer:
        """What is stated as fact about one of them."""
        return self.query("profile", {"name": entity})

    def review(self, most: int = reviewing.MOST, below: float = reviewing.BELOW) -> Review:
        """What a person should look at: names that may be one, and the facts that are least sure."""
        return reviewing.review(self.store, base=self.base, most=most, below=below)

    def same(self, a: str, b: str, note: str = "") -> Judged:
        """Note that two names are one thing; like all judgements it holds from the next build."""
        return judge(self.out, "same", a, b, note=note, path=self.judgements)

    def different(self, a: str, b: str, note: str = "") -> Judged:
        """Note that two names are two things: `graph.different("Bo Ek @ mill.txt", "Bo Ek @ dam.txt")`."""
        return judge(self.out, "different", a, b, note=note, path=self.judgements)

    def rename(self, a: str, name: str, note: str = "") -> Judged:
        """Note what something is to be called; its IRI stays."""
        return judge(self.out, "rename", a, name, note=note, path=self.judgements)

    def retype(self, a: str, class_: str, note: str = "") -> Judged:
        """Note what kind of thing something is: `graph.retype("Velmar", "company")`."""
        return judge(self.out, "retype", a, class_, note=note, path=self.judgements)

    def reject(self, statement: str, note: str = "") -> Judged:
        """Note that a statement was misread; its fact goes unless another supports it."""
        return judge(self.out, "reject", statement, note=note, path=self.judgements)

    def accept(self, statement: str, note: str = "") -> Judged:
        """Note that a statement was read well."""
        return judge(self.out, "accept", statement, note=note, path=self.judgements)

    def export(self, path: str | Path, format: str | None = None) -> Path:
        """Write the graph into a file, in the format that its suffix names: ttl, trig, jsonld, graphml, csv ..."""
        path = Path(path)
        format = format or path.suffix.removeprefix(".")
        data = self.exported(format)
        _write(path, data)
        if format == "ttl" and path.resolve() == (self.out / store.TURTLE).resolve():
            store.note_export(self.out, store.TURTLE)
        return path

    def exported(self, format: str) -> bytes:
        """The graph in a format, as bytes."""
        return export.export(self.store, format, base=self.base)

    def to_networkx(self) -> networkx.MultiDiGraph:
        """The facts as a network."""
        return export.to_networkx(self.store, base=self.base)

    def to_rdflib(self) -> rdflib.Graph:
        """All triples as an rdflib graph."""
        return store.to_rdflib(self.store, self.base)
