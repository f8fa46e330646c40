"""Which records are one entity: candidate pairs joined best first, unless what is known of both sets forbids it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.resolve.comparing import Candidate, Comparisons
from kg.resolve.judgements import Links
from kg.resolve.profile import Profile, conflicts, is_conflict
from kg.resolve.records import Record
from kg.resolve.weights import JUDGED, MERGE, SAME_IRI, SEPARATE, Odds, Sign, total

_USUAL = 0.95  # the part of a name's documents that its usual bearer has; else nobody is joined by the name alone


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


def group(records: list[Record], links: Links, comparisons: Comparisons | None = None) -> Grouping:
    """Groups of records that are one entity each; records are sorted by document and place.

    What is joined by its name alone comes last, and only where no two bearers of the name are different things.
    """
    profiles = [Profile.of(record) for record in records]
    candidates = (comparisons or Comparisons()).candidates(records)
    groups = Groups(records, profiles, links)
    named = [c for c in candidates if c.found.has_only_the_name]
    for candidate in candidates:
        if not candidate.found.has_only_the_name:
            groups.join(candidate)
    shared = _shared_names(records, named, groups)
    for candidate in named:
        if not {records[candidate.one].key, records[candidate.other].key} & shared:
            groups.join(candidate)
    return Grouping(groups.groups(), groups.merges, _doubts(candidates, groups))


def _shared_names(records: list[Record], named: Iterable[Candidate], groups: Groups) -> set[str]:
    """The names that two different things bear, of those by which records would be joined."""
    wanted = {records[i].key for candidate in named for i in (candidate.one, candidate.other)}
    bearers: dict[str, set[int]] = {}
    for i, record in enumerate(records):
        if record.key in wanted:
            bearers.setdefault(record.key, set()).add(groups.of(i))
    return {key for key, sets in bearers.items() if len(sets) > 1 and not groups.is_usual(sorted(sets))}


def _doubts(candidates: Iterable[Candidate], groups: Groups) -> list[Pair]:
    """The pairs of sets that may be one and were not judged apart, each with its best reasons."""
    best: dict[tuple[int, int], Odds] = {}
    for candidate in candidates:
        one, other = sorted((groups.of(candidate.one), groups.of(candidate.other)))
        if candidate.found.score > SEPARATE and one != other:
            best.setdefault((one, other), groups.odds(one, other, candidate))  # candidates come best first
    likely = (pair for pair in sorted(best) if best[pair].score > SEPARATE)
    return [Pair(*pair, best[pair]) for pair in likely if not groups.are_apart(*pair)]


class Groups:
    """Sets of records, joined two at a time unless a judgement, a document or what is known keeps them apart.

    The profiles grow with the sets.
    """

    def __init__(self, records: list[Record], profiles: list[Profile], links: Links) -> None:
        self._parent = list(range(len(records)))
        self._members = {i: [i] for i in range(len(records))}
        self._profiles = dict(enumerate(profiles))
        self._sides = links.sides()
        self.merges: list[Pair] = []
        for i, j in links.joints():
            self._unite(i, j, JUDGED)
        for i, j in links.identities():
            if not self.are_apart(self.of(i), self.of(j)):
                self._unite(i, j, SAME_IRI)

    def of(self, i: int) -> int:
        """The smallest record of the set that a record is in."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, candidate: Candidate) -> None:
        """Make one set of two if the evidence outweighs all that is known of both sets."""
        one, other = self.of(candidate.one), self.of(candidate.other)
        if candidate.found.score >= MERGE and one != other and self._may_join(one, other, candidate):
            self._unite(candidate.one, candidate.other, candidate.found.odds)

    def are_apart(self, one: int, other: int) -> bool:
        """Whether something in one set was judged to be another thing than something in the other."""
        return any(side ^ 1 in self._sides.get(other, ()) for side in self._sides.get(one, ()))

    def odds(self, one: int, other: int, candidate: Candidate) -> Odds:
        """What speaks for a pair of records, and all that speaks against their sets."""
        mine, theirs = self._profiles[one], self._profiles[other]
        both = () if mine.documents.isdisjoint(theirs.documents) else (Sign("one article", "one article has both"),)
        return Odds((*candidate.found.support, *conflicts(mine, theirs), *both))

    def _may_join(self, one: int, other: int, candidate: Candidate) -> bool:
        """Not two things of one document, not what was judged apart, nor what conflicts."""
        mine, theirs = self._profiles[one], self._profiles[other]
        if not mine.documents.isdisjoint(theirs.documents):
            return False
        if total((*candidate.found.support, *conflicts(mine, theirs))) < MERGE:
            return False
        return not self.are_apart(one, other)

    def _unite(self, i: int, j: int, odds: Odds) -> None:
        one, other = sorted((self.of(i), self.of(j)))
        if one != other:
            self._parent[other] = one
            self.merges.append(Pair(i, j, odds))
            kept, lost = self._profiles[one], self._profiles.pop(other)
            if len(lost.documents) > len(kept.documents):
                kept, lost = lost, kept
            kept.add(lost)
            self._profiles[one] = kept
            self._members[one] += self._members.pop(other)
            if sides := self._sides.pop(other, set()) | self._sides.get(one, set()):
                self._sides[one] = sides

    def is_usual(self, sets: list[int]) -> bool:
        """Whether nearly all of the documents in some sets speak of one thing, as far as is known."""
        usual = min(sets, key=lambda i: (-len(self._profiles[i].documents), i))
        others = [i for i in sets if i != usual and is_conflict(self._profiles[usual], self._profiles[i])]
        count = len(self._profiles[usual].documents)
        return count >= _USUAL * (count + sum(len(self._profiles[i].documents) for i in others))

    def groups(self) -> list[list[int]]:
        """The sets, by their smallest record."""
        return [sorted(members) for _, members in sorted(self._members.items())]
