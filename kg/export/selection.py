"""A part of a graph: only its facts, what is sure, one article, some days; and with or without the publishers' words.

In: a store. Out: a store in memory that holds the part, so that every export can write it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store, Triple

from kg.days import is_within
from kg.export import quotes
from kg.export.account import facts_of
from kg.lookup import documents
from kg.rdf import BASE, compact, term
from kg.store import load, select, store_triples

_STATEMENTS = """SELECT ?st ?s ?p ?o ?status ?review ?document ?start ?published ?confidence {
  ?st a kg:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:status ?status ; kg:document ?document .
  OPTIONAL { ?st kg:review ?review } OPTIONAL { ?st kg:startDate ?start }
  OPTIONAL { ?document dcterms:issued ?published } OPTIONAL { ?st kg:confidence ?confidence } }"""
_SPOKEN_OF = "SELECT ?st ?of { ?st a kg:Statement ; ?any ?of . ?of a kg:Statement }"
_OPEN = "SELECT ?relation { ?relation a kg:OpenRelation }"
_DOCUMENTS = "SELECT ?document { ?document a kg:Document }"
_MENTIONED = "SELECT ?thing ?document { ?thing kg:mentionedIn ?document }"
_PARTS = (
    "SELECT ?passage ?of { ?passage kg:inDocument ?of }",
    "SELECT ?link ?of { ?link a kg:Link ; kg:linkOf ?of }",
    "SELECT ?doubt ?of { ?doubt a kg:Doubt ; kg:doubtAbout ?of }",
)
_CONTRIBUTION = term("kg:contribution")


@dataclass(frozen=True, slots=True)
class Selection:
    """What to take of a graph."""

    facts_only: bool = False
    document: str = ""  # title, source or IRI of an article
    since: str = ""  # a day, month or year
    until: str = ""
    without_quotes: bool = False
    min_confidence: float = 0.0  # 0 to 1

    @property
    def is_whole(self) -> bool:
        """Whether every statement is taken."""
        return not (self.facts_only or self.document or self.since or self.until or self.min_confidence > 0)

    @property
    def is_everything(self) -> bool:
        """Whether every triple is taken."""
        return self.is_whole and not self.without_quotes


def selected(store: Store, selection: Selection, base: str = BASE) -> Store:
    """The part of a graph; the store itself if that is all of it. NotFound if there is no such article.

    A proposition that a chosen statement speaks of comes along, with its own status. An article that a chosen
    statement stands in keeps its sentences and mentions, and every thing that it mentions.
    """
    if not selection.is_whole:
        store = load(_Part(store, selection, base).triples())
    return load(quotes.without(store, base)) if selection.without_quotes else store


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement, as far as it is asked here."""

    triple: Triple
    is_fact: bool
    document: str
    day: str
    confidence: float


@dataclass(slots=True)
class _Part:
    """The part of a graph that a selection takes."""

    store: Store
    selection: Selection
    base: str
    told: dict[str, _Told] = field(default_factory=dict)  # every statement by its IRI
    articles: set[str] = field(default_factory=set)  # IRIs that are kept
    gone: set[str] = field(default_factory=set)  # IRIs of all kinds that are not

    def triples(self) -> Iterator[Triple]:
        """Yield the triples whose ends are all there."""
        rows = select(self.store, _STATEMENTS, self.base)
        for st, s, p, o, status, review, document, start, published, confidence in rows:
            is_fact = status == term("kg:Asserted") and review != term("kg:Rejected")
            day = (start or published or Literal("")).value
            sure = float((confidence or Literal("1")).value)
            self.told[st.value] = _Told(Triple(s, p, o), is_fact, document.value, day, sure)
        kept = self._statements()
        self._leave_out(kept)
        dropped = facts_of(self.store, self.base) - {self.told[st].triple for st in kept if self.told[st].is_fact}
        for triple in store_triples(self.store):
            if self._is_gone(triple) or triple in dropped:
                continue
            yield from self._contribution(triple) if triple.predicate == _CONTRIBUTION else (triple,)

    def _is_gone(self, triple: Triple) -> bool:
        return any(isinstance(end, NamedNode) and end.value in self.gone for end in (triple.subject, triple.object))

    def _statements(self) -> set[str]:
        """The chosen statements, and those that they speak of; also notes their articles."""
        wanted = self.selection
        place = documents(self.store, wanted.document, self.base)[0].iri if wanted.document else ""
        kept = {
            st
            for st, each in self.told.items()
            if (each.is_fact or not wanted.facts_only)
            and each.document == (place or each.document)
            and each.confidence >= wanted.min_confidence
            and is_within(each.day, wanted.since, wanted.until)
        }
        spoken: dict[str, set[str]] = {}
        for statement, of in select(self.store, _SPOKEN_OF, self.base):
            spoken.setdefault(statement.value, set()).add(of.value)
        edge = kept
        while edge:
            edge = {of for statement in edge for of in spoken.get(statement, ())} - kept
            kept = kept | edge
        self.articles = {self.told[st].document for st in kept} | ({place} if place else set())
        return kept

    def _leave_out(self, kept: set[str]) -> None:
        """Note all that belongs to no article and no statement that is kept."""
        self.gone = self.told.keys() - kept
        self.gone |= {place.value for (place,) in self._select(_DOCUMENTS)} - self.articles
        mentioned: dict[str, set[str]] = {}
        for thing, place in self._select(_MENTIONED):
            mentioned.setdefault(thing.value, set()).add(place.value)
        self.gone |= {thing for thing, places in mentioned.items() if not places & self.articles}
        for query in _PARTS:
            self.gone |= {part.value for part, whole in self._select(query) if whole.value in self.gone}
        used = {self.told[st].triple.predicate.value for st in kept}
        self.gone |= {relation.value for (relation,) in self._select(_OPEN)} - used

    def _select(self, query: str) -> QuerySolutions:
        return select(self.store, query, self.base)

    def _contribution(self, triple: Triple) -> Iterator[Triple]:
        """What an article adds to a thing, without the article that it was joined to if that is not there."""
        names = {compact(article, self.base) for article in self.articles}
        words = triple.object.value if isinstance(triple.object, Literal) else ""
        own, kind, *joined = words.split(" · ")
        if own in names:
            is_whole = joined and joined[0].rpartition(" ")[0] in names
            rest = " · ".join((own, kind, *(joined if is_whole else ())))
            yield Triple(triple.subject, triple.predicate, Literal(rest))
