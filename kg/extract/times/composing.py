"""Times made of several: dates with their weekdays, parts of periods, ranges, open ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from kg.extract.times.forms import compiled
from kg.extract.times.intervals import RANK, UNKNOWN, Anchor, Interval, position, shifted, unit_around, years
from kg.extract.times.meanings import number
from kg.extract.times.phrases import UNDATED, Phrase
from kg.extract.times.vocabulary import values
from kg.grammar.phrases import UNTIL
from kg.grammar.wordlists import words

_LONGEST_PREFIX = 20  # characters
_LONGEST_EVENT = 48  # characters
_PAIRED = ("year", "month", "weekday", "day")
_PAIRING = re.compile(r"\s(?:and|or)\s")
_YEARLESS = ("month", "day", "days", "season", "holiday")
_COUNTED = ("shifted", "anaphoric")  # from what was told before: "until *the next morning*"


def composed(text: str, atoms: list[Phrase]) -> list[Phrase]:
    """Expressions made of the atoms: dates with their weekdays, parts of periods, ranges, open ends."""
    joined = _fold(text, atoms, _joined)
    placed = [_placed(text, phrase) for phrase in joined]
    ranged = _fold(text, _fold(text, placed, _range), _both)
    return [_bounded(text, phrase) for phrase in ranged if not (phrase.found and _is_idle(phrase, text))]


def _fold(text: str, phrases: list[Phrase], join: Callable[[str, Phrase, Phrase], Phrase | None]) -> list[Phrase]:
    kept: list[Phrase] = []
    for phrase in phrases:
        both = join(text, kept[-1], phrase) if kept else None
        if both is not None:
            kept[-1] = both
        else:
            kept.append(phrase)
    return kept


def _is_idle(phrase: Phrase, text: str) -> bool:
    """ "The year" alone, as in "the player of the year"."""
    return phrase.kind == "the_unit" and phrase.grain != "weekend"


def _joined(text: str, left: Phrase, right: Phrase) -> Phrase | None:
    """One expression of two that stand side by side, if the words between allow it."""
    for gap, kinds, make in _JOINS:
        if (left.kind, right.kind) in kinds and gap.fullmatch(text, left.end, right.start):
            return make(left, right)
    return None


def _side_by_side(left: Phrase, right: Phrase, chosen: Phrase) -> Phrase:
    kind = "moment" if "clock" in (left.kind, right.kind) else chosen.kind
    return replace(chosen, start=left.start, end=right.end, kind=kind, found=None)


def _inside(left: Phrase, right: Phrase) -> Phrase | None:
    """ "April last year", "Friday of this week": the left one within the right one."""
    if (left.grain == "day" and left.kind == "weekday") != (right.grain == "week"):
        return None

    def narrowed(anchor: Anchor) -> Interval:
        outer = right.denote(anchor)
        return left.denote(anchor.inside(outer)) if outer.first and outer.last else UNKNOWN

    return replace(left, end=right.end, denote=narrowed, found=None)


def _of_open(left: Phrase, right: Phrase) -> Phrase:
    """ "December of that year", "the second quarter of next year": when that was is left open."""
    return replace(left, end=right.end, denote=lambda anchor: UNKNOWN, found=None)


def _both(text: str, left: Phrase, right: Phrase) -> Phrase | None:
    """ "2022 and 2023", "September and December": the days from the first to the last, if nothing lies between."""
    if left.kind != right.kind or left.kind not in _PAIRED or not _PAIRING.fullmatch(text, left.end, right.start):
        return None

    def joined(anchor: Anchor) -> Interval:
        one, other = left.denote(anchor), right.denote(anchor)
        is_next = one.last is not None and other.first is not None and (other.first - one.last).days == 1
        return Interval(one.first, other.last) if is_next else UNKNOWN

    return Phrase(left.start, right.end, "range", "years", joined)


def _moved(left: Phrase, right: Phrase) -> Phrase | None:
    """ "Two days after 5 May 2021": so far from the right one, if that is at least as exact."""
    if left.found is None:
        return None
    unit, count = left.found.get("unit").lower(), number(left.found.get("count") or "one")
    unit, direction = values("unit").get(unit, ""), values("shifted").get(left.found.get("shifted").lower(), "")
    if count is None or not direction or RANK.get(right.grain, 9) > RANK.get(unit, -1) or left.found.get("approximate"):
        return _side_by_side(left, right, left)

    def moved(anchor: Anchor) -> Interval:
        inner = right.denote(anchor)
        day = shifted(inner.first, unit, count * int(direction)) if inner.first else None
        return unit_around(day, unit) if day else UNKNOWN

    return replace(left, end=right.end, denote=moved, found=None)


def _pairs(lefts: Iterable[str], rights: Iterable[str]) -> frozenset[tuple[str, str]]:
    return frozenset((left, right) for left in lefts for right in rights)


_DAYS = ("weekday", "day", "iso", "slashes", "deictic", "relative_part")
_JOINS: tuple[tuple[re.Pattern[str], frozenset[tuple[str, str]], Callable[[Phrase, Phrase], Phrase | None]], ...] = (
    (
        re.compile(r",?\s(?:the )?"),
        _pairs(["weekday"], ["day", "iso", "slashes"]),
        lambda a, b: _side_by_side(a, b, b),
    ),
    (re.compile(r",?\s(?:on )?"), _pairs(["clock"], _DAYS), lambda a, b: _side_by_side(a, b, b)),
    (re.compile(r",?\s(?:at |around |before |after )?"), _pairs(_DAYS, ["clock"]), lambda a, b: _side_by_side(a, b, a)),
    (re.compile(r",?\s(?:of |in )?"), _pairs([*_YEARLESS, "weekday"], ["relative_unit"]), _inside),
    (re.compile(r",?\s(?:of )"), _pairs([*_YEARLESS, "fiscal"], ["relative_unit", "anaphoric", "the_unit"]), _of_open),
    (re.compile(r"\s"), _pairs(["shifted"], [*_DAYS, *_YEARLESS, "year", "relative_unit"]), _moved),
)


def _placed(text: str, phrase: Phrase) -> Phrase:
    """With the word before that takes a part of it: "early June", "the end of 2019", "earlier this month"."""
    match = _last_match(_prefix("position"), text, phrase)
    if match is None or phrase.grain in ("", "hour", "years"):
        return phrase
    part = values("position")[_key(match["position"])]
    inner = phrase.denote

    def placed(anchor: Anchor) -> Interval:
        whole = inner(anchor)
        if part not in ("earlier", "later"):
            return position(whole, phrase.grain, part)
        day = anchor.day
        if day is None or not (whole.first and whole.last and whole.first <= day <= whole.last):
            return whole
        return Interval(whole.first, day) if part == "earlier" else Interval(day, whole.last)

    return replace(phrase, start=match.start(), denote=placed, found=None)


def _range(text: str, left: Phrase, right: Phrase) -> Phrase | None:
    """ "From 2011 to 2014", "between March and May": from the first day of the left to the last of the right."""
    gap = _key(text[left.end : _start_of_event(text, right)]).strip()
    opening = _last_match(_opening(), text, left)
    named = values("range").get(f"{_key(opening[1])} … {gap}" if opening else f"… {gap}")
    if named is None or not (left.grain and right.grain) or (left.grain == "hour" and opening is None):
        return None
    if left.grain == right.grain == "hour" or left.kind == right.kind == "weekday":  # every day or week as like as not
        return Phrase(opening.start() if opening else left.start, right.end, "range", "", lambda anchor: UNKNOWN)

    def ranged(anchor: Anchor) -> Interval:
        last = right.denote(anchor)
        first = left.denote(_in_year_of(last, anchor, left))
        if first.first and last.last and first.first > last.last:
            first = left.denote(_in_year_of(last, anchor, left, -1))
        ordered = first.first and last.last and first.first <= last.last
        return Interval(first.first, last.last) if ordered else UNKNOWN

    start = opening.start() if opening else left.start
    return Phrase(start, right.end, "range", "years", ranged)


def _start_of_event(text: str, phrase: Phrase) -> int:
    """Where what ended something then begins: "until *his death in* 2004"; else where the phrase does."""
    match = _event().search(text, max(phrase.start - _LONGEST_EVENT, 0), phrase.start)
    return phrase.start if match is None else match.start()


def _in_year_of(interval: Interval, anchor: Anchor, phrase: Phrase, move: int = 0) -> Anchor:
    """ "From March to May 2020": a month without year has the other's."""
    if interval.first is None or phrase.kind not in _YEARLESS:
        return anchor
    year = interval.first.year + move
    return anchor.inside(years(year, year))


