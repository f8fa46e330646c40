"""Readings of the same words by several rules: which of them stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.frames.types import Types
from kg.extract.proposition import Clausal, Proposition, Words
from kg.ontology import Ontology, Relation
from kg.parse import Token


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposition that a rule has read, and how well its arguments fit."""

    proposition: Proposition
    relation: Relation
    fit: int
    number: int  # of the rule: the first of equals stays
    is_verbal: bool = False
    is_cued: bool = False  # the subject's own words tell the relation: "founded by Ann Ray, chief executive"


def chosen(candidates: Iterable[Candidate], types: Types, ontology: Ontology) -> Iterator[Candidate]:
    """The candidates that stay, in reading order.

    Of the verb frames that read the same object of the same verb the best stays. Of noun frames all stay, except
    that a relation gives way to one below it, and the same relation is read once between the same two words.
    """
    groups: dict[tuple[int, int, bool], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        p = candidate.proposition
        groups[p.anchor.i, object_place(p), candidate.is_verbal].append(candidate)
    kept: dict[tuple[str, int, int], Candidate] = {}
    for group in groups.values():
        for candidate in _best(group, types, ontology) if group[0].is_verbal else _lowest(group, ontology):
            p = candidate.proposition
            kept.setdefault(pair(p), candidate)
    told = {(c.relation.name, object_place(c.proposition)) for c in kept.values() if c.is_verbal}
    yield from sorted((c for c in kept.values() if not _is_echo(c, told)), key=_order)


def _is_echo(candidate: Candidate, told: set[tuple[str, int]]) -> bool:
    """ "She earned her degree at Brixby": "her degree at Brixby" adds nothing."""
    p = candidate.proposition
    return not candidate.is_verbal and p.subject.tag_ == "PRP$" and (p.predicate, object_place(p)) in told


def _order(candidate: Candidate) -> tuple[int, int, int, int]:
    p = candidate.proposition
    return p.anchor.i, p.subject.i, object_place(p), candidate.number


def _best(group: list[Candidate], types: Types, ontology: Ontology) -> list[Candidate]:
    cued = [c for c in group if c.is_cued]
    told = {(c.proposition.subject, name) for c in cued for name in ontology.relations_above(c.relation.name)}
    plain = [c for c in group if not c.is_cued and (c.proposition.subject, c.relation.name) not in told]
    fitting = [c for c in plain if types.may_be(c.proposition.subject, c.relation.domain)]
    above = {name for c in fitting for name in ontology.relations_above(c.relation.name)}
    lowest = [c for c in plain if c.relation.name not in above]
    best = min(lowest, key=lambda c: (-c.fit, c.number), default=None)
    return [c for c in group if c.is_cued or (best is not None and c in plain and c.relation == best.relation)]


def _lowest(group: list[Candidate], ontology: Ontology) -> list[Candidate]:
    above = {(c.proposition.subject, name) for c in group for name in ontology.relations_above(c.relation.name)}
    return [c for c in group if (c.proposition.subject, c.relation.name) not in above]


def pair(proposition: Proposition) -> tuple[str, int, int]:
    """The relation and where its two arguments stand: read once is enough."""
    return proposition.predicate, proposition.subject.i, object_place(proposition)


def object_place(proposition: Proposition) -> int:
    """The token at which the object stands."""
    filler = proposition.object
    if isinstance(filler, Token):
        return filler.i
    if isinstance(filler, Words):
        return filler.tokens[-1].i
    return filler.head.i if isinstance(filler, Clausal) else -1
