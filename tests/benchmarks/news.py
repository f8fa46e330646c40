"""Short invented articles, as many as wanted: the same number gives the same texts."""

from __future__ import annotations

import random
from pathlib import Path

_FIRST = [
    "Ada",
    "Bo",
    "Cora",
    "Dan",
    "Edda",
    "Finn",
    "Greta",
    "Hugo",
    "Ines",
    "Jonas",
    "Kara",
    "Lars",
    "Mira",
    "Nils",
    "Olga",
    "Piet",
]
_LAST = [
    "Ashdown",
    "Birk",
    "Calder",
    "Dorn",
    "Ekwall",
    "Farrow",
    "Grieve",
    "Hollis",
    "Ivarsen",
    "Jarrow",
    "Kestrel",
    "Lund",
    "Moran",
    "Norby",
]
_PLACES = [
    "Harlow Creek",
    "Wendel",
    "Port Ashby",
    "Tarn Valley",
    "Ferrow County",
    "Oldmere",
    "Salt Ridge",
    "Brackwater",
]
_ROOTS = [
    "Bright",
    "North",
    "Silver",
    "Gull",
    "Iron",
    "Cedar",
    "Falcon",
    "Harbor",
    "Maple",
    "Quill",
    "Raven",
    "Stone",
    "Tidal",
    "Umber",
    "Vale",
]
_TRADES = ["Energy", "Foods", "Systems", "Freight", "Software", "Mills", "Textiles", "Labs"]
_SENTENCES = (
    "{firm} bought {other} for ${n} million on Monday, and it was the first time that they had met.",
    "{person}, the chief executive of {firm}, said that {other} will close its plant in {place}.",
    "{firm} sells water pumps to {place}, and there is more to come.",
    "{person} denied that {firm} paid {other}.",
    "Residents of {place} fear that {firm} may dump waste there.",
    "{person} founded {other} in {place} in 19{n:02}.",
    "{other} is based in {place}, which is where all of its people are.",
    "{firm} hired {n} people in {place} last year.",
    "{person} opposes the plan of {other}, as it was not what they had been told.",
    "{other} sued {firm} over the contract that it had made in the year before.",
)


def text(number: int, edition: int = 0) -> str:
    """An article of six to eight sentences; another edition is another text with the same title."""
    chance = random.Random(f"{number}/{edition}")
    names = {
        "firm": f"{chance.choice(_ROOTS)}{chance.choice(_ROOTS).lower()} {chance.choice(_TRADES)}",
        "other": f"{chance.choice(_ROOTS)}{chance.choice(_ROOTS).lower()} {chance.choice(_TRADES)}",
        "person": f"{chance.choice(_FIRST)} {chance.choice(_LAST)}",
        "place": chance.choice(_PLACES),
    }
    chosen = chance.sample(_SENTENCES, chance.randint(6, 8))
    body = " ".join(each.format(n=chance.randint(10, 99), **names) for each in chosen)
    return f"News from {names['place']}, part {number}\n\n{body}\n"


def write(folder: Path, count: int) -> None:
    """Put that many articles into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:05}.txt").write_text(text(number), encoding="utf-8")
