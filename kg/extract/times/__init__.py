"""Time expressions of a parsed document: where they stand, the days they cover, and what happened then."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kg.extract.times.forms import Found, compiled, denote, find, grain, number, trigger_words, values
from kg.extract.times.intervals import RANK, UNKNOWN, Anchor, Interval, position, shifted, unit_around, years
from kg.model import Time
from kg.parse import Doc, Token

_REACH = 8  # tokens on either side of a word of time in which its expression is looked for
_LONGEST_PREFIX = 20  # characters
_UNDATED = ("duration", "frequent", "vague", "clock")  # no answer to "when?" where there is a better one
_YEARLESS = ("month", "day", "days", "season", "holiday")
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
_OWN_ARCS = ("poss", "compound", "nummod", "amod", "nmod", "quantmod")
_OBJECT_ARCS = ("dobj", "pobj", "attr", "dative", "oprd", "npadvmod", "conj", "nmod", "nummod")

Denotation = Callable[[Anchor], Interval]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as written, with what it tells about: the predicates and nouns whose time it is."""

    tokens: tuple[Token, ...]
    time: Time
    kind: str  # the form: "weekday", "month", "range", "duration", ...
    hosts: frozenset[int] = frozenset()  # indexes of the tokens it modifies
    is_fronted: bool = False  # stands before the subject: "In 2016, the mill closed and the owner left."


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A stretch of text on its way to an expression; `denote` tells its days once the anchor is known."""

    start: int
    end: int
    kind: str
    grain: str
    denote: Denotation
    found: Found | None = None


def times(doc: Doc, published: str | None) -> tuple[TimeExpression, ...]:
    """Every time expression in the order of the text.

    Relative ones ("late Friday") have dates only if the document's date is known, an ISO date.
    """
    day = _iso_day(published)
    text = doc.text  # joined anew at each use
    return tuple(_expression(doc, text, phrase, day) for phrase in _composed(text, _atoms(doc, text)))


def time_of(predicate: Token, expressions: Iterable[TimeExpression]) -> Time | None:
    """The time that a predicate's clause gives, the dated before the undated, then the nearest."""
    indexes = {predicate.i, predicate.head.i} if predicate.dep_ in ("attr", "acomp") else {predicate.i}
    own = [e for e in expressions if not e.hosts.isdisjoint(indexes)]
    if not own and predicate.dep_ == "conj" and not any(t.dep_ in ("nsubj", "nsubjpass") for t in predicate.children):
        own = [e for e in expressions if e.is_fronted and predicate.head.i in e.hosts]
    best = min(own, key=lambda e: _preference(e, predicate), default=None)
    return None if best is None else best.time


def _preference(expression: TimeExpression, predicate: Token) -> tuple[bool, bool, int]:
    is_dated = bool(expression.time.start_date or expression.time.end_date)
    distance = min(abs(token.i - predicate.i) for token in expression.tokens)
    return not is_dated, expression.kind in _UNDATED, distance


def _iso_day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


# --- finding


def _atoms(doc: Doc, text: str) -> list[_Phrase]:
    """The longest forms of the text, from left to right, without what only looks like a time."""
    found = sorted(_found(doc, text), key=lambda f: (f.start, -f.end))
    kept: list[_Phrase] = []
    reached = 0
    for form in found:
        if form.start >= reached and (form.meaning == "mask" or _is_time(doc, form)):
            reached = form.end
            if form.meaning != "mask":
                kept.append(_Phrase(form.start, form.end, form.meaning, grain(form), _denotation(form), form))
    return kept


def _denotation(found: Found) -> Denotation:
    return lambda anchor: denote(found, anchor)


def _found(doc: Doc, text: str) -> Iterator[Found]:
    for begin, end in _windows(doc):
        span = doc[begin:end]
        words = frozenset(token.lower_ for token in span)
        yield from find(text, span.start_char, span.end_char, words, any(map(_has_digit, span)))


