"""The world as far as it is known offline: places by name from ontology/gazetteer/, listed companies by name."""

from __future__ import annotations

import gzip
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from kg.naming import normal_form, words
from kg.shipped import folder
from kg.tables import Row, rows

_BY_OTHER_NAME = 0.1  # how much less likely a place is under a name that is not its first
_USUAL = 100.0  # how much likelier the usual bearer of a name is than its people make it


@dataclass(frozen=True, slots=True)
class Place:
    """A country, region, county or town of GeoNames."""

    id: str
    kind: str
    name: str
    code: str  # ISO 3166-1 of a country, ISO 3166-2 of a region
    within: tuple[str, ...]  # ids of what it lies in, the country first
    people: int

    @property
    def address(self) -> str:
        """Its IRI at GeoNames."""
        return f"https://sws.geonames.org/{self.id}/"


@dataclass(frozen=True, slots=True)
class Company:
    """A listed company."""

    name: str
    listing: str  # "NASDAQ:AMZN"
    isin: str
    is_word: bool  # its name means something else as well: "Target"

    @property
    def ticker(self) -> str:
        """The symbol without its exchange."""
        return self.listing.rpartition(":")[2]


@cache
def _lines() -> tuple[dict[str, list[str]], dict[str, str]]:
    """The lines of the table of places, by normal name and by id; they are taken apart when they are needed."""
    by_key: dict[str, list[str]] = defaultdict(list)
    by_id: dict[str, str] = {}
    with gzip.open(folder("ontology") / "gazetteer" / "places.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line[0].isdigit():
                id, _, name, _, _, _, also = line.rstrip("\n").split("\t")
                by_id[id] = line
                for key in {_key(each) for each in (name, *also.split("|")) if each}:
                    by_key[key].append(line)
    return by_key, by_id


def _key(name: str) -> str:
    return name.lower() if name.isascii() and name.replace(" ", "").isalpha() else " ".join(words(name))


def _place(line: str) -> Place:
    id, kind, name, code, within, people, _ = line.rstrip("\n").split("\t")
    return Place(id, kind, name, code, tuple(filter(None, within.split("|"))), int(people))


@cache
def place(id: str) -> Place:
    """The place with an id."""
    return _place(_lines()[1][id])


def _rows(table: str) -> tuple[Row, ...]:
    return rows(folder("ontology") / "gazetteer" / f"{table}.tsv")


@cache
def _usual() -> dict[str, list[tuple[str, float]]]:
    """Ids that a name has beside those of the table, and how much likelier they are than their people make them."""
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for row in _rows("usual"):
        found[" ".join(words(row["name"]))].append((row["id"], _USUAL if row["share"] == "usual" else 1.0))
    return found


@cache
def places_called(name: str) -> tuple[tuple[Place, float], ...]:
    """The places that bear a name, and how likely each is when nothing else is known, as a number of people.

    A region that is named after its town gives way to it ("Moscow" is the town), and a town to its country.
    """
    key = " ".join(words(name.removeprefix("the ").removeprefix("The ")))
    found = {p.id: (p, max(p.people, 1000) * (1.0 if _key(p.name) == key else _BY_OTHER_NAME)) for p in _bearers(key)}
    for id, times in _usual().get(key, ()):
        found[id] = (place(id), max(place(id).people, 1000) * times)
    return tuple(sorted(found.values(), key=lambda pair: (-pair[1], pair[0].id)))


def _bearers(key: str) -> list[Place]:
    found = [_place(line) for line in _lines()[0].get(key, ())]
    with_town = {holder for p in found if p.kind == "town" for holder in p.within}
    countries = {p.id for p in found if p.kind == "country"}
    return [p for p in found if countries.isdisjoint(p.within) and not (p.kind == "region" and p.id in with_town)]


@cache
def _companies() -> dict[str, Company]:
    found: dict[str, Company] = {}
    for row in _rows("companies"):
        names = row["name"].split("|")
        company = Company(names[0], row["listing"], row["isin"], row["word"] == "yes")
        found |= {normal_form(name): company for name in names}
    return found


def company_called(name: str) -> Company | None:
    """The listed company that bears a name.

    >>> company_called("Amazon.com Inc.").listing
    'NASDAQ:AMZN'
    """
    return _companies().get(normal_form(name))
