"""All records of a build in groups: names as they were joined, concepts by their words, and what was judged the same.

In: the records, the grouping of the names. Out: one grouping of all, by their numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.resolve.grouping import Grouping, Pair
from kg.resolve.judgements import Links
from kg.resolve.records import Record
from kg.resolve.weights import JUDGED, SAME_IRI, SAME_WORDS


def weld(records: Sequence[Record], names: Sequence[int], named: Grouping, links: Links) -> Grouping:
    """The grouping of all records; `names` are the numbers of those that `named` groups."""
    groups: dict[int, list[int]] = {i: [i] for i in range(len(records))}
    for members in named.groups:
        for i in members[1:]:
            groups[names[members[0]]] += groups.pop(names[i])
    first_of = {i: first for first, members in groups.items() for i in members}
    sides = links.sides()
    merges = [Pair(names[pair.one], names[pair.other], pair.odds) for pair in named.merges]
    judged = (Pair(one, other, JUDGED) for one, other in links.joints())
    given = (Pair(one, other, SAME_IRI) for one, other in links.identities())
    for pair in (*judged, *given, *_same_words(records)):
        one, other = first_of[pair.one], first_of[pair.other]
        if one != other and not _are_apart(groups[one], groups[other], sides):
            merges.append(pair)
            first_of |= dict.fromkeys(groups[other], one)
            groups[one] += groups.pop(other)
    doubts = (Pair(names[pair.one], names[pair.other], pair.odds) for pair in named.doubts)
    return Grouping(
        groups=sorted(sorted(members) for members in groups.values()),
        merges=merges,
        doubts=[pair for pair in doubts if first_of[pair.one] != first_of[pair.other]],
    )


def _same_words(records: Sequence[Record]) -> Iterator[Pair]:
    """Bare plurals and mass nouns by their words: "law enforcement" is one concept in all documents."""
    first: dict[str, int] = {}
    for i, record in enumerate(records):
        if record.is_generic and (other := first.setdefault(record.name.casefold(), i)) != i:
            yield Pair(other, i, SAME_WORDS)


def _are_apart(one: list[int], other: list[int], sides: dict[int, set[int]]) -> bool:
    if not sides:
        return False
    here, there = ({side for i in members for side in sides.get(i, ())} for members in (one, other))
    return any(side ^ 1 in there for side in here)