def _windows(doc: Doc) -> Iterator[tuple[int, int]]:
    """Stretches of tokens around words of time and digits, overlapping ones as one."""
    triggers = trigger_words()
    begin = end = 0
    for token in doc:
        if token.lower_ in triggers or _has_digit(token):
            if token.i - _REACH > end:
                if end:
                    yield begin, end
                begin = token.i - _REACH
            end = min(token.i + _REACH, len(doc))
    if end:
        yield max(begin, 0), end


def _has_digit(token: Token) -> bool:
    return "d" in token.shape_


def _is_time(doc: Doc, found: Found) -> bool:
    """Whether the words are a time here, and not a name, a verb or a count."""
    check = _CHECKS.get(found.meaning)
    tokens = _tokens(doc, found.start, found.end)
    return bool(tokens) and (check is None or check(found, tokens))


def _is_month(found: Found, tokens: tuple[Token, ...]) -> bool:
    """ "May" is often a verb and "April" a woman."""
    last, before = tokens[-1], _before(tokens[0])
    if last.pos_ in ("VERB", "AUX", "ADJ") or _is_part_of_name(tokens):
        return False
    if before is None or found.get("relative"):
        return True
    is_surname = before.pos_ == "PROPN" and before.text[:1].isupper() and before.lower_ not in values("position")
    return not is_surname and (last.ent_type_ != "PERSON" or before.lower_ in values("year_cue"))


def _is_weekday(found: Found, tokens: tuple[Token, ...]) -> bool:
    return not _is_part_of_name(tokens)


def _is_part_of_name(tokens: tuple[Token, ...]) -> bool:
    """ "The Sunday Times": a name goes on behind the word."""
    last = tokens[-1]
    return (
        last.dep_ == "compound" and last.head.i > last.i and last.head.pos_ == "PROPN" and last.nbor().pos_ == "PROPN"
    )


def _is_day(found: Found, tokens: tuple[Token, ...]) -> bool:
    """ "In May 12 people died": the number counts something behind it."""
    last = tokens[-1]
    return not (last.like_num and last.dep_ == "nummod" and last.head.i > last.i) and tokens[0].pos_ not in ("AUX",)


def _is_year(found: Found, tokens: tuple[Token, ...]) -> bool:
    """A bare number is a year after a word that years follow, in brackets, or between a determiner and a noun."""
    last, before = tokens[-1], _before(tokens[0])
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    if before is None or int(found.get("year")) < 1400:
        return False
    is_count = after is not None and after.tag_ == "NNS" and last.dep_ == "nummod" and before.tag_ not in ("DT", "IN")
    is_cued = (
        before.lower_ in values("year_cue") or before.text in "()[],–-" or before.tag_ in ("POS", "PRP$", "VBN", "DT")
    )
    return is_cued and not is_count and (before.text != "," or _is_list_of_years(before))


def _is_list_of_years(comma: Token) -> bool:
    before = _before(comma)
    return before is not None and before.text.isdigit() and len(before.text) == 4


def _is_adverb(found: Found, tokens: tuple[Token, ...]) -> bool:
    """ "Weekly" tells when only beside a verb, not in "a weekly paper"."""
    return tokens[-1].dep_ not in ("amod", "compound", "nmod")


_CHECKS: dict[str, Callable[[Found, tuple[Token, ...]], bool]] = {
    "month": lambda found, tokens: bool(found.get("year")) or _is_month(found, tokens),
    "day": _is_day,
    "weekday": _is_weekday,
    "holiday": _is_weekday,
    "year": _is_year,
    "frequent": _is_adverb,
}


def _before(token: Token) -> Token | None:
    return token.nbor(-1) if token.i else None


def _tokens(doc: Doc, start: int, end: int) -> tuple[Token, ...]:
    span = doc.char_span(start, end)
    return () if span is None else tuple(token for token in span if not token.is_space)


