"""Whether two records of different documents are one thing: log-odds that add up, each with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from kg.gazetteer import places_called
from kg.naming import acronyms, countries, is_unspecific, normal_form, small_words
from kg.resolve.persons import fields, is_common_name, is_short_form
from kg.resolve.profile import PERSON, Profile, conflicts
from kg.resolve.records import Record
from kg.resolve.weights import Odds, Sign

_MOST_NEIGHBOURS = 3  # that count for two records
_ALONE = 0.9  # the part of the people of all places of a name that its usual bearer has
_SHORT = frozenset({"short name", "short person", "one word"})
_MOST_COMPARED = 10  # by which records find each other
_PAIRS = 100_000  # of records whose comparison is kept: they are compared again when another document comes


class Evidence:
    """Compares records, with the rarity of names in the whole collection."""

    def __init__(self, records: Iterable[Record]) -> None:
        records = list(records)
        self._frequency = Counter(key for r in records for key in r.keys)
        limit = max(3, len({r.document for r in records}) // 10)
        self._telling = {key for key, count in self._frequency.items() if count <= limit and key not in _countries()}
        self._around: dict[frozenset[str], frozenset[str]] = {}
        self._bearers = bearers_by_short_name(records)

    def differing(self, other: Evidence) -> set[str]:
        """The names that another collection tells something else of, as far as a comparison asks: see `around`."""
        names = self._frequency.keys() | other._frequency.keys() | self._bearers.keys() | other._bearers.keys()
        return {name for name in names if self._told(name) != other._told(name)}

    def _told(self, name: str) -> tuple[int, bool, bool]:
        return self._frequency[name], name in self._telling, len(self._bearers.get(name, ())) > 1

    def support(self, one: Record, other: Record) -> tuple[Sign, ...]:
        """What speaks for two records being one thing, their names first; nothing if these have nothing in common."""
        named = _between(one, other)
        return (*named, *self.around(one, other, named[0])) if named else ()

    def around(self, one: Record, other: Record, name: Sign) -> Iterator[Sign]:
        """Yield what the whole collection tells of two records whose names speak for them."""
        if name.kind in _SHORT and self._is_shared(one, other):
            yield Sign("several bearers", "more than one is called so")
        if rare := self._most_telling(self.context(one) & self.context(other)):
            yield Sign("neighbour", f"both with {', '.join(rare)}", len(rare))
        elif frequent := self._most_telling((one.neighbours & other.neighbours) - _countries()):
            yield Sign("frequent neighbour", f"both with {', '.join(frequent)}", len(frequent))

    def odds(self, one: Record, other: Record) -> Odds:
        """The log-odds that two records are one thing, from their names, classes, roles and surroundings."""
        return Odds((*self.support(one, other), *against(one, other)))

    def _most_telling(self, shared: frozenset[str]) -> list[str]:
        return sorted(shared, key=lambda key: (self._frequency[key], key))[:_MOST_NEIGHBOURS]

    def context(self, record: Record) -> frozenset[str]:
        """The names around a record that are rare enough to tell a context: no country, nor in every tenth document."""
        if record.neighbours not in self._around:
            self._around[record.neighbours] = record.neighbours & self._telling
        return self._around[record.neighbours]

    def rarest(self, record: Record) -> list[str]:
        """The names around a record that tell most, rarest first."""
        return sorted(self.context(record), key=lambda key: (self._frequency[key], key))[:_MOST_COMPARED]

    def _is_shared(self, one: Record, other: Record) -> bool:
        return any(len(self._bearers.get(record.key, ())) > 1 for record in (one, other))


def bearers_by_short_name(records: Iterable[Record]) -> dict[str, set[str]]:
    """The longer names of each short one: "hwl" is short for "harbour watch league", "m torres" for "mia torres"."""
    found: dict[str, set[str]] = {}
    for record in records:
        if " " in record.key:
            for short in initialled(record.key) if record.family == PERSON else called(record):
                found.setdefault(short, set()).add(record.key)
    return found


def initialled(key: str) -> frozenset[str]:
    """A person's name with an initial, as "m torres" for "mia torres"."""
    first, *_, last = key.split()
    return frozenset({f"{first[0]} {last}"}) if len(first) > 1 else frozenset()


@cache
def _countries() -> frozenset[str]:
    return frozenset(normal_form(name) for name in countries())


