"""The graph in a notebook or a program: open one, ask it, see it, judge it, take it elsewhere.

What a method needs is imported when it is called: a build gives a graph too, and most builds are not asked anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg import store
from kg.days import first_day
from kg.store import OUTPUT

if TYPE_CHECKING:
    import networkx
    import pyoxigraph
    import rdflib

    from kg.explain import Identity
    from kg.export import Exported, Selection
    from kg.judging import Judged
    from kg.notebook import Account, Page
    from kg.pipeline import Summary
    from kg.query import Answer
    from kg.review import Review

MOST_HOPS = 5


def load(out: str | Path = OUTPUT, judgements: str | Path | None = None) -> KnowledgeGraph:
    """The graph that `kg build` left in a folder; `judgements` is your file of them, if not the one beside it."""
    store.read_identity(Path(out))
    return KnowledgeGraph(Path(out), judgements=Path(judgements) if judgements else None)


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
        from kg.explain import explain_words
        from kg.notebook import Account

        return Account(explain_words(self.store, words, base=self.base))

    def identity(self, entity: str) -> list[Identity]:
        """Why an entity is one thing, and of its class: names, votes and merges of each that the name may mean."""
        from kg.explain import identities

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
        min_confidence: float = 0.0,
        title: str | None = None,
        **parameters: str,
    ) -> Page:
        """The page of the whole graph, opening on a part of it.

        On an entity as far as `hops` (1 to 5) reach, on what the answer to a question names, on a document by its
        title or source, on the days from `since` to `until` (2025, 2025-03 or 2025-03-11), on what is at least so sure.
        Raises NotFound if nothing is, and ValueError for what is no day.
        """
        from kg.notebook import Page
        from kg.view.page import Start, composed, title_of

        if not 1 <= hops <= MOST_HOPS:
            raise ValueError(f"hops must be between 1 and {MOST_HOPS}, not {hops}")
        for day in filter(None, (since, until)):
            first_day(day)
        answer = self.query(question, parameters).values() if question else None
        content, scene = composed(self.store, Start(entity, hops, answer, document, since, until, min_confidence))
        return Page(content, scene, title or title_of(content))

    def query(self, question: str, parameters: Mapping[str, str] | None = None, /, **more: str) -> Answer:
        """Answer a question of the library by its name, SPARQL text, or a .rq file; options as keywords."""
        from kg import query

        return query.run(self.out, question, {**(parameters or {}), **more})

    def about(self, entity: str) -> Answer:
        """What is stated as fact about one of them."""
        return self.query("profile", {"name": entity})

    def review(self, most: int | None = None, below: float | None = None) -> Review:
        """What a person should look at: names that may be one, and the facts that are least sure.

        At most so many of each, and facts below a confidence; by default those of kg.review.
        """
        from kg import review as reviewing

        below = reviewing.BELOW if below is None else below
        return reviewing.review(self.store, base=self.base, most=most or reviewing.MOST, below=below)

    def same(self, a: str, b: str, note: str = "") -> Judged:
        """Note that two names are one thing; like all judgements it holds from the next build."""
        return self._judge("same", a, b, note=note)

    def different(self, a: str, b: str, note: str = "") -> Judged:
        """Note that two names are two things: `graph.different("Bo Ek @ mill.txt", "Bo Ek @ dam.txt")`."""
        return self._judge("different", a, b, note=note)

    def rename(self, a: str, name: str, note: str = "") -> Judged:
        """Note what something is to be called; its IRI stays."""
        return self._judge("rename", a, name, note=note)

    def retype(self, a: str, class_: str, note: str = "") -> Judged:
        """Note what kind of thing something is: `graph.retype("Velmar", "company")`."""
        return self._judge("retype", a, class_, note=note)

    def reject(self, statement: str, note: str = "") -> Judged:
        """Note that a statement was misread; its fact goes unless another supports it."""
        return self._judge("reject", statement, note=note)

    def accept(self, statement: str, note: str = "") -> Judged:
        """Note that a statement was read well."""
        return self._judge("accept", statement, note=note)

    def _judge(self, kind: str, *names: str, note: str) -> Judged:
        from kg.judging import judge

        return judge(self.out, kind, *names, note=note, path=self.judgements)

    def export(self, path: str | Path, format: str | None = None, part: Selection | None = None) -> Path:
        """Write the graph, or a part of it, into a file, in the format that its suffix names: ttl, graphml, csv ..."""
        path = Path(path)
        made = self.made(format or path.suffix.removeprefix("."), part)
        return self.keep(made, path, is_whole=part is None or part.is_everything)

    def exported(self, format: str, part: Selection | None = None) -> bytes:
        """The graph in a format, as bytes."""
        return self.made(format, part).data

    def made(self, format: str, part: Selection | None = None) -> Exported:
        """An export, with what was read back of it and what the format does not hold."""
        from kg import export

        return export.exported(self.store, format, part, base=self.base)

    def keep(self, made: Exported, path: Path, *, is_whole: bool) -> Path:
        """Write an export into a file or folder; the Turtle file of the graph is known to be current."""
        from kg import export

        export.save(made, path)
        if made.format == "ttl" and is_whole and path.resolve() == (self.out / store.TURTLE).resolve():
            store.note_export(self.out, store.TURTLE)
        return path

    def to_networkx(self) -> networkx.MultiDiGraph:
        """The facts as a network."""
        from kg import export

        return export.to_networkx(self.store, base=self.base)

    def to_rdflib(self) -> rdflib.Graph:
        """All triples as an rdflib graph."""
        return store.to_rdflib(self.store, self.base)