# --- composing


def _composed(text: str, atoms: list[_Phrase]) -> list[_Phrase]:
    """Expressions made of the atoms: dates with their weekdays, parts of periods, ranges, open ends."""
    joined = _fold(text, atoms, _joined)
    placed = [_placed(text, phrase) for phrase in joined]
    ranged = _fold(text, placed, _range)
    return [_bounded(text, phrase) for phrase in ranged if not (phrase.found and _is_idle(phrase, text))]


def _fold(text: str, phrases: list[_Phrase], join: Callable[[str, _Phrase, _Phrase], _Phrase | None]) -> list[_Phrase]:
    kept: list[_Phrase] = []
    for phrase in phrases:
        both = join(text, kept[-1], phrase) if kept else None
        if both is not None:
            kept[-1] = both
        else:
            kept.append(phrase)
    return kept


def _is_idle(phrase: _Phrase, text: str) -> bool:
    """ "The year" alone, as in "the player of the year"."""
    return phrase.kind == "the_unit" and phrase.grain != "weekend"


def _joined(text: str, left: _Phrase, right: _Phrase) -> _Phrase | None:
    """One expression of two that stand side by side, if the words between allow it."""
    for gap, kinds, make in _JOINS:
        if (left.kind, right.kind) in kinds and gap.fullmatch(text, left.end, right.start):
            return make(left, right)
    return None


def _side_by_side(left: _Phrase, right: _Phrase, chosen: _Phrase) -> _Phrase:
    kind = "moment" if "clock" in (left.kind, right.kind) else chosen.kind
    return replace(chosen, start=left.start, end=right.end, kind=kind, found=None)


def _inside(left: _Phrase, right: _Phrase) -> _Phrase | None:
    """ "April last year", "Friday of this week": the left one within the right one."""
    if (left.grain == "day" and left.kind == "weekday") != (right.grain == "week"):
        return None

    def narrowed(anchor: Anchor) -> Interval:
        outer = right.denote(anchor)
        return left.denote(anchor.inside(outer)) if outer.first and outer.last else UNKNOWN

    return replace(left, end=right.end, denote=narrowed, found=None)


def _moved(left: _Phrase, right: _Phrase) -> _Phrase | None:
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
_JOINS: tuple[tuple[re.Pattern[str], frozenset[tuple[str, str]], Callable[[_Phrase, _Phrase], _Phrase | None]], ...] = (
    (
        re.compile(r",?\s(?:the )?"),
        _pairs(["weekday"], ["day", "iso", "slashes"]),
        lambda a, b: _side_by_side(a, b, b),
    ),
    (re.compile(r",?\s(?:on )?"), _pairs(["clock"], _DAYS), lambda a, b: _side_by_side(a, b, b)),
    (re.compile(r",?\s(?:at |around |before |after )?"), _pairs(_DAYS, ["clock"]), lambda a, b: _side_by_side(a, b, a)),
    (re.compile(r",?\s(?:of |in )?"), _pairs([*_YEARLESS, "weekday"], ["relative_unit"]), _inside),
    (re.compile(r"\s"), _pairs(["shifted"], [*_DAYS, *_YEARLESS, "year", "relative_unit"]), _moved),
)


def _placed(text: str, phrase: _Phrase) -> _Phrase:
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


def _range(text: str, left: _Phrase, right: _Phrase) -> _Phrase | None:
    """ "From 2011 to 2014", "between March and May": from the first day of the left to the last of the right."""
    gap = _key(text[left.end : right.start]).strip()
    opening = _last_match(_opening(), text, left)
    named = values("range").get(f"{_key(opening[1])} … {gap}" if opening else f"… {gap}")
    if named is None or not (left.grain and right.grain and left.grain != "hour"):
        return None
    if left.kind == right.kind == "weekday":  # every week as like as not
        return _Phrase(opening.start() if opening else left.start, right.end, "range", "", lambda anchor: UNKNOWN)

    def ranged(anchor: Anchor) -> Interval:
        last = right.denote(anchor)
        first = left.denote(_in_year_of(last, anchor, left))
        if first.first and last.last and first.first > last.last:
            first = left.denote(_in_year_of(last, anchor, left, -1))
        ordered = first.first and last.last and first.first <= last.last
        return Interval(first.first, last.last) if ordered else UNKNOWN

    start = opening.start() if opening else left.start
    return _Phrase(start, right.end, "range", "years", ranged)


