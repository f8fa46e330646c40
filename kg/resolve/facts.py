"""What a document tells of a thing that helps to tell it from its namesakes: occupation, whereabouts, age."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from kg.gazetteer import places_called
from kg.model import Mention, MentionKind, Reading, Statement, Status, argument_text
from kg.naming import normal_form, place_called, roles, rows, words

_AGE = re.compile(r",? (?:aged )?(\d{1,2})(?=[,.;)])")  # "Mia Torres, 44, said"
_CLOSE = re.compile(r"[,.;:)–—]| [-–—] |$")  # ends a holder: "Ashby, Ohio, ..."
_YEAR = re.compile(r"\d{4}")
_COPULA = frozenset({"is", "was"})


@dataclass(slots=True)
class Facts:
    """The facts of one cluster."""

    roles: set[str] = field(default_factory=set)
    inside: set[str] = field(default_factory=set)
    tickers: set[str] = field(default_factory=set)
    place_kind: str = ""
    is_place: bool = False  # as "Ashby" in "Ashby, Ohio,"
    born: int | None = None


def facts(reading: Reading) -> dict[int, Facts]:
    """What the statements and the words beside the names tell, by cluster; what is denied or feared tells nothing."""
    found = stated(reading.statements)
    _ages(reading, found)
    _kinds_of_places(reading, found)
    for place, holder in _holders(reading):
        known = found.setdefault(place.cluster, Facts())
        known.inside.add(normal_form(holder.name or holder.text))
        known.is_place = True
    return found


def stated(statements: Iterable[Statement]) -> dict[int, Facts]:
    """What statements alone tell, by the cluster of their subject."""
    found: dict[int, Facts] = {}
    for statement in statements:
        if statement.status in (Status.ASSERTED, Status.CLAIMED):
            tell = _TELLING.get(statement.predicate.name, _described)
            tell(found.setdefault(statement.subject.cluster, Facts()), statement)
    return found


def _holders(reading: Reading) -> Iterator[tuple[Mention, Mention]]:
    """Names that a country or region stands behind, between commas: "in Ashby, Ohio, and Brixby"."""
    text = reading.document.text
    for place, holder in pairwise(m for m in reading.mentions if m.kind is MentionKind.NAME and not m.is_nested):
        is_behind = text[place.end : holder.start] == ", " and _is_holder(holder.text)
        if is_behind and _CLOSE.match(text, holder.end):
            yield place, holder


def _position(known: Facts, statement: Statement) -> None:
    known.roles.update(w for w in words(argument_text(statement.object)) if w in roles())


def _described(known: Facts, statement: Statement) -> None:
    """ "Mia Torres is a judge"."""
    is_description = isinstance(statement.object, Mention) and statement.object.kind is MentionKind.NOMINAL
    if is_description and (statement.predicate.text.split() or ["is"])[0] in _COPULA:
        _position(known, statement)


def _whereabouts(known: Facts, statement: Statement) -> None:
    if isinstance(statement.object, Mention) and statement.object.kind is MentionKind.NAME:
        known.inside.add(normal_form(statement.object.name or statement.object.text))


def _ticker(known: Facts, statement: Statement) -> None:
    known.tickers.add(argument_text(statement.object).rpartition(":")[2].strip())


def _birth(known: Facts, statement: Statement) -> None:
    if year := _YEAR.search(argument_text(statement.object)):
        known.born = int(year[0])


_TELLING: dict[str, Callable[[Facts, Statement], None]] = {
    "kg:holdsPosition": _position,
    "kg:locatedIn": _whereabouts,
    "kg:headquarteredIn": _whereabouts,
    "kg:birthDate": _birth,
    "kg:tickerSymbol": _ticker,
}


def _ages(reading: Reading, found: dict[int, Facts]) -> None:
    """Years of birth from an age beside a name and the day of the article."""
    year = _YEAR.match(reading.document.published or "")
    for mention in reading.mentions if year else ():
        age = _AGE.match(reading.document.text, mention.end) if mention.type == "kg:Person" else None
        known = found.setdefault(mention.cluster, Facts()) if age else None
        if year and age and known and known.born is None:
            known.born = int(year[0]) - int(age[1])


def _is_holder(name: str) -> bool:
    """Whether a name is that of a country, a region or a county, and not only of a town."""
    return place_called(name) is not None or any(p.kind != "town" for p, _ in places_called(name))


@cache
def _kinds() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """Kinds of places by the word beside a name, and what stands before and behind it."""
    kinds = {row["word"]: row["kind"] for row in rows("place_kinds")}
    words_of_kind = "|".join(sorted(kinds))
    return kinds, re.compile(rf"\b({words_of_kind}) of $", re.IGNORECASE), re.compile(rf" ({words_of_kind})\b")


def _kinds_of_places(reading: Reading, found: dict[int, Facts]) -> None:
    """ "Washington state", "the state of Washington"."""
    kinds, before, behind = _kinds()
    text = reading.document.text
    for mention in reading.mentions:
        if mention.kind is MentionKind.NAME and mention.type != "kg:Person":
            near = behind.match(text, mention.end) or before.search(text[max(0, mention.start - 20) : mention.start])
            if near:
                found.setdefault(mention.cluster, Facts()).place_kind = kinds[near[1].lower()]
