"""Which records are one entity: candidate pairs by blocking keys, joined best first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from kg.model import MentionKind
from kg.naming import acronyms, normal_form
from kg.resolve.identity import SEPARATE, Evidence, Odds, is_short_form
from kg.resolve.judgements import Judgements
from kg.resolve.records import Record

_LARGEST_BLOCK = 30  # records compared each with each; in larger blocks each meets the next few
_REACH = 8


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two groups of records that may be one entity."""

    one: int
    other: int
    odds: Odds


def group(records: list[Record], judgements: Judgements) -> tuple[list[list[Record]], list[Doubt]]:
    """Groups of records that are one entity each, and the pairs of groups that may be one; order does not matter."""
    records = sorted(records, key=lambda r: (r.document, r.cluster))
    evidence = Evidence(records)
    groups = Groups(records, judgements)
    pairs = [(evidence.odds(records[i], records[j]), i, j) for i, j in sorted(set(_pairs(records)))]
    for odds, i, j in sorted(pairs, key=lambda p: (-p[0].score, p[1], p[2])):
        if odds.is_same:
            groups.join(i, j)
    return groups.groups(), _doubts(pairs, groups)


def _doubts(pairs: list[tuple[Odds, int, int]], groups: Groups) -> list[Doubt]:
    """The pairs of sets that may be one, each with its best reasons."""
    best: dict[tuple[int, int], Odds] = {}
    for odds, i, j in pairs:
        one, other = sorted((groups.of(i), groups.of(j)))
        if odds.score > SEPARATE and one != other and ((one, other) not in best or odds.score > best[one, other].score):
            best[one, other] = odds
    place = {first: n for n, first in enumerate(groups.firsts())}
    return [Doubt(place[one], place[other], odds) for (one, other), odds in sorted(best.items(), key=lambda x: x[0])]


class Groups:
    """Sets of records, joined two at a time unless a judgement or a document keeps them apart."""

    def __init__(self, records: list[Record], judgements: Judgements) -> None:
        self._records = records
        self._parent = list(range(len(records)))
        self._members = {i: [i] for i in range(len(records))}
        self._documents = {i: {record.document} for i, record in enumerate(records)}
        self._kinds = {i: {record.family} - {""} for i, record in enumerate(records)}
        self._judgements = judgements
        for i, j in judgements.same(records):
            self._unite(self.of(i), self.of(j))

    def of(self, i: int) -> int:
        """The smallest record of the set that a record is in."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        """Make one set of two if nothing forbids it."""
        one, other = self.of(i), self.of(j)
        is_weighed = self._records[i].family != self._records[j].family
        if one != other and self._may_join(one, other, is_weighed):
            self._unite(one, other)

    def _may_join(self, one: int, other: int, is_weighed: bool) -> bool:
        """Not two things of one document, no person with a thing unless that was weighed, not what was judged apart."""
        if not self._documents[one].isdisjoint(self._documents[other]):
            return False
        kinds = self._kinds[one] | self._kinds[other]
        if "kg:Person" in kinds and len(kinds) > 1 and not is_weighed:
            return False
        left, right = ([self._records[i] for i in self._members[x]] if self._judgements else [] for x in (one, other))
        return not self._judgements.is_apart(left, right)

    def _unite(self, one: int, other: int) -> None:
        if one != other:
            one, other = sorted((one, other))
            self._parent[other] = one
            for sets in (self._members, self._documents, self._kinds):
                _pour(sets, one, other)

    def firsts(self) -> list[int]:
        """The smallest record of each set."""
        return sorted(self._members)

    def groups(self) -> list[list[Record]]:
        """The sets, by their smallest record."""
        return [[self._records[i] for i in sorted(members)] for _, members in sorted(self._members.items())]


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
