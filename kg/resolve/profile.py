"""What the records of one thing tell of it together, and what of two profiles cannot be true of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.naming import countries, normal_form, small_words
from kg.resolve.persons import fields, is_short_form, may_be_one_career
from kg.resolve.records import Record
from kg.resolve.weights import Sign

PERSON = "kg:Person"


@dataclass(slots=True)
class Profile:
    """A growing set of what is known of a thing; made of one record, then joined with others."""

    documents: set[str]
    families: set[str]
    sure: set[str]  # those of them that more than a guess tells
    names: set[str]  # normal forms of two words or more
    shorts: set[str]  # names of one word
    roles: frozenset[str]
    inside: set[str]
    born: set[int]
    links: dict[str, str]  # the thing that it is, by list

    @classmethod
    def of(cls, record: Record) -> Profile:
        """What one record tells."""
        return cls(
            documents={record.document},
            families={record.family} - {""},
            sure={record.family} if record.is_sure else set(),
            names={key for key in record.keys if " " in key},
            shorts={key for key in record.keys if " " not in key},
            roles=record.roles,
            inside=set(record.inside),
            born={record.born} if record.born else set(),
            links={link.source: link.id for link in record.links},
        )

    def add(self, other: Profile) -> None:
        """Take over what another profile knows."""
        self.documents |= other.documents
        self.families |= other.families
        self.sure |= other.sure
        self.names |= other.names
        self.shorts |= other.shorts
        self.roles |= other.roles
        self.inside |= other.inside
        self.born |= other.born
        self.links |= other.links


def conflicts(one: Profile, other: Profile) -> Iterator[Sign]:
    """Yield what speaks against two profiles being of one thing."""
    yield from _links(one, other)
    yield from _families(one, other)
    yield from _names(one, other)
    yield from _careers(one, other)
    yield from _places(one, other)
    if one.born and other.born and max(one.born | other.born) - min(one.born | other.born) > 2:
        yield Sign("other age", f"born about {min(one.born)} and {min(other.born)}")


def is_conflict(one: Profile, other: Profile) -> bool:
    """Whether more than a guess at the class speaks against two profiles being of one thing."""
    return any(sign.kind != "other class" for sign in conflicts(one, other))


def _links(one: Profile, other: Profile) -> Iterator[Sign]:
    """Two things of one list."""
    for source in sorted(one.links.keys() & other.links.keys()):
        if one.links[source] != other.links[source]:
            yield Sign("other link", f"two things of {source}")


def _families(one: Profile, other: Profile) -> Iterator[Sign]:
    """Two classes; what a name's class is without a sign of it is a guess, and weighs little."""
    if one.sure and other.sure and one.sure.isdisjoint(other.sure):
        kind = "person or not" if PERSON in one.sure | other.sure else "surely other class"
        yield Sign(kind, _listed(one.sure | other.sure))
    elif one.families and other.families and one.families.isdisjoint(other.families):
        has_name = not (one.names | one.shorts).isdisjoint(other.names | other.shorts)
        yield Sign("other class" if has_name else "other class and name", _listed(one.families | other.families))


def _listed(families: set[str]) -> str:
    return " and ".join(sorted(family.removeprefix("kg:").lower() for family in families))


def _names(one: Profile, other: Profile) -> Iterator[Sign]:
    """Two different full names; with people every full name counts, with others one in common is enough."""
    is_person = PERSON in one.families | other.families
    mine, theirs = one.names, other.names
    if not mine or not theirs or mine == theirs:
        return
    if is_person:
        mine, theirs = _full(mine), _full(theirs)
    if not mine.isdisjoint(theirs):
        return
    pairs = [(a, b) for a in sorted(mine) for b in sorted(theirs)]
    agree = [_may_be_one_name(a, b) for a, b in pairs]
    if not (all(agree) if is_person else any(agree)):
        a, b = pairs[agree.index(False)]
        yield Sign(*_difference(a, b))


def _full(names: set[str]) -> set[str]:
    return {name for name in names if len(name.partition(" ")[0]) > 1} or names


def _may_be_one_name(one: str, other: str) -> bool:
    return is_short_form(one, other) or is_short_form(other, one)


def _difference(one: str, other: str) -> tuple[str, str]:
    generations = [small_words("generation") & set(key.split()) for key in (one, other)]
    bare = [" ".join(w for w in key.split() if w not in small_words("generation")) for key in (one, other)]
    if bare[0] == bare[1]:
        return "other generation" if all(generations) else "with or without Jr.", f"“{one}” and “{other}”"
    return "other name", f"“{one}” is not “{other}”"


def _careers(one: Profile, other: Profile) -> Iterator[Sign]:
    is_person = PERSON in one.families | other.families
    if is_person and not may_be_one_career(one.roles, other.roles):
        yield Sign("other field", f"{_telling(one.roles)} and {_telling(other.roles)}")


def _telling(roles: frozenset[str]) -> str:
    return min(role for role in roles if fields(frozenset({role})))


def _places(one: Profile, other: Profile) -> Iterator[Sign]:
    """Two regions, or two countries, around one name; a region and a country may hold each other."""
    if "kg:Place" not in one.families & other.families:
        return
    for is_country in (False, True):
        mine, theirs = ({p for p in x.inside if (p in _countries()) is is_country} for x in (one, other))
        if mine and theirs and mine.isdisjoint(theirs):
            yield Sign("other place", f"in {min(mine)} and in {min(theirs)}")
            return


@cache
def _countries() -> frozenset[str]:
    return frozenset(normal_form(name) for name in countries())
