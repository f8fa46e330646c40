"""The world as far as it is known offline: places by name from ontology/gazetteer/, listed companies by name."""

from __future__ import annotations

import gzip
from bisect import bisect_left
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
def _lines(table: str) -> list[bytes]:
    """The lines of a table, sorted: only those that are asked for are taken apart, and most never are."""
    lines = gzip.decompress((folder("ontology") / "gazetteer" / f"{table}.tsv.gz").read_bytes()).splitlines()
    return [line for line in lines if line[:1] != b"#"]


def _line(table: str, first: str) -> str:
    """The line of a table whose first cell is that; "" if there is none."""
    lines, start = _lines(table), f"{first}\t".encode("utf-8", "replace")
    at = bisect_left(lines, start)
    return lines[at].decode() if at < len(lines) and lines[at].startswith(start) else ""


def key_of(name: str) -> str:
    """What a name stands under in the table of names: two spellings of one name have one."""
    return name.lower() if name.isascii() and name.replace(" ", "").isalpha() else " ".join(words(name))


def _place(line: str) -> Place:
    id, kind, name, code, within, people, _ = line.split("\t")
    return Place(id, kind, name, code, tuple(filter(None, within.split("|"))), int(people))


@cache
def place(id: str) -> Place:
    """The place with an id."""
    return _place(_line("places", id))


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
    found = {p.id: (p, max(p.people, 1000) * (1.0 if key_of(p.name) == key else _BY_OTHER_NAME)) for p in _bearers(key)}
    for id, times in _usual().get(key, ()):
        found[id] = (place(id), max(place(id).people, 1000) * times)
    return tuple(sorted(found.values(), key=lambda pair: (-pair[1], pair[0].id)))


def _bearers(key: str) -> list[Place]:
    _, _, ids = _line("names", key).partition("\t")
    found = [place(id) for id in ids.split("|") if id]
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
