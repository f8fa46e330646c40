"""Dates that frames fill their date slot with, and the years of life that stand in brackets behind a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise

from kg.extract.proposition import Words
from kg.extract.times import TimeExpression
from kg.extract.times.vocabulary import values
from kg.grammar.phrases import VERBAL
from kg.parse import Doc, Token

_DATED = re.compile(r"\b1[0-9]{3}\b|\b20[0-9]{2}\b")
_MARKS = frozenset({"born", "b.", "b", "died", "d.", "d"})
_OPENING = frozenset({"(", "["})
_MEASURES = frozenset({"DATE", "TIME", "QUANTITY"})


class Dates:
    """The dated expressions of one document, and which verb each belongs to."""

    def __init__(self, doc: Doc, found: tuple[TimeExpression, ...]) -> None:
        self._doc = doc
        self.all: tuple[TimeExpression, ...] = tuple(e for e in found if _is_dated(e))
        self._by_sentence: dict[int, list[TimeExpression]] = defaultdict(list)
        for e in self.all:
            self._by_sentence[e.tokens[0].sent.start].append(e)
        self._undated = frozenset(host for e in found if not _is_dated(e) for host in e.hosts)
        self.at = {token.i: e for e in self.all for token in e.tokens}

    def of(self, verb: Token, is_rival: Callable[[Token], bool]) -> tuple[Words, ...]:
        """The date that a verb or noun is given: one that hangs on it, else the nearest behind it, else before it.

        A date behind belongs to another word if a rival, which takes dates too, stands between.
        """
        near = self._by_sentence.get(verb.sent.start, [])
        behind = [e for e in near if e.tokens[0].i > verb.i]
        before = [e for e in near if e.tokens[0].i < verb.i]
        hosted = [e for e in near if verb.i in e.hosts]
        if hosted:
            return (words(min(hosted, key=lambda e: abs(e.tokens[0].i - verb.i))),)
        if verb.i in self._undated:
            return ()
        if (year := self._doc[min(verb.i + 1, len(self._doc) - 1)]).i not in self.at and _DATED.fullmatch(year.text):
            return (Words((year,)),)  # "died 1990", where the parser takes the year for an object
        for e in behind[:1]:
            if not any(is_rival(t) for t in self._doc[verb.i + 1 : e.tokens[0].i]):
                return (words(e),)
        for e in before[-1:]:
            if self._is_others(e, verb):
                break
            if not any(is_rival(t) for t in self._doc[e.tokens[-1].i + 1 : verb.i]) and _is_fronted(e, verb):
                return (words(e),)
        return ()

    def _is_others(self, expression: TimeExpression, verb: Token) -> bool:
        """Whether a date hangs on a verb before: "was sued *in 2022* by a man whose wife died".

        "Ran the mill until 1956, *when* he died" tells of both.
        """
        behind = self._doc[expression.tokens[-1].i + 1 : expression.tokens[-1].i + 3]
        if any(token.lower_ == "when" for token in behind):
            return False
        hosts = (self._doc[i] for i in expression.hosts)
        return any(t.pos_ == "VERB" and t.i < expression.tokens[0].i and t != verb for t in hosts)

    def beside(self, noun: Token) -> tuple[Words, ...]:
        """The date right behind a noun: "her death [in 2003]"."""
        for token in self._doc[noun.i + 1 : noun.i + 4]:
            if token.i in self.at:
                return (words(self.at[token.i]),)
            if token.pos_ not in ("ADP", "DET", "PUNCT"):
                break
        return ()


def _is_dated(expression: TimeExpression) -> bool:
    return bool(_DATED.search(expression.time.text)) or expression.kind in ("day", "month", "date")


def _is_fronted(expression: TimeExpression, verb: Token) -> bool:
    """ "In 1990 she died": no other verb stands between the date and the verb."""
    between = verb.doc[expression.tokens[-1].i + 1 : verb.i]
    return not any(token.pos_ == "VERB" for token in between)


def words(expression: TimeExpression) -> Words:
    """The expression as a value, without a preposition before it; of "until *his death in* 2004" the date alone."""
    tokens = expression.tokens
    if (whose := next((n for n, token in enumerate(tokens) if token.tag_ == "PRP$"), None)) is not None:
        at = next((n for n in range(whose, len(tokens)) if tokens[n].pos_ == "ADP"), whose)
        tokens = tokens[at + 1 :] or tokens
    while len(tokens) > 1 and tokens[0].pos_ in ("ADP", "SCONJ"):
        tokens = tokens[1:]
    return Words(tokens)


def is_rest_of_measure(token: Token) -> bool:
    """ "Six years and three *months*": one term, of which the parser makes two."""
    whole = token.head
    if token.dep_ != "conj" or token.pos_ != "NOUN" or token.lemma_ == whole.lemma_ or token.left_edge.i != whole.i + 2:
        return False
    return all(any(c.dep_ == "nummod" for c in part.lefts) and part.ent_type_ in _MEASURES for part in (whole, token))


def brackets(doc: Doc) -> Iterator[tuple[Token, tuple[Token, ...]]]:
    """Each pair of brackets: the token before it, and the tokens in it."""
    for token in doc.written(_OPENING):
        if token.i:
            closing = {"(": ")", "[": "]"}[token.text]
            end = next((t.i for t in doc[token.i + 1 : token.i + 60] if t.text == closing), None)
            if end is not None and end > token.i + 1:
                yield _before_brackets(doc[token.i - 1]), tuple(doc[token.i + 1 : end])


def _before_brackets(token: Token) -> Token:
    """The token before brackets that stand one behind the other: "Otto (Danish: Otte) (born 1950)"."""
    while token.text in (")", "]") and token.i > 1:
        opening = {")": "(", "]": "["}[token.text]
        start = next((t.i for t in reversed(token.doc[max(token.i - 60, 0) : token.i]) if t.text == opening), 0)
        if start == 0:
            break
        token = token.doc[start - 1]
    return token


def last_part(inside: tuple[Token, ...]) -> tuple[Token, ...]:
    """What brackets hold behind pronunciations and other names: "[bo.un]; born 4 May 1951", "Bun, 4 May 1951"."""
    marks = [n for n, token in enumerate(inside) if token.text == ";" or token.lower_ in _MARKS]
    cuts = [n + (inside[n].text == ";") for n in marks if n + 1 < len(inside)]
    return inside[cuts[0] if inside[cuts[0]].text != ";" else cuts[0] + 1 :] if cuts else inside


def marked_parts(inside: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Each part that begins with "born" or "died": "born 4 May 1951 in Leeds; died 9 June 2003" has two."""
    starts = [n for n, token in enumerate(inside) if token.lower_ in _MARKS]
    for start, end in pairwise([*starts, len(inside)]):
        yield inside[start:end]


