"""An account of a resolution: what each document tells of each entity, which may be one, and which are judged two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter

from kg.model import Contribution, Doubt, MentionKind
from kg.resolve.grouping import Grouping, Pair
from kg.resolve.judgements import Links
from kg.resolve.records import Record
from kg.resolve.weights import Odds


def doubts(grouping: Grouping, ids: Sequence[str]) -> tuple[Doubt, ...]:
    """The pairs of entities that may be one."""
    id_of = _id_of(grouping, ids)
    return tuple(sorted(_doubt(id_of[pair.one], id_of[pair.other], pair.odds) for pair in grouping.doubts))


def _doubt(one: str, other: str, odds: Odds) -> Doubt:
    return Doubt(min(one, other), max(one, other), "; ".join(odds.reasons), odds.probability)


def different(links: Links, grouping: Grouping, ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The pairs of entities that were judged to be two."""
    id_of = _id_of(grouping, ids) if links.apart else {}
    pairs = {(id_of[i], id_of[j]) for left, right in links.apart for i in left for j in right}
    return tuple(sorted({(min(pair), max(pair)) for pair in pairs}))


def _id_of(grouping: Grouping, ids: Sequence[str]) -> Mapping[int, str]:
    return {i: id for id, members in zip(ids, grouping.groups, strict=True) for i in members}


_IN_ORDER = attrgetter(*(each.name for each in fields(Contribution)))  # as they compare, for less


def contributions(found: Sequence[Record], grouping: Grouping, ids: Sequence[str]) -> tuple[Contribution, ...]:
    """What each document tells of each entity that a text names; every name but the first was joined to another."""
    beside: dict[int, list[tuple[int, Pair]]] = defaultdict(list)
    for pair in grouping.merges:
        beside[pair.one].append((pair.other, pair))
        beside[pair.other].append((pair.one, pair))
    named = (
        (id, members[0])
        for id, members in zip(ids, grouping.groups, strict=True)
        if any(found[i].kind is MentionKind.NAME for i in members)
    )
    made = (each for id, first in named for each in _from(first, found, beside, id))
    return tuple(sorted(made, key=_IN_ORDER))


def _from(
    first: int, found: Sequence[Record], beside: Mapping[int, list[tuple[int, Pair]]], id: str
) -> Iterator[Contribution]:
    """The contributions of a group, along its tree of merges."""
    yield Contribution(id, found[first].document, found[first].type, found[first].mentions)
    seen, front = {first}, [first]
    for here in front:
        for there, pair in beside.get(here, ()):
            if there not in seen:
                seen.add(there)
                front.append(there)
                why = (found[here].document, pair.odds.probability, pair.odds.reasons)
                yield Contribution(id, found[there].document, found[there].type, found[there].mentions, *why)