def _bounded(text: str, phrase: Phrase) -> Phrase:
    """With the word before that opens one side: "since 2011", "until Friday", "before May"; "did not open until 2011"
    ends when that year begins."""
    match = _last_match(_prefix("boundary"), text, phrase)
    if match is None and (start := _start_of_event(text, phrase)) < phrase.start:
        match = _last_match(_prefix("boundary"), text, replace(phrase, start=start))
        match = match if match is not None and _key(match["boundary"]) in UNTIL else None
    if match is not None and phrase.kind == "clock":
        return replace(phrase, start=match.start())  # "since four o'clock"
    if match is not None and phrase.kind in _COUNTED and _key(match["boundary"]) in ("since", "until"):
        kind = "boundary" if phrase.kind == "anaphoric" else phrase.kind  # "since the week before the vote"
        return replace(phrase, start=match.start(), kind=kind, denote=lambda anchor: UNKNOWN)
    if match is None or phrase.kind in (*UNDATED, "range", "shifted", "stretch", "anaphoric"):
        return phrase
    if text.startswith(("'s", "’s"), phrase.end):  # "before Friday's vote"
        return phrase
    side = values("boundary")[_key(match["boundary"])]
    if side == "before" and _key(text[phrase.start : phrase.end]).startswith("the end of "):
        side = "until"  # "before the end of the year"
    if phrase.kind == "moment" and side not in ("since", "until"):
        return phrase  # "before midnight on Saturday": on that day
    open_side, inner = _BOUNDARIES[side], phrase.denote
    is_until = _key(match["boundary"]) in UNTIL  # and not "by the end of May"

    def bounded(anchor: Anchor) -> Interval:
        seen = {"until": anchor.before_end, "since": anchor.from_start}.get(side)
        span = inner(seen() if seen is not None else anchor)
        return Interval(None, span.first) if is_until and anchor.is_denied else open_side(span)

    return replace(phrase, start=match.start(), kind="boundary", denote=bounded, bare=inner)