def year_in(tokens: tuple[Token, ...]) -> Words | None:
    """The first year among the tokens, with the day and month before it."""
    years = [n for n, token in enumerate(tokens) if _DATED.fullmatch(token.text)]
    return Words(_date_around(tokens, years[0])) if years else None


def lifetime(inside: Iterable[Token]) -> tuple[Words, Words] | None:
    """The two dates of "4 May 1951 - 9 June 2003" or "1951–2003", if that is what stands in the brackets."""
    tokens = tuple(inside)
    for n, token in enumerate(tokens):
        if token.text in ("-", "–", "—", "--", "to", "until") and 0 < n < len(tokens) - 1:
            one, two = _date_at_end(tokens[:n]), _date_at_start(tokens[n + 1 :])
            return (one, two) if one and two else None
        if glued := re.fullmatch(r"(\d{4})[-–—](\d{4})", token.text):
            return Words((token,), glued[1]), Words((token,), glued[2])
    return None


def _date_at_end(tokens: tuple[Token, ...]) -> Words | None:
    """The date that the tokens end in: places and names may stand before it."""
    years = [n for n, t in enumerate(tokens) if _DATED.fullmatch(t.text)]
    if not years or any(t.pos_ in VERBAL and t.lower_ != "born" for t in tokens) or len(tokens) - years[-1] > 6:
        return None
    return Words(_date_around(tokens, years[-1]))


def _date_at_start(tokens: tuple[Token, ...]) -> Words | None:
    years = [n for n, t in enumerate(tokens) if _DATED.fullmatch(t.text)]
    if not years or years[0] > 6:
        return None
    return Words(_date_around(tokens, years[0]))


def _date_around(tokens: tuple[Token, ...], year: int) -> tuple[Token, ...]:
    """The year with the day and month before it."""
    first = year
    while first > 0 and _is_of_date(tokens[first - 1]):
        first -= 1
    while tokens[first].text == ",":
        first += 1
    return tokens[first : year + 1]


def _is_of_date(token: Token) -> bool:
    return (
        token.text == ","
        or re.fullmatch(r"\d{1,2}(st|nd|rd|th)?", token.lower_) is not None
        or token.lower_.rstrip(".") in _months()
    )


@cache
def _months() -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for word in (*values("month"), *values("short_month")))