def _in_year_of(interval: Interval, anchor: Anchor, phrase: _Phrase, move: int = 0) -> Anchor:
    """ "From March to May 2020": a month without year has the other's."""
    if interval.first is None or phrase.kind not in _YEARLESS:
        return anchor
    year = interval.first.year + move
    return anchor.inside(years(year, year))


def _bounded(text: str, phrase: _Phrase) -> _Phrase:
    """With the word before that opens one side: "since 2011", "until Friday", "before May"."""
    match = _last_match(_prefix("boundary"), text, phrase)
    if match is None or phrase.kind in (*_UNDATED, "range", "shifted", "stretch", "anaphoric", "moment"):
        return phrase
    if text.startswith(("'s", "’s"), phrase.end):  # "before Friday's vote"
        return phrase
    open_side = _BOUNDARIES[values("boundary")[_key(match["boundary"])]]
    inner = phrase.denote
    return replace(phrase, start=match.start(), kind="boundary", denote=lambda anchor: open_side(inner(anchor)))


def _neighbour(day: date | None, step: int) -> date | None:
    return None if day is None else shifted(day, "day", step)


_BOUNDARIES: dict[str, Callable[[Interval], Interval]] = {
    "since": lambda interval: Interval(interval.first, None),
    "until": lambda interval: Interval(None, interval.last),
    "before": lambda interval: Interval(None, _neighbour(interval.first, -1)),
    "after": lambda interval: Interval(_neighbour(interval.last, 1), None),
}