def _neighbour(day: date | None, step: int) -> date | None:
    return None if day is None else shifted(day, "day", step)


_BOUNDARIES: dict[str, Callable[[Interval], Interval]] = {
    "since": lambda interval: Interval(interval.first, None),
    "until": lambda interval: Interval(None, interval.last),
    "before": lambda interval: Interval(None, _neighbour(interval.first, -1)),
    "after": lambda interval: Interval(_neighbour(interval.last, 1), None),
    "at": lambda interval: interval,
    "open": lambda interval: UNKNOWN,  # "until after Christmas"
}


@cache
def _prefix(name: str) -> re.Pattern[str]:
    """A word of the class with the white space after it, at the end of what is searched."""
    return re.compile(compiled(f"{{{name}}}").pattern + r"[ \n\u00a0]?\Z", re.IGNORECASE)


@cache
def _event() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("endings", "noun"), key=len, reverse=True))
    return re.compile(rf"\b(?:his|her|their|its) (?:\w+ )?(?:{nouns})(?: there)? (?:in|on)[ \n\u00a0]\Z", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    words = sorted({key.split(" … ")[0] for key in values("range") if not key.startswith("…")})
    return re.compile(rf"\b({'|'.join(words)})[ \n\u00a0]\Z", re.IGNORECASE)


def _last_match(pattern: re.Pattern[str], text: str, phrase: Phrase) -> re.Match[str] | None:
    """The longest match that ends where the phrase begins."""
    return pattern.search(text, max(phrase.start - _LONGEST_PREFIX, 0), phrase.start)


def _key(words: str) -> str:
    return " ".join(words.lower().split())
