"""Made-up articles over things.tsv and frames.tsv, with who is who known: for measuring resolution across articles.

Full name first, then variants. Every article is made from its own seed, so that one more changes none of the others.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.model import Document, Evidence, Literal, Mention, Predicate, Reading, Statement

HERE = Path(__file__).parent
ARTICLES = 3  # of which each thing is the main one
_BODIES = {"kg:Company", "kg:Organization", "kg:EducationalOrganization"}


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, body or place, and how articles speak of it."""

    id: str
    group: str
    set: str
    type: str
    name: str
    forms: tuple[str, ...]
    intro: str
    role: str
    inside: str
    born: str
    around: tuple[str, ...]
    bare: str

    @property
    def kind(self) -> str:
        """Which frames speak of it."""
        return "person" if self.type == "kg:Person" else "body" if self.type in _BODIES else "place"


@dataclass(frozen=True, slots=True)
class Span:
    """Where an article names a thing."""

    start: int
    end: int
    thing: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text, the things that it names where, and what it tells of them: (thing, relation, value)."""

    document: Document
    spans: tuple[Span, ...]
    told: tuple[tuple[str, str, str], ...]

    @property
    def things(self) -> tuple[str, ...]:
        """The things that it names."""
        return tuple(sorted({span.thing for span in self.spans}))


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        yield {column: value or "" for column, value in row.items()}


@cache
def things() -> dict[str, Thing]:
    """The things by id."""
    return {
        row["id"]: Thing(**{**row, "forms": _split(row["forms"]), "around": _split(row["around"])})  # type: ignore[arg-type]
        for row in _rows("things.tsv")
    }


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


@cache
def _frames(part: str, kind: str) -> tuple[str, ...]:
    return tuple(row["frame"] for row in _rows("frames.tsv") if (row["part"], row["kind"]) == (part, kind))


def articles(which: str = "", *, alone: bool = False) -> list[Article]:
    """The articles over the things of a set, "tune", "held" or "fresh", or of all.

    `alone`: beside things drawn by chance, so that what stands around a thing tells nothing.
    """
    chosen = [thing for thing in things().values() if which in ("", thing.set)]
    made = [_article(thing, number, _circle(thing, number, alone)) for thing in chosen for number in range(ARTICLES)]
    bare = [thing for thing in chosen if thing.bare and not alone]
    return made + [_article(thing, ARTICLES, _circle(thing, ARTICLES, alone), bare=True) for thing in bare]


class _Text:
    """A text that grows, and the spans in it."""

    def __init__(self) -> None:
        self.text = ""
        self.spans: list[Span] = []

    def add(self, frame: str, main: tuple[str, str], other: tuple[str, str], intro: str) -> None:
        """Append a sentence; main and other are (thing, name)."""
        self.text += " " if self.text else ""
        start = len(self.text)
        for part in re.split(r"(\{\w+\}|\[\w+\])", frame.replace("{intro}", intro)):
            if part.startswith("["):
                self._name(part[1:-1], things()[part[1:-1]].name)
            elif part.startswith("{"):
                self._name(*{"{a}": main, "{b}": other}[part])
            else:
                self.text += part
        self.text = self.text[:start] + self.text[start].upper() + self.text[start + 1 :]

    def _name(self, thing: str, name: str) -> None:
        self.spans.append(Span(len(self.text), len(self.text) + len(name), thing))
        self.text += name


def _article(thing: Thing, number: int, circle: tuple[Thing, Thing], *, bare: bool = False) -> Article:
    """An article on a thing and two others."""
    chance = random.Random(f"{thing.id} {number}")
    one, two = circle
    text = _Text()
    full = thing.bare if bare else thing.name
    if not bare and thing.intro:
        age = chance.random() < 0.5 and thing.born
        intro = f"{2022 + number - int(thing.born)}, {thing.intro}" if age else thing.intro
        text.add(chance.choice(_frames("first", thing.kind)), (thing.id, full), (one.id, one.name), intro)
    else:
        text.add(chance.choice(_frames("second", thing.kind)), (thing.id, full), (one.id, one.name), "")
    short = full if bare else chance.choice(thing.forms)
    frame = chance.choice(_frames("second", thing.kind))
    if is_told := two.role and chance.random() < 0.5:
        frame = frame.replace("{b}", f"the {two.role} {{b}}")
    text.add(frame, (thing.id, short), (two.id, two.name), "")
    text.add(
        chance.choice(_frames("later", thing.kind)),
        (thing.id, full if bare else chance.choice(thing.forms)),
        (two.id, two.name),
        "",
    )
    closing = two if chance.random() < 0.5 else one
    text.add(
        chance.choice(_frames("close", closing.kind)), (closing.id, chance.choice(closing.forms)), (thing.id, full), ""
    )
    document = Document(
        text.text, f"{thing.id} {number}", f"{thing.id}-{number}.txt", f"{2022 + number}-03-0{number + 1}"
    )
    return Article(
        document,
        tuple(_proper(text)),
        tuple(_told(thing) if not bare and thing.intro else ()) + tuple(_told(two) if is_told else ()),
    )


def _circle(thing: Thing, number: int, alone: bool) -> tuple[Thing, Thing]:
    """Two things to speak of beside it, no two of one name."""
    chance = random.Random(f"beside {thing.id} {number}")
    if alone:
        one, two = chance.sample([x for x in things().values() if not x.group and x is not thing], 2)
        return one, two
    found = [things()[name] for name in thing.around if things()[name].group != thing.group or not thing.group]
    one = chance.choice(found)
    others = [x for x in found if x is not one] or [things()[x] for x in one.around if x != thing.id]
    return one, chance.choice([x for x in others if not x.group or x.group not in (thing.group, one.group)] or others)


def _proper(text: _Text) -> Iterator[Span]:
    """The spans that are names; "the company" is none."""
    yield from (span for span in text.spans if not text.text[span.start : span.end].startswith(("the ", "The ")))


def _told(thing: Thing) -> Iterator[tuple[str, str, str]]:
    if thing.role:
        yield thing.id, "kg:holdsPosition", thing.role
    if thing.inside:
        yield thing.id, "kg:locatedIn", things()[thing.inside].id


def ideal(article: Article) -> Reading:
    """What a reader without faults would hand on: each name with class and cluster, and facts that tell who it is."""
    first = {span.thing: span.start for span in reversed(article.spans)}
    document = article.document
    mentions = {(span.start, span.thing): _mention(document, span, first) for span in article.spans}
    by_thing = {thing: mentions[start, thing] for thing, start in first.items()}
    whole = Evidence(0, len(document.text), document.text, 0)
    statements = tuple(
        Statement(
            document.id, by_thing[thing], Predicate(relation, relation), by_thing.get(value) or Literal(value), whole
        )
        for thing, relation, value in article.told
        if thing in by_thing
    )
    return Reading(document, tuple(sorted(mentions.values())), (whole,), statements)


def _mention(document: Document, span: Span, first: dict[str, int]) -> Mention:
    """A name with its class, in the cluster of the thing; the cluster's name is the longest one of the text."""
    thing = things()[span.thing]
    text = document.text[span.start : span.end]
    is_full = thing.name in document.text
    return Mention(
        span.start, span.end, text, type=thing.type, cluster=first[span.thing], name=thing.name if is_full else text
    )
