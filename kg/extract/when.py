"""When a statement holds: by a date, by the end of what was left then, by what happened before or after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.clauses.adverbial import circumstances, conjunction
from kg.extract.fillers import Filler, words_under
from kg.extract.leaving import leaving_words, stopped_words
from kg.extract.passages import clause_words
from kg.extract.proposition import Clausal, Proposition, Words
from kg.extract.times import TimeExpression, duration_beside, time_of
from kg.extract.times.finding import is_stretch
from kg.grammar.phrases import TIMES, VERBAL
from kg.grammar.verbs import SUBJECTS
from kg.grammar.wordlists import words, words_of
from kg.model import Document, Time
from kg.parse import Token, as_written

_LONGEST = 18  # words of a clause that tells when
_NEAR = 5  # words from a noun to the time behind it
_TOLD = frozenset({"dobj", "pobj"})
_HOW_LONG = "quantity"
_EVENT = "circumstance"
_MONTH_AND_YEAR = 2  # words
_JOINTS = frozenset({"ADP", "SCONJ", "DET"})  # "*on* 4 May 1951"
_BOUNDS = {"until": (False, True), "till": (False, True), "since": (True, False), "when": (True, True)}  # of an event
_LATER = frozenset({"after", "before"})
_TIME = "time"  # what prepositions.tsv calls a phrase that tells when


class When:
    """The times of one document, by the words whose time they tell."""

    def __init__(self, expressions: Iterable[TimeExpression]) -> None:
        self._times: dict[int, list[TimeExpression]] = defaultdict(list)
        self._opened: set[int] = set()
        self._at: dict[int, TimeExpression] = {}
        for expression in expressions:
            self._opened.add(expression.tokens[0].i)
            for token in expression.tokens:
                self._at.setdefault(token.i, expression)
            for host in expression.hosts - _outside(expression):
                self._times[host].append(expression)

    def told(self, date: Words) -> Time | None:
        """The days of a date that is itself what a statement tells: "was born on *4 May 1951*"."""
        found = self._at.get(date.tokens[-1].i)
        if found is None or any(token not in found.tokens for token in date.tokens):
            return None
        others = (token for token in found.tokens if token not in date.tokens)
        if not all(token.pos_ in _JOINTS for token in others):
            return _end(found, date.tokens)  # "until her death in *2009*"
        return found.time if found.time.start_date else None

    def is_told_by(self, verb: Token) -> bool:
        """Whether a verb says nothing more than a time: "18 months *starting* in March", "the year *ended* in June"."""
        is_inside = verb.i in self._at and self._at[verb.i].kind == "vague"
        return verb.pos_ == "VERB" and (is_inside or (verb.tag_ == "VBG" and verb.i in self._opened))

    def of(self, anchor: Token, told: Token | None = None) -> Time | None:
        """The time that the clause of a word gives, by a date or the like; with what is told there, its own time, if
        each of several has one: "won the cup *in 2009* and the shield *in 2012*"."""
        if told is not None and (beside := self._behind_each(told)) is not None:
            return beside.time
        times = self._times
        near = {e.time.start: e for i in {anchor.i, anchor.head.i} & times.keys() for e in times[i]}
        own = time_of(anchor, [near[start] for start in sorted(near)]) if near else None
        if own is None and _is_served_as(anchor):
            return self.of(anchor.head.head)
        if own is None and stopped_words(anchor):
            return self.of(anchor.head)
        leaving = leaving_words(anchor) if own is None else ()
        return self.of(anchor.head.head) if leaving else own

    def _behind_each(self, told: Token) -> TimeExpression | None:
        """The time right behind one of two, if one stands right behind the other, too."""
        first = told.head if told.dep_ == "conj" else told
        if "conj" not in first.below:
            return None
        second = next((c for c in first.rights if c.dep_ == "conj"), None)
        link = next((c for c in first.rights if c.dep_ == "cc" and second is not None and c.i < second.i), None)
        if second is None or link is None or told not in (first, second) or first.dep_ not in _TOLD:
            return None
        own, other = self._between(first.i, link.i), self._between(second.i, second.i + _NEAR)
        if own is None or other is None or own.tokens[-1].i + 1 != link.i:
            return None
        return other if told is second else own

    def _between(self, start: int, end: int) -> TimeExpression | None:
        """The first time between two places."""
        return next((self._at[i] for i in range(start + 1, end) if i in self._at), None)

    def of_event(self, opener: Token, filler: Filler, event: Time) -> Time:
        """What tells when by what happened then, with its days if it is dated: "until he resigned *in 2018*"."""
        dated = None if opener.lower_ not in _BOUNDS or _is_after(opener) else self.of(_root(filler))
        if dated is None or dated.start < event.start or dated.end > event.end:
            return event
        has_start, has_end = _BOUNDS[opener.lower_]
        first, last = dated.start_date if has_start else None, dated.end_date if has_end else None
        return replace(event, start_date=first, end_date=last)

    def how_long(self, anchor: Token, told: Time | None) -> Time | None:
        """How long what a word tells lasted, where its time is another one: "burned *for nine hours* on Sunday"."""
        return None if told is None else duration_beside(told, anchor, self._times.get(anchor.i, ()))


def _is_served_as(post: Token) -> bool:
    """ "Served as *director* of the zoo from 2003 to 2011": so long, too."""
    marker = post.head
    is_post = post.dep_ == "pobj" and marker.lower_ == "as" and post.i > marker.i
    return is_post and marker.head.lemma_.lower() in words_of("serving as")


def _root(filler: Filler) -> Token:
    if not isinstance(filler, Words):
        return filler.head if isinstance(filler, Clausal) else filler
    return next((token for token in filler.tokens if token.head not in filler.tokens), filler.tokens[0])


def _is_after(opener: Token) -> bool:
    """ "*Until after* the vote in May"."""
    return opener.doc[opener.i + 1].lower_ in _LATER


def joined(dated: Time, event: Time | None, text: str) -> Time | None:
    """The one time of both, where one tells the first day and the other the last: "from 2006 until it fell in 2018"."""
    if event is None or dated.end_date or event.start_date or not dated.start_date or not event.end_date:
        return None
    if dated.start_date > event.end_date:
        return None
    start, end = min(dated.start, event.start), max(dated.end, event.end)
    return Time(text[start:end], start, end, dated.start_date, event.end_date)


def _end(span: TimeExpression, date: tuple[Token, ...]) -> Time | None:
    """The days of the year or day with which a span of time begins or ends: "1904" of "(1904 - 1990)"."""
    is_first, is_last = date[0] == span.tokens[0], date[-1] == span.tokens[-1]
    day = span.time.start_date if is_first else span.time.end_date
    if day is None or is_first == is_last or len(date) == _MONTH_AND_YEAR:
        return None
    first, last = (f"{day[:4]}-01-01", f"{day[:4]}-12-31") if len(date) == 1 else (day, day)
    text = as_written(date)
    return Time(text, date[0].idx, date[-1].idx + len(date[-1]), first, last)


def _outside(expression: TimeExpression) -> frozenset[int]:
    """ "Edda Falk (*1904 - 1990*) was a baker": the words behind the brackets, for it tells when she lived."""
    first, last = expression.tokens[0], expression.tokens[-1]
    opening = next((t for t in first.doc.tokens[max(0, first.i - 2) : first.i] if t.text == "("), None)
    if opening is None or not opening.i or opening.nbor(-1).dep_ not in SUBJECTS:
        return frozenset()
    return frozenset(host for host in expression.hosts if host < opening.i or host > last.i)


def after_the_fact(told: Time | None, deed: Token, document: Document) -> Time | None:
    """The time, if what is told as done can have been then: "approved a cut *in 2031*" tells when the cut is to be."""
    if told is None or document.published is None:
        return told
    is_active = deed.tag_ == "VBD" or (deed.tag_ == "VBN" and any(c.lemma_ == "have" for c in deed.lefts))
    is_done = is_active and not any(c.tag_ == "MD" or c.dep_ == "auxpass" for c in deed.lefts)
    is_by = told.start_date is None and told.text.lower().startswith("by ")
    day = told.end_date if is_by else told.start_date
    return None if is_done and day is not None and day > document.published[: len(day)] else told


def events(roles: Iterable[tuple[str, Filler]]) -> Iterator[tuple[Token, Filler]]:
    """What tells when without a date, with the word that opens it: "*after* a fire", "*before* it burned"."""
    for role, filler in roles:
        head = _head(filler)
        if role != _TIME or head is None:
            continue
        if head.head.dep_ in ("prep", "mark"):
            told = () if isinstance(filler, Clausal) else words_under(head)
            is_short = 0 < len(told) <= _LONGEST
            yield _with_degree(_opener(head.head), head), Words(told) if is_short else filler
        elif (opened := conjunction(head)) is not None and len(clause_words(head)) <= _LONGEST:
            yield _with_degree(opened[0], head), filler


def events_beside(p: Proposition) -> Iterator[tuple[Token, Filler]]:
    """Those among its roles; of a post that somebody holds those beside its verb: "was mayor *until he died*"."""
    post = p.anchor
    is_post = post.pos_ == "NOUN" and post.dep_ == "attr" and not p.roles
    yield from events(((role, Clausal(head)) for role, head in circumstances(post.head)) if is_post else p.roles)


def _head(filler: Filler) -> Token | None:
    """The word that tells when: "before the *vote*", "after two *weeks* of talks"; none of a bare date."""
    return _root(filler) if not isinstance(filler, Words) or is_role(_EVENT, filler) else None


def _with_degree(opener: Token, head: Token) -> Token:
    """ "*Soon* after the vote", "*two weeks* after it": what before the opener tells how long before or after; but for
    "served two years before he left"."""
    before = opener.doc.tokens[opener.i - 1] if opener.i else opener
    hosts = (opener, head, opener.head, *(c for c in opener.head.rights if c.dep_ == "prt"))
    is_near = before.lower_ in words("times_before", "word") and before.head in hosts
    return before.left_edge if is_near and not is_stretch(before) else opener


def _opener(marker: Token) -> Token:
    """ "*Ahead* of the vote", "*until* after the vote"."""
    is_second = (marker.lower_ == "of" or marker.head.lower_ == "until") and marker.head.i == marker.i - 1
    return marker.head if is_second else marker


def is_role(role: str, filler: Filler) -> bool:
    """Whether a filler is none of time, which stands in the statement's time instead."""
    tokens = filler.tokens if isinstance(filler, Words) else () if isinstance(filler, Clausal) else (filler,)
    is_date = bool(tokens) and all(token.ent_type_ in TIMES for token in tokens)
    return role != _TIME and (role == _HOW_LONG or not is_date)


def until(told: Time | None, p: Proposition, text: str) -> Time | None:
    """The time of a proposition, with the words by which it is over: "left the bank in 2004", "former"."""
    over = p.over or stopped_words(p.anchor)
    if not over or (told is not None and over[0].pos_ not in VERBAL):
        return told  # "a former chief of the bank from 2001 to 2004"
    start, end = over[0].idx, over[-1].idx + len(over[-1])
    if told is None:
        return Time(text[start:end], start, end)
    whole = min(start, told.start), max(end, told.end)
    start, end = whole if len(text[slice(*whole)].split()) <= _LONGEST else (start, end)
    return Time(text[start:end], start, end, None, told.end_date or told.start_date)
