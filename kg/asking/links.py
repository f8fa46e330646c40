"""What stands beside a thing in the graph: the facts that join it to others, read from the store when asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, Store

from kg.rdf import BASE, term
from kg.store import select

_SUBJECT, _OBJECT, _PREDICATE = term("rdf:subject"), term("rdf:object"), term("rdf:predicate")
_ASSERTED, _REJECTED = term("kg:Asserted"), term("kg:Rejected")


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A fact that joins two things, or a claim if claims are asked for; in its own direction."""

    subject: str  # IRIs
    relation: str
    object: str  # a thing, or the proposition that is opposed, argued, feared
    claim: str = ""  # the statement, if it is not a fact


class Links:
    """The links of a graph, each thing read once. Not for two threads at once."""

    def __init__(self, store: Store, base: str = BASE, *, with_claims: bool = False) -> None:
        self._store = store
        self._with_claims = with_claims
        self._entity, self._statement = f"{base}entity/", f"{base}statement/"
        self._relations = {iri.value for (iri,) in select(store, "SELECT ?p { ?p a kg:Relation }", base)}
        self._pronouns = {iri.value for (iri,) in select(store, "SELECT ?x { ?x a kg:Unresolved }", base)}
        self._known: dict[str, dict[str, tuple[Link, ...]]] = {}
        self.read = 0  # links so far

    def around(self, iri: str) -> dict[str, tuple[Link, ...]]:
        """The links of a thing, by the thing at their other end; both in the order of their IRIs."""
        if iri not in self._known:
            found: dict[str, set[Link]] = defaultdict(set)
            for other, link in self._links(NamedNode(iri)):
                if other != iri and other.startswith(self._entity) and other not in self._pronouns:
                    found[other].add(link)
            self.read += sum(map(len, found.values()))
            self._known[iri] = {other: tuple(sorted(found[other])) for other in sorted(found)}
        return self._known[iri]

    def _links(self, thing: NamedNode) -> Iterator[tuple[str, Link]]:
        for quad in self._store.quads_for_pattern(thing, None, None):
            if quad.predicate.value in self._relations and isinstance(quad.object, NamedNode):
                link = Link(thing.value, quad.predicate.value, quad.object.value)
                yield from ((end, link) for end in self._ends(quad.object))
        for quad in self._store.quads_for_pattern(None, None, thing):
            subject = quad.subject
            if not isinstance(subject, NamedNode):
                continue
            if quad.predicate.value in self._relations:
                yield subject.value, Link(subject.value, quad.predicate.value, thing.value)
            elif quad.predicate in (_SUBJECT, _OBJECT):
                yield from self._about(subject)
                if self._with_claims:
                    yield from self._claimed(subject, thing)

    def _ends(self, object: NamedNode) -> Iterator[str]:
        """Yield a thing itself, and of a proposition what it is about."""
        if not object.value.startswith(self._statement):
            yield object.value
            return
        for property in (_SUBJECT, _OBJECT):
            yield from (quad.object.value for quad in self._of(object, property) if isinstance(quad.object, NamedNode))

    def _about(self, proposition: NamedNode) -> Iterator[tuple[str, Link]]:
        """Yield who opposes, argues or fears a proposition."""
        for quad in self._store.quads_for_pattern(None, None, proposition):
            if quad.predicate.value in self._relations and isinstance(quad.subject, NamedNode):
                yield quad.subject.value, Link(quad.subject.value, quad.predicate.value, proposition.value)

    def _claimed(self, statement: NamedNode, thing: NamedNode) -> Iterator[tuple[str, Link]]:
        """Yield what a statement that is no fact joins a thing to."""
        review = [quad.object for quad in self._of(statement, term("kg:review"))]
        if _REJECTED in review or _ASSERTED in [quad.object for quad in self._of(statement, term("kg:status"))]:
            return
        parts = [next(self._of(statement, property), None) for property in (_SUBJECT, _PREDICATE, _OBJECT)]
        values = [quad.object.value for quad in parts if quad and isinstance(quad.object, NamedNode)]
        if len(values) == len(parts):
            link = Link(values[0], values[1], values[2], statement.value)
            ends = {values[0], *self._ends(NamedNode(values[2]))} - {thing.value}
            yield from ((end, link) for end in sorted(ends))

    def _of(self, subject: NamedNode, property: NamedNode) -> Iterator[Quad]:
        return self._store.quads_for_pattern(subject, property, None)
