"""Whether two records of different documents are one thing: log-odds that add up, each with its reason."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from kg.naming import acronyms, countries, normal_form, small_words
from kg.resolve.records import Record

MERGE = math.log(0.95 / 0.05)
SEPARATE = 0.0  # even odds: below it nobody needs to look

_FULL_NAME = 3.5  # "Mia Torres" twice, nothing else known
_ONE_WORD = 3.2  # "Halden" twice: firms, places and products are called by one word
_BARE_SURNAME = 0.0  # "Torres" twice
_SHORT_FORM = 1.0  # "M. Torres" and "Mia Torres"
_ACRONYM = 0.5  # "HWL" and "Harbour Watch League"
_NEIGHBOUR = 1.6  # each rare name that both documents have, up to three
_OTHER_KIND = -8.0
_OTHER_CLASS = -1.2  # the class of a name may be a guess, so two classes of one name are a weak sign
_PERSON_OR_NOT = -4.2
_OTHER_ROLE = -2.5
_SAME_ROLE = 1.0


@dataclass(frozen=True, slots=True)
class Odds:
    """How likely two records are one thing, and why."""

    score: float
    reasons: tuple[str, ...]

    @property
    def probability(self) -> float:
        """The odds as a probability, to two digits; 1 only for what was judged."""
        return 1.0 if self.score == math.inf else min(0.99, round(1 / (1 + math.exp(-self.score)), 2))

    @property
    def is_same(self) -> bool:
        return self.score >= MERGE

    @property
    def is_doubtful(self) -> bool:
        return SEPARATE < self.score < MERGE


JUDGED = Odds(math.inf, ("judged to be the same",))
SAME_WORDS = Odds(math.inf, ("same words",))


class Evidence:
    """Compares records, with the rarity of names in the whole collection."""

    def __init__(self, records: Iterable[Record]) -> None:
        records = list(records)
        named = {(key, r.document) for r in records for key in {r.key, *map(normal_form, r.names)}}
        self._frequency = Counter(key for key, _ in named)
        limit = max(3, len({r.document for r in records}) // 10)
        self._telling = {key for key, count in self._frequency.items() if count <= limit and key not in _places()}
        self._around: dict[frozenset[str], frozenset[str]] = {}

    def odds(self, one: Record, other: Record) -> Odds:
        """The log-odds that two records are one thing, from their names, classes, roles and surroundings."""
        parts = [part for sign in _SIGNS if (part := sign(one, other)) is not None]
        parts.append(self._neighbours(one, other))
        reasons = tuple(f"{reason} ({score:+.1f})" for score, reason in parts if reason)
        return Odds(round(sum(score for score, _ in parts), 3), reasons)

    def _neighbours(self, one: Record, other: Record) -> tuple[float, str]:
        shared = self._context(one) & self._context(other)
        rarest = sorted(shared, key=lambda key: (self._frequency[key], key))[:3]
        return _NEIGHBOUR * len(rarest), f"both with {', '.join(rarest)}" if rarest else ""

    def _context(self, record: Record) -> frozenset[str]:
        """The names around a record that are rare enough to tell a context: no country, nor in every tenth document."""
        if record.neighbours not in self._around:
            self._around[record.neighbours] = record.neighbours & self._telling
        return self._around[record.neighbours]


@cache
def _places() -> frozenset[str]:
    return frozenset(normal_form(name) for name in countries())


def _name(one: Record, other: Record) -> tuple[float, str]:
    if one.key == other.key:
        if len(one.key.split()) > 1:
            return _FULL_NAME, f"same name “{one.name}”"
        if "kg:Person" in (one.family, other.family):
            return _BARE_SURNAME, f"same bare name “{one.name}”"
        return _ONE_WORD, f"same name “{one.name}”"
    if is_short_form(one.key, other.key) or is_short_form(other.key, one.key):
        return _SHORT_FORM, f"“{one.name}” may be short for “{other.name}”"
    if is_acronym(one, other) or is_acronym(other, one):
        return _ACRONYM, f"“{one.name}” and “{other.name}” share initials"
    shared = {n for n in one.names if len(n.split()) > 1} & {n for n in other.names if len(n.split()) > 1}
    if shared:
        return _FULL_NAME, f"both called “{min(shared)}”"
    return _OTHER_KIND, f"“{one.name}” is not “{other.name}”"


def is_short_form(short: str, long: str) -> bool:
    """Whether a person's name is another without a middle name, or with an initial: "M. Torres", "Mia Torres"."""
    a, b = ([w for w in key.split() if w not in small_words("generation")] for key in (short, long))
    if len(a) < 2 or len(b) < len(a) or a == b or a[-1] != b[-1]:
        return False
    middle = all(any(w == v or (len(w) == 1 and v[0] == w) for v in b[1:-1]) for w in a[1:-1])
    return middle and (a[0] == b[0] or (len(a[0]) == 1 and b[0][0] == a[0]))


def is_acronym(short: Record, long: Record) -> bool:
    """Whether a record is only known by the initials of another's name."""
    text = short.name.replace(".", "")
    is_bare = len(short.names) == 1 and text.isupper() and len(text) >= 3
    return is_bare and any(text in acronyms(name) for name in long.names)


def _class(one: Record, other: Record) -> tuple[float, str] | None:
    if not one.family or not other.family or one.family == other.family:
        return None
    named = sorted(family.removeprefix("kg:").lower() for family in (one.family, other.family))
    weight = _OTHER_CLASS if one.key == other.key else _OTHER_KIND
    return _PERSON_OR_NOT if "person" in named else weight, " and ".join(named)


def _generation(one: Record, other: Record) -> tuple[float, str] | None:
    if one.key == other.key:
        return None
    a, b = (small_words("generation") & set(r.key.split()) for r in (one, other))
    return (_OTHER_KIND, "another generation") if a != b and a and b else None


def _role(one: Record, other: Record) -> tuple[float, str] | None:
    if "kg:Person" not in (one.family, other.family) or not one.roles or not other.roles:
        return None
    if shared := one.roles & other.roles:
        return _SAME_ROLE, f"both {min(shared)}"
    return _OTHER_ROLE, f"{min(one.roles)} and {min(other.roles)}"


_SIGNS: tuple[Callable[[Record, Record], tuple[float, str] | None], ...] = (_name, _class, _generation, _role)