@cache
def _prefix(name: str) -> re.Pattern[str]:
    """A word of the class with the white space after it, at the end of what is searched."""
    return re.compile(compiled(f"{{{name}}}").pattern + r"[ \n\u00a0]?\Z", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    words = sorted({key.split(" … ")[0] for key in values("range") if not key.startswith("…")})
    return re.compile(rf"\b({'|'.join(words)})[ \n\u00a0]\Z", re.IGNORECASE)


def _last_match(pattern: re.Pattern[str], text: str, phrase: _Phrase) -> re.Match[str] | None:
    """The longest match that ends where the phrase begins."""
    return pattern.search(text, max(phrase.start - _LONGEST_PREFIX, 0), phrase.start)


def _key(words: str) -> str:
    return " ".join(words.lower().split())


# --- looking at the sentence around


def _expression(doc: Doc, text: str, phrase: _Phrase, day: date | None) -> TimeExpression:
    end = _with_event(doc, phrase)
    tokens = _tokens(doc, phrase.start, end)
    root = next((t for t in tokens if t.head not in tokens or t.head == t), tokens[0])
    anchor = Anchor(day, day is not None and _is_future(root))
    interval = phrase.denote(anchor)
    first, last = (None if d is None else d.isoformat() for d in (interval.first, interval.last))
    time = Time(text[phrase.start : end], phrase.start, end, first, last)
    hosts = _hosts(root, tokens)
    return TimeExpression(tokens, time, phrase.kind, frozenset(h.i for h in hosts), _is_fronted(tokens, hosts))


def _with_event(doc: Doc, phrase: _Phrase) -> int:
    """Where "two days before the vote" ends: with the event that it counts from."""
    if phrase.kind != "shifted" or phrase.found is None:
        return phrase.end
    last = _tokens(doc, phrase.start, phrase.end)[-1]
    event = next((child for child in last.children if child.dep_ in ("pobj", "pcomp")), None)
    if event is None or event.i < last.i:
        return phrase.end
    words = [token for token in event.subtree if token.i > last.i]
    return words[-1].idx + len(words[-1]) if 0 < len(words) <= 8 else phrase.end


def _hosts(root: Token, tokens: tuple[Token, ...]) -> list[Token]:
    """The noun or predicate that an expression modifies, and the verb of which that noun is the object."""
    host, is_prepositional = root, False
    while host.head != host and (host == root or host.pos_ in ("ADP", "SCONJ")):
        if host.pos_ == "ADP" or host.dep_ == "pobj":
            is_prepositional = True
        host = host.head
    is_superlative = _is_superlative(tokens[0])
    if host == root or (is_superlative and host.pos_ not in _NOUNS):
        return []
    if host.pos_ not in _NOUNS or is_superlative or (root.dep_ in _OWN_ARCS and not is_prepositional):
        return [host]
    verb = _verb_above(host)
    return [host] if verb is None else [host, verb]


def _verb_above(noun: Token) -> Token | None:
    """The verb of which a noun is the object, as the parser likes to hang an adverbial on the object before it."""
    node = noun
    while node.pos_ in (*_NOUNS, "ADP") and node.head.i != node.i:
        is_subject = node.dep_ in ("nsubj", "nsubjpass") and node.pos_ != "PROPN"
        is_aside = node.pos_ == "ADP" and node.lower_ in values("aside")
        if is_subject or is_aside or (node.pos_ in _NOUNS and node.dep_ not in (*_OBJECT_ARCS, "nsubj", "nsubjpass")):
            return None
        node = node.head
    return node if node.pos_ in ("VERB", "AUX") else None


def _is_superlative(first: Token) -> bool:
    """ "The worst flood since 1953", "the first cup in ten years": not when the verb happened."""
    if first.lower_ not in ("since", "in"):
        return False
    before = first.doc[max(first.i - 6, 0) : first.i]
    return any(token.tag_ in ("JJS", "RBS") or token.lower_ == "first" for token in before)


def _is_fronted(tokens: tuple[Token, ...], hosts: list[Token]) -> bool:
    verb = hosts[-1] if hosts else None
    subject = next((t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass")), verb) if verb is not None else None
    return subject is not None and tokens[-1].i < subject.i


def _is_future(root: Token) -> bool:
    """Whether the verb above looks ahead: "will meet on Friday", "is due on Friday", "agreed to meet on Friday"."""
    for node in (root, *root.ancestors):
        if node.lemma_.lower() in values("planned") and node.tag_ in ("VBN", "JJ", "VBD"):
            return not _has_aux(node, "VBD")
        if node.pos_ in ("VERB", "AUX"):
            return _looks_ahead(node)
    return False


def _looks_ahead(verb: Token) -> bool:
    auxiliaries = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    if not auxiliaries and verb.dep_ == "conj" and verb.tag_ in ("VB", "VBN", "VBG"):
        return _looks_ahead(verb.head)
    if any(t.lemma_ == "have" for t in auxiliaries) or _has_aux(verb, "VBD"):
        return False
    if any(t.tag_ == "TO" for t in auxiliaries):
        return verb.head == verb or verb.head.lemma_ not in values("realised") or _looks_ahead(verb.head)
    if verb.tag_ == "VBG" and not auxiliaries:
        return verb.head != verb and verb.head.pos_ in ("VERB", "AUX") and _looks_ahead(verb.head)
    if any(t.tag_ in ("MD", "VBZ", "VBP") for t in auxiliaries):
        return True
    return verb.tag_ in ("VB", "VBZ", "VBP", "MD")


def _has_aux(verb: Token, tag: str) -> bool:
    return any(t.tag_ == tag for t in verb.children if t.dep_ in ("aux", "auxpass"))