def name_sign(one: Record, other: Record) -> Sign | None:
    """What two names have to do with each other; None if nothing."""
    if one.key == other.key:
        return _same_name(one, other)
    if is_short_form(one.key, other.key) or is_short_form(other.key, one.key):
        return Sign("short person", f"“{one.name}” may be short for “{other.name}”")
    if full := [key for key in sorted(one.keys & other.keys) if " " in key]:
        return Sign("full name", f"both called “{full[0]}”")
    for short, long in ((one, other), (other, one)):
        if _is_bare(short) and short.key in short_names(long):
            kind = "bare surname" if long.family == PERSON else "short name"
            return Sign(kind, f"“{short.name}” may be short for “{long.name}”")
    return None


def _same_name(one: Record, other: Record) -> Sign:
    reason = f"same name “{one.name}”"
    people = [record for record in (one, other) if record.family == PERSON]
    if is_unspecific(one.key):
        return Sign("general word", reason)
    if not people:
        is_shared = one.family == "kg:Place" and _is_shared_place(one.key)
        return Sign("common name" if is_shared else "full name" if " " in one.key else "one word", reason)
    if " " not in one.key:
        is_guess = len(people) == 1 and not people[0].is_sure
        return Sign("one word" if is_guess else "bare surname", reason)
    return Sign("common name" if is_common_name(one.key) else "full name", reason)


@lru_cache(maxsize=10_000)
def _is_shared_place(key: str) -> bool:
    """Whether several places bear a name, and none of them nearly alone."""
    found = [weight for _, weight in places_called(key)]
    return len(found) > 1 and found[0] < _ALONE * sum(found)


def _is_bare(record: Record) -> bool:
    return " " not in record.key


def called(record: Record) -> frozenset[str]:
    """The names of one word, in normal form, that a longer name is shortened to: in its document, and its acronyms."""
    acronym = (a.casefold() for name in record.names for a in acronyms(name) if len(a) > 2)
    return frozenset({*(key for key in record.keys if " " not in key), *acronym})


def short_names(record: Record) -> frozenset[str]:
    """The names of one word under which a thing with a longer one may be known elsewhere."""
    if _is_bare(record):
        return frozenset()
    parts = [word for word in record.key.split() if word not in small_words("generation")]
    if record.family == PERSON:
        return frozenset({*(key for key in record.keys if " " not in key), parts[-1]})
    return called(record) | (frozenset() if record.family == "kg:Place" else frozenset({parts[0]}))


def _same_link(one: Record, other: Record) -> Sign | None:
    if not one.links or not other.links:
        return None
    if shared := {(x.source, x.id) for x in one.links} & {(x.source, x.id) for x in other.links}:
        return Sign("same link", f"both {' '.join(min(shared))}")
    same = {a for x in one.links for a in x.addresses} & {a for x in other.links for a in x.addresses}
    return Sign("same link", f"both {min(same)}") if same else None


def _same_role(one: Record, other: Record) -> Sign | None:
    if PERSON not in (one.family, other.family):
        return None
    shared = sorted(role for role in one.roles & other.roles if fields(frozenset({role})))
    return Sign("same role", f"both {shared[0]}") if shared else None


def _same_place(one: Record, other: Record) -> Sign | None:
    if shared := one.inside & other.inside:
        return Sign("same place", f"both in {min(shared)}")
    near = (one.inside & other.neighbours) | (other.inside & one.neighbours)
    return Sign("same place", f"both with {min(near)}") if near else None


def _same_age(one: Record, other: Record) -> Sign | None:
    if one.born and other.born and abs(one.born - other.born) <= 1:
        return Sign("same age", f"both born about {one.born}")
    return None


@lru_cache(maxsize=_PAIRS)
def _between(one: Record, other: Record) -> tuple[Sign, ...]:
    """What two records alone have in common, their names first; nothing if these have nothing."""
    named = name_sign(one, other) or _same_link(one, other)
    if named is None:
        return ()
    return tuple(dict.fromkeys([named, *(sign for look in _SUPPORT if (sign := look(one, other)))]))


@lru_cache(maxsize=_PAIRS)
def against(one: Record, other: Record) -> tuple[Sign, ...]:
    """What speaks against two records being one thing."""
    return tuple(conflicts(_profile(one), _profile(other)))


@lru_cache(maxsize=_PAIRS)
def _profile(record: Record) -> Profile:
    """What one record tells; not to be changed."""
    return Profile.of(record)


_SUPPORT: tuple[Callable[[Record, Record], Sign | None], ...] = (_same_link, _same_role, _same_place, _same_age)
