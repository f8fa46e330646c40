"""When a statement holds: by a date, by the end of what was left then, by what happened before or after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.clauses.adverbial import conjunction
from kg.extract.objects import Filler, words_under
from kg.extract.passages import clause_words
from kg.extract.proposition import Clausal, Words
from kg.extract.times import TimeExpression, time_of
from kg.grammar.wordlists import words
from kg.model import Time
from kg.parse import Token

_LONGEST = 12  # words of a clause that tells when
_HOW_LONG = "quantity"
_TIME = "time"  # what prepositions.tsv calls a phrase that tells when


class When:
    """The times of one document, by the words whose time they tell."""

    def __init__(self, expressions: Iterable[TimeExpression]) -> None:
        self._times: dict[int, list[TimeExpression]] = defaultdict(list)
        self._opened: set[int] = set()
        for expression in expressions:
            self._opened.add(expression.tokens[0].i)
            for host in expression.hosts:
                self._times[host].append(expression)

    def is_opened_by(self, verb: Token) -> bool:
        """Whether a time begins with a verb that says nothing more: "18 months *starting* in March"."""
        return verb.tag_ == "VBG" and verb.i in self._opened

    def of(self, anchor: Token) -> Time | None:
        """The time that the clause of a word gives, by a date or the like."""
        times = self._times
        near = {e.time.start: e for i in {anchor.i, anchor.head.i} & times.keys() for e in times[i]}
        own = time_of(anchor, [near[start] for start in sorted(near)]) if near else None
        leaving = _leaving(anchor) if own is None else None
        return own if leaving is None else until(self.of(leaving))


def events(roles: Iterable[tuple[str, Filler]]) -> Iterator[tuple[Token, Filler]]:
    """What tells when without a date, with the word that opens it: "*after* a fire", "*before* it burned"."""
    for role, filler in roles:
        head = filler.head if isinstance(filler, Clausal) else filler
        if role != _TIME or not isinstance(head, Token):
            continue
        if head.head.dep_ in ("prep", "mark"):
            told = words_under(head) if isinstance(filler, Token) else ()
            is_short = 0 < len(told) <= _LONGEST
            yield _with_degree(_opener(head.head), head), Words(told) if is_short else filler
        elif (opened := conjunction(head)) is not None and len(clause_words(head)) <= _LONGEST:
            yield _with_degree(opened[0], head), filler


def _with_degree(opener: Token, head: Token) -> Token:
    """ "*Soon* after the vote": the word before what opens a time, that tells how long before or after."""
    before = opener.doc.tokens[opener.i - 1] if opener.i else opener
    is_near = before.lower_ in words("times_before", "word") and before.head in (opener, head)
    return before if is_near else opener


def _opener(marker: Token) -> Token:
    """ "*Ahead* of the vote"."""
    return marker.head if marker.lower_ == "of" and marker.head.i == marker.i - 1 else marker


def is_role(role: str, filler: Filler) -> bool:
    """Whether a filler is none of time, which stands in the statement's time instead."""
    tokens = filler.tokens if isinstance(filler, Words) else () if isinstance(filler, Clausal) else (filler,)
    is_date = bool(tokens) and all(token.ent_type_ in ("DATE", "TIME") for token in tokens)
    return role != _TIME and (role == _HOW_LONG or not is_date)


def until(left: Time | None) -> Time | None:
    """The time of what ended then."""
    return replace(left, start_date=None, end_date=left.end_date or left.start_date) if left is not None else None


def _leaving(post: Token) -> Token | None:
    """The verb that says that a post is held no longer: "resigned as *chairman*"."""
    above = post.head.head
    is_left = post.head.lower_ == "as" and above.lemma_.lower() in words("leaving", "lemma")
    return above if is_left and not any(child.dep_ == "neg" for child in above.lefts) else None
