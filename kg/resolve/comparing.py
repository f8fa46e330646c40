"""Pairs of records that may be one thing, with what speaks for and against it.

In: records of names. Out: candidates, best first. Records that were compared before are compared again only where that
can tell something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.resolve.blocking import pairs
from kg.resolve.identity import Evidence, against
from kg.resolve.records import Record
from kg.resolve.weights import SEPARATE, Odds, Sign, total

_BY_NAME = frozenset(
    {
        "full name",
        "common name",
        "one word",
        "general word",
        "bare surname",
        "short person",
        "short name",
        "frequent neighbour",
    }
)


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing two records found out."""

    support: tuple[Sign, ...]
    odds: Odds
    score: float
    has_only_the_name: bool  # nothing but the name speaks for it
    is_likely: bool  # enough to be looked at


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two records by their numbers that may be one thing, and what speaks for it."""

    one: int
    other: int
    found: Compared

    @property
    def rank(self) -> tuple[float, int, int]:
        """Best first."""
        return -self.found.score, self.one, self.other


class Comparisons:
    """What was found out when records were compared last.

    Beside two records themselves a comparison asks only how frequent and how telling the names are that both stand
    beside, and whether a short name has several bearers: see `Evidence.around`. Where nothing of that differs from the
    last time, what was found then is what would be found now.
    """

    def __init__(self) -> None:
        self._evidence = Evidence(())
        self._found: dict[tuple[Record, Record], Compared] = {}

    def candidates(self, records: list[Record]) -> list[Candidate]:
        """The pairs of some records that may be one thing, best first."""
        evidence = Evidence(records)
        differing = evidence.differing(self._evidence)
        known, self._evidence, self._found = self._found, evidence, {}
        return sorted(self._candidates(records, known, differing), key=lambda candidate: candidate.rank)

    def _candidates(
        self, records: list[Record], known: dict[tuple[Record, Record], Compared], differing: set[str]
    ) -> Iterator[Candidate]:
        for i, j in pairs(records, self._evidence):
            two = one, other = records[i], records[j]
            found = known.get(two)
            if found is None or _is_touched(one, other, differing):
                support = self._evidence.support(one, other)
                if found is None or found.support != support:
                    found = _compared(one, other, support)
            self._found[two] = found
            if found.is_likely:
                yield Candidate(i, j, found)


def _is_touched(one: Record, other: Record, keys: set[str]) -> bool:
    """Whether a comparison of two records asks for one of some names."""
    if one.key in keys or other.key in keys:
        return True
    return not (one.neighbours.isdisjoint(keys) or (one.neighbours & other.neighbours).isdisjoint(keys))


def _compared(one: Record, other: Record, support: tuple[Sign, ...]) -> Compared:
    odds = Odds((*support, *against(one, other)))
    has_only_the_name = all(sign.kind in _BY_NAME for sign in support)
    return Compared(support, odds, odds.score, has_only_the_name, bool(support) and total(support) > SEPARATE)
