"""How much each sign of identity weighs, in log-odds; a reason and its weight stand beside every decision."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

MERGE = math.log(0.95 / 0.05)
SEPARATE = 0.0  # even odds: below it nobody needs to look

WEIGHTS = {
    "judged": math.inf,  # by a person
    "same IRI": math.inf,  # in two files of triples
    "same words": math.inf,  # "immigrants" twice
    "full name": 3.5,  # "Mia Torres" twice, nothing else known
    "common name": 2.4,  # "Maria Garcia" twice: many women are called so
    "one word": 3.2,  # "Halden" twice: firms, places and products are called by one word
    "general word": 0.0,  # "the Senate" twice: every state has one
    "bare surname": 0.0,  # "Torres" twice, or once beside "Mia Torres"
    "short person": 1.0,  # "M. Torres" and "Mia Torres"
    "short name": 1.3,  # "Halden" and "Halden Systems", "HWL" and "Harbour Watch League"
    "several bearers": -1.0,  # where "HWL" or "M. Torres" is short for two longer names
    "neighbour": 1.6,  # each rare name that both documents have, up to three
    "frequent neighbour": 0.4,  # each name that both have, but also every tenth document; countries never count
    "same role": 1.2,  # both strikers
    "same place": 2.0,  # both in Oregon
    "same age": 2.0,
    "same link": 6.0,  # the same thing of a list of known things
    "other link": -40.0,  # two things of one list
    "other name": -8.0,
    "with or without Jr.": -1.0,
    "other generation": -8.0,
    "other field": -3.0,  # a striker and a judge
    "other place": -6.0,  # Springfield in Ohio and Springfield in Maine
    "other age": -6.0,
    "other class": -1.2,  # the class of a name may be a guess, so two classes of one name are a weak sign
    "surely other class": -3.5,  # a firm (Ltd) and a town (in Ohio)
    "other class and name": -8.0,
    "person or not": -4.2,
    "one article": -4.0,  # that has both and takes them for two; only in doubts, since it never joins them
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that speaks for or against identity; `kind` is a name of WEIGHTS."""

    kind: str
    reason: str
    times: int = 1

    @property
    def weight(self) -> float:
        return WEIGHTS[self.kind] * self.times


@dataclass(frozen=True, slots=True)
class Odds:
    """How likely two records are one thing, and why."""

    signs: tuple[Sign, ...]

    @property
    def score(self) -> float:
        return total(self.signs)

    @property
    def probability(self) -> float:
        """The odds as a probability, to two digits; 1 only for what is no matter of evidence."""
        if self.score == math.inf:
            return 1.0
        return min(0.99, round(1 / (1 + math.exp(-max(self.score, -50.0))), 2))

    @property
    def is_same(self) -> bool:
        return self.score >= MERGE

    @property
    def reasons(self) -> tuple[str, ...]:
        """What was found, each with its weight."""
        weighed = (f"{sign.reason} ({sign.weight:+.1f})" for sign in self.signs)
        return tuple(weighed) if self.score < math.inf else tuple(sign.reason for sign in self.signs)


JUDGED = Odds((Sign("judged", "judged to be the same"),))
SAME_IRI = Odds((Sign("same IRI", "files give both the same IRI"),))
SAME_WORDS = Odds((Sign("same words", "same words"),))


def total(signs: Iterable[Sign]) -> float:
    """The sum of the weights."""
    return round(sum(sign.weight for sign in signs), 3)
