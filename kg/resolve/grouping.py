"""Which records are one entity: candidate pairs by blocking keys, joined best first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from kg.model import MentionKind
from kg.naming import acronyms, normal_form
from kg.resolve.identity import JUDGED, SEPARATE, Evidence, Odds, is_short_form
from kg.resolve.judgements import Links
from kg.resolve.records import Record

_LARGEST_BLOCK = 30  # records compared each with each; in larger blocks each meets the next few
_REACH = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records by their numbers, and how likely they are one entity."""

    one: int
    other: int
    odds: Odds


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which records are one entity each, by their numbers, and why."""

    groups: list[list[int]]
    merges: list[Pair]  # what made the groups: a tree for each
    doubts: list[Pair]  # the first records of groups that may be one


def group(records: list[Record], links: Links) -> Grouping:
    """Groups of records that are one entity each; records are sorted by document and place."""
    evidence = Evidence(records)
    groups = Groups(records, links)
    pairs = [(evidence.odds(records[i], records[j]), i, j) for i, j in sorted(set(_pairs(records)))]
    for odds, i, j in sorted(pairs, key=lambda p: (-p[0].score, p[1], p[2])):
        if odds.is_same:
            groups.join(i, j, odds)
    return Grouping(groups.groups(), groups.merges, _doubts(pairs, groups))


def _doubts(pairs: list[tuple[Odds, int, int]], groups: Groups) -> list[Pair]:
    """The pairs of sets that may be one and were not judged apart, each with its best reasons."""
    best: dict[tuple[int, int], Odds] = {}
    for odds, i, j in pairs:
        one, other = sorted((groups.of(i), groups.of(j)))
        if odds.score > SEPARATE and one != other and ((one, other) not in best or odds.score > best[one, other].score):
            best[one, other] = odds
    return [Pair(*pair, best[pair]) for pair in sorted(best) if not groups.are_apart(*pair)]


class Groups:
    """Sets of records, joined two at a time unless a judgement or a document keeps them apart."""

    def __init__(self, records: list[Record], links: Links) -> None:
        self._records = records
        self._parent = list(range(len(records)))
        self._members = {i: [i] for i in range(len(records))}
        self._documents = {i: {record.document} for i, record in enumerate(records)}
        self._kinds = {i: {record.family} - {""} for i, record in enumerate(records)}
        self._sides = links.sides()
        self.merges: list[Pair] = []
        for i, j in links.joints():
            self._unite(i, j, JUDGED)

    def of(self, i: int) -> int:
        """The smallest record of the set that a record is in."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, i: int, j: int, odds: Odds) -> None:
        """Make one set of two if nothing forbids it."""
        one, other = self.of(i), self.of(j)
        is_weighed = self._records[i].family != self._records[j].family
        if one != other and self._may_join(one, other, is_weighed):
            self._unite(i, j, odds)

    def are_apart(self, one: int, other: int) -> bool:
        """Whether something in one set was judged to be another thing than something in the other."""
        return any(side ^ 1 in self._sides.get(other, ()) for side in self._sides.get(one, ()))

    def _may_join(self, one: int, other: int, is_weighed: bool) -> bool:
        """Not two things of one document, no person with a thing unless that was weighed, not what was judged apart."""
        if not self._documents[one].isdisjoint(self._documents[other]):
            return False
        kinds = self._kinds[one] | self._kinds[other]
        if "kg:Person" in kinds and len(kinds) > 1 and not is_weighed:
            return False
        return not self.are_apart(one, other)

    def _unite(self, i: int, j: int, odds: Odds) -> None:
        one, other = sorted((self.of(i), self.of(j)))
        if one != other:
            self._parent[other] = one
            self.merges.append(Pair(i, j, odds))
            for sets in (self._members, self._documents, self._kinds):
                _pour(sets, one, other)
            if sides := self._sides.pop(other, set()) | self._sides.get(one, set()):
                self._sides[one] = sides

    def groups(self) -> list[list[int]]:
        """The sets, by their smallest record."""
        return [sorted(members) for _, members in sorted(self._members.items())]


def _pour(sets: Any, one: int, other: int) -> None:
    """Put the contents of the second set into the first, the smaller into the larger."""
    kept, lost = sets[one], sets.pop(other)
    if len(lost) > len(kept):
        kept, lost = lost, kept
    kept.update(lost) if isinstance(kept, set) else kept.extend(lost)
    sets[one] = kept


def _pairs(records: list[Record]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: of one name, of a person's short and long name, of an acronym and its name."""
    by_key: dict[str, list[int]] = defaultdict(list)
    blocks: dict[str, set[str]] = defaultdict(set)
    for i, record in enumerate(records):
        if record.kind is MentionKind.NAME:
            for key in {record.key, *map(normal_form, record.names)}:
                by_key[key].append(i)
            for block in _blocking_keys(record):
                blocks[block].add(record.key)
    for _, bearers in sorted(by_key.items()):
        yield from _within(records, bearers)
    for name, keys in sorted(blocks.items()):
        for one, other in combinations(sorted(keys), 2):
            if name.startswith("acronym") or is_short_form(one, other) or is_short_form(other, one):
                yield from _across(records, by_key[one], by_key[other])


def _across(records: list[Record], left: list[int], right: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of records of two names; of many, the first few stand for the rest, which are compared with each other."""
    for i, j in product(left[:_REACH], right[:_REACH]):
        if records[i].document != records[j].document:
            yield min(i, j), max(i, j)


def _within(records: list[Record], block: list[int]) -> Iterator[tuple[int, int]]:
    """Every pair of a small block; in a large one each record meets those next to it by name and by class."""
    reach = len(block) if len(block) <= _LARGEST_BLOCK else _REACH
    if len(block) > _LARGEST_BLOCK:
        block = sorted(block, key=lambda i: (records[i].family, records[i].key, i))
    for n, i in enumerate(block):
        for j in block[n + 1 : n + 1 + reach]:
            if records[i].document != records[j].document:
                yield min(i, j), max(i, j)


def _blocking_keys(record: Record) -> Iterator[str]:
    """What records of different names must share to be compared: surname and initial, or an acronym's letters."""
    parts = record.key.split()
    if record.family in {"kg:Person", ""} and len(parts) > 1:
        yield f"person {parts[-1][:5]} {parts[0][0]}"
    if len(parts) == 1 and record.name.replace(".", "").isupper():
        yield f"acronym {record.name.replace('.', '')}"
    for name in record.names:
        if record.family != "kg:Person" and len(name.split()) > 2:
            yield from (f"acronym {short}" for short in sorted(acronyms(name)))
