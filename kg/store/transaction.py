"""Changing a graph where a few of its documents changed: what goes, what comes, and what the graph is then.

In: who is who before and after, and the readings of the documents that are concerned. Out: one change of the store.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from kg import rdf, store
from kg.model import Document, Reading, Resolution
from kg.rdf import LABEL, TYPE, Run, term

Subject = NamedNode | BlankNode | Triple  # as the engine has it; in our graphs always an IRI
_MENTIONED, _ASSERTED, _REJECTED = term("kg:mentionedIn"), term("kg:Asserted"), term("kg:Rejected")


@dataclass(frozen=True, slots=True)
class Side:
    """A graph before or after: who is who, what people said of statements, and the documents that are concerned."""

    resolution: Resolution
    reviews: Mapping[str, str]
    readings: tuple[Reading, ...] = ()


def renamed(before: Resolution, after: Resolution) -> set[str]:
    """The ids of the documents of both that name an entity whose id or label is another now."""
    old, new = before.entity_by_cluster, after.entity_by_cluster
    return {
        key[0]
        for key, entity in new.items()
        if (was := old.get(key)) and (was.id, was.label) != (entity.id, entity.label)
    }


def change(out: Path, before: Side, after: Side, run: Run, base: str, notes: store.Notes) -> store.Identity:
    """Change the store of an output folder that was claimed from one side to the other, and say what it is then."""
    old, new = _rendered(before, run, base), _rendered(after, run, base)
    documents = {rdf.Names(base).document(r.document.id) for side in (before, after) for r in side.readings}
    shared = _Shared(store.open_store(out), documents)
    facts = shared.gone(old.facts - new.facts), shared.come(new.facts - old.facts)
    relations = shared.gone(old.relations - new.relations), shared.come(new.relations - old.relations)
    ids = _differing(before.resolution, after.resolution)
    was, now = (set(rdf.triples_of_entities(_about(s.resolution, ids), base=base)) for s in (before, after))
    gone = (old.own - new.own) | (was - now) | facts[0] | relations[0]
    come = (new.own - old.own) | (now - was) | facts[1] | relations[1]
    lines = set(store.sorted_lines(gone)), set(store.sorted_lines(come))
    identity = store.read_identity(out)
    identity = replace(
        identity,
        triples=identity.triples + len(come) - len(gone),
        statements=identity.statements + _count("kg:Statement", come) - _count("kg:Statement", gone),
        documents=identity.documents + _count("kg:Document", come) - _count("kg:Document", gone),
        facts=identity.facts + len(facts[1]) - len(facts[0]),
        entities=len(after.resolution.entities),
        digest=store.redigest(identity.digest, *lines),
    )
    del shared  # closes the store
    documents_of = ((reading.document for reading in side.readings) for side in (before, after))
    store.update(out, *lines, identity, notes, is_withdrawal=is_withdrawal(*documents_of))
    return identity


def is_withdrawal(before: Iterable[Document], after: Iterable[Document]) -> bool:
    """Whether an article was taken out, and not just written anew: neither its file nor its text is there any more."""
    left = {name for document in after for name in (document.file, document.id)}
    return any(document.file not in left and document.id not in left for document in before)


@dataclass(frozen=True, slots=True)
class _Rendered:
    """The triples of some documents: of one alone, and those that other documents may say too."""

    own: set[Triple]
    facts: set[Triple]
    relations: set[Triple]


def _rendered(side: Side, run: Run, base: str) -> _Rendered:
    made = _Rendered(set(), set(), set())
    entity, of_documents = f"{base}entity/", (f"{base}doc/", f"{base}statement/")
    for triple in rdf.triples_of_documents(side.readings, side.resolution, run, base=base, reviews=side.reviews):
        subject = _iri(triple)
        if not subject.startswith((entity, *of_documents)):
            made.relations.add(triple)
        elif subject.startswith(entity) and triple.predicate != _MENTIONED:
            made.facts.add(triple)
        else:
            made.own.add(triple)
    return made


def _iri(triple: Triple) -> str:
    return triple.subject.value if isinstance(triple.subject, NamedNode) else ""


class _Shared:
    """Triples that several documents may say: whether others than those concerned do."""

    def __init__(self, opened: Store, documents: set[NamedNode]) -> None:
        self._store = opened
        self._documents = documents

    def gone(self, triples: Iterable[Triple]) -> set[Triple]:
        """Those of the triples that nothing else supports."""
        return {triple for triple in triples if not self._is_supported(triple)}

    def come(self, triples: Iterable[Triple]) -> set[Triple]:
        """Those of the triples that are not there yet."""
        return {triple for triple in triples if Quad(*triple) not in self._store}

    def _is_supported(self, triple: Triple) -> bool:
        if triple.predicate in (TYPE, LABEL):  # of a relation; facts have neither
            found = self._store.quads_for_pattern(None, term("rdf:predicate"), triple.subject)
            return any(self._is_elsewhere(quad.subject) for quad in found)
        parts = (("rdf:subject", triple.subject), ("rdf:object", triple.object))
        about = _shorter(*(self._store.quads_for_pattern(None, term(property), value) for property, value in parts))
        return any(self._states(quad.subject, triple) and self._is_elsewhere(quad.subject) for quad in about)

    def _is_elsewhere(self, statement: Subject) -> bool:
        found = self._store.quads_for_pattern(statement, term("kg:document"), None)
        return any(quad.object not in self._documents for quad in found)

    def _states(self, statement: Subject, triple: Triple) -> bool:
        """Whether a statement asserts a fact."""
        parts = [("rdf:subject", triple.subject), ("rdf:predicate", triple.predicate), ("rdf:object", triple.object)]
        parts.append(("kg:status", _ASSERTED))
        return all(self._has(statement, *part) for part in parts) and not self._has(statement, "kg:review", _REJECTED)

    def _has(self, statement: Subject, property: str, value: Subject | Literal) -> bool:
        return Quad(statement, term(property), value) in self._store


def _shorter(one: Iterable[Quad], other: Iterable[Quad]) -> list[Quad]:
    """The one of two that ends first, without a look at the rest of the longer one."""
    ones: list[Quad] = []
    others: list[Quad] = []
    for first, second in zip_longest(one, other):
        if first is None or second is None:
            return ones if first is None else others
        ones.append(first)
        others.append(second)
    return ones


def _differing(before: Resolution, after: Resolution) -> set[str]:
    """The ids of entities of which the two do not tell the same."""
    old, new = _by_id(before), _by_id(after)
    return {id for id in old.keys() | new.keys() if old.get(id) != new.get(id)}


def _by_id(resolution: Resolution) -> dict[str, list[object]]:
    """All that a resolution tells, by the entity that it is told of."""
    told: dict[str, list[object]] = defaultdict(list)
    for entity in resolution.entities:
        told[entity.id].append(entity)
    for contribution in resolution.contributions:
        told[contribution.entity].append(contribution)
    for doubt in resolution.doubtful:
        told[doubt.one].append(doubt)
    for pairs in (resolution.judged, resolution.different, resolution.replaced):
        for pair in pairs:
            told[pair[0]].append(pair)
    return told


def _about(resolution: Resolution, ids: set[str]) -> Resolution:
    """The part of a resolution that tells of some entities."""
    return Resolution(
        entities=tuple(e for e in resolution.entities if e.id in ids),
        entity_by_cluster={},
        doubtful=tuple(each for each in resolution.doubtful if each.one in ids),
        contributions=tuple(each for each in resolution.contributions if each.entity in ids),
        replaced=tuple(pair for pair in resolution.replaced if pair[0] in ids),
        different=tuple(pair for pair in resolution.different if pair[0] in ids),
        judged=tuple(pair for pair in resolution.judged if pair[0] in ids),
    )


def _count(kind: str, triples: Iterable[Triple]) -> int:
    class_ = term(kind)
    return sum(triple.predicate == TYPE and triple.object == class_ for triple in triples)
