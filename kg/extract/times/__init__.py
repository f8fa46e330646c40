"""Time expressions of a parsed document: where they stand, the days they cover, and what happened then."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from kg.extract.times.composing import composed
from kg.extract.times.entries import heads_of_entries, of_entry
from kg.extract.times.expressions import TimeExpression, expression, of_clause_behind
from kg.extract.times.finding import atoms
from kg.extract.times.intervals import UNKNOWN, Anchor
from kg.extract.times.phrases import UNDATED, Phrase
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.model import Time
from kg.parse import Doc, Token

__all__ = ["TimeExpression", "time_of", "times"]

_BREAK = "\u00b6"
_YEARLESS = ("month", "day", "days", "boundary", "holiday")
_AT_WHICH = frozenset({"in", "on", "at", "during"})
_NEAR = 240  # characters between a date and a month of the same year


def times(doc: Doc, published: str | None) -> tuple[TimeExpression, ...]:
    """Every time expression in the order of the text.

    Relative ones ("late Friday") have dates only if the document's date is known, an ISO date.
    """
    day = _iso_day(published)
    text = doc.text  # joined anew at each use
    parted = _parted(doc, text)
    phrases = composed(parted, atoms(doc, parted))
    heads = heads_of_entries(doc)
    found: list[TimeExpression] = []
    for phrase, before in zip(phrases, (None, *phrases), strict=False):
        meant = _undated(phrase) if _is_of_then(doc, phrase, before, day) else phrase
        own = expression(doc, text, meant, day)
        behind = of_clause_behind(doc, meant, own, day)
        found += [of_entry(own, heads)] + ([] if behind is None else [behind])
    return tuple(found)


def _is_of_then(doc: Doc, phrase: Phrase, before: Phrase | None, day: date | None) -> bool:
    """ "The bridge fell on 8 August 2019. It had been mended *in May*": a month without year right after the date of
    another year is of that one or the next."""
    if before is None or day is None or phrase.kind not in _YEARLESS or before.kind not in _YEARLESS:
        return False
    then = before.denote(Anchor(day)).last
    is_dated = re.search(r"\b(?:1\d|20)\d\d$", doc.text[before.start : before.end]) is not None
    is_bare = re.search(r"\d{4}$|\b(?:last|next|this)\b", doc.text[phrase.start : phrase.end]) is None
    is_near = phrase.start - before.end < _NEAR
    return is_dated and is_bare and is_near and then is not None and then.year < day.year


def _undated(phrase: Phrase) -> Phrase:
    return replace(phrase, denote=lambda anchor: UNKNOWN, bare=None)


def _parted(doc: Doc, text: str) -> str:
    """The text with a mark for each line break between two paragraphs, which no time goes across: "goes bust at
    midnight" above "15 August 2019"."""
    bounds = [(p[0].idx, p[-1].idx + len(p[-1])) for p in doc.spans.get("paragraphs", [])]
    pieces, reached = [], 0
    for (_, end), (start, _) in pairwise(bounds):
        if reached <= end <= start:
            pieces += [text[reached:end], text[end:start].replace("\n", _BREAK)]
            reached = start
    return "".join([*pieces, text[reached:]])


def time_of(predicate: Token, expressions: Iterable[TimeExpression]) -> Time | None:
    """The time that a predicate's clause gives, the dated before the undated, then the nearest."""
    own = _hung_on(predicate, expressions)
    if not own and predicate.dep_ == "conj" and not any(t.dep_ in NOMINAL_SUBJECTS for t in predicate.children):
        own = [e for e in expressions if e.is_fronted and predicate.head.i in e.hosts]
    best = min(own, key=lambda e: _preference(e, predicate), default=None)
    return None if best is None else best.time


def duration_beside(told: Time, predicate: Token, expressions: Iterable[TimeExpression]) -> Time | None:
    """How long it lasted, where the clause tells when, too: "burned *for nine hours* on Sunday"; "profit for the six
    months to June" is one time."""
    lasting = (e for e in _hung_on(predicate, expressions) if e.kind == "duration")
    own = (e.time for e in lasting if not any(t.lower_ == "to" for t in _behind(e)))
    return next((time for time in own if time.end <= told.start or time.start >= told.end), None)


def _behind(expression: TimeExpression) -> tuple[Token, ...]:
    last = expression.tokens[-1]
    return tuple(last.doc.tokens[last.i + 1 : last.i + 2])


def _hung_on(predicate: Token, expressions: Iterable[TimeExpression]) -> list[TimeExpression]:
    indexes = {predicate.i, predicate.head.i} if predicate.dep_ in ("attr", "acomp") else {predicate.i}
    return [e for e in expressions if not e.hosts.isdisjoint(indexes) and not _is_denied(e)]


def _is_denied(expression: TimeExpression) -> bool:
    """ "Opened not *in May* but in June"."""
    first = expression.tokens[0]
    if first.i and first.nbor(-1).lower_ in _AT_WHICH:
        first = first.nbor(-1)
    before = first.nbor(-1) if first.i and first.lower_ in _AT_WHICH else first
    return before.lower_ == "not" and before.head.dep_ == "prep"


def _preference(expression: TimeExpression, predicate: Token) -> tuple[bool, bool, bool, int]:
    is_span = expression.kind == "duration" or expression.tokens[0].lower_ == "within"
    is_dated = bool(expression.time.start_date or expression.time.end_date)
    distance = min(abs(token.i - predicate.i) for token in expression.tokens)
    return not is_dated, is_span, expression.kind in UNDATED, distance


def _iso_day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
