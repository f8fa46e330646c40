"""Amounts: sums, shares, numbers and spans of time, what each is a kind of, and scores and ranges made of two."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.extract.clauses import Oblique, phrase
from kg.extract.clauses.obliques import QUANTITIES
from kg.grammar import wordlists
from kg.grammar.phrases import HYPHENS, TIMES, in_one_name
from kg.parse import Token

SUMS = frozenset({"PERCENT", "MONEY", "QUANTITY"})
VALUES = QUANTITIES | {"ORDINAL"}
HALVES_OF_DAY = frozenset({"am", "pm", "a.m.", "p.m."})
_SOME = frozenset({"a", "an", "several", "few", "many"})


def value_of(head: Token) -> str:
    """The kind of a sum, share or number: "9 dollars" is MONEY though the tagger calls it a number; "" of a thing."""
    if is_pence(head.text):
        return "MONEY"
    if head.ent_type_ in VALUES:
        return head.ent_type_
    if head.i > 1 and not head.ent_type_ and _is_sum(head.doc.tokens[head.i - 1]):
        return "MONEY"  # the "m" of "£1.8m"
    is_counted = "nummod" in head.below and any(child.dep_ == "nummod" for child in head.lefts)
    return _units().get(head.lemma_.lower(), "") if is_counted else ""


def is_pence(word: str) -> bool:
    """ "47p", "47.5p"."""
    return word[-1:] == "p" and word[:-1].replace(".", "", 1).isdigit()


def _is_sum(number: Token) -> bool:
    return number.tag_ == "CD" and not number.whitespace_ and number.nbor(-1).tag_ == "$"


@cache
def _units() -> dict[str, str]:
    return {row["lemma"]: row["kind"] for row in wordlists.rows("units")}


def is_span(head: Token) -> bool:
    """ "Delayed it by *three hours*", "by *a week*": how much time."""
    is_unit = head.pos_ == "NOUN" and head.ent_type_ in TIMES and head.lower_ not in HALVES_OF_DAY
    return is_unit and any(c.dep_ == "nummod" or c.lower_ in _SOME for c in head.lefts)


def each_of(last: Token) -> tuple[Token, ...]:
    """ "£14 *each*", "$310 *apiece*": what each of several costs, and not all of them."""
    return tuple(t for t in last.doc.tokens[last.i + 1 : last.i + 2] if t.lower_ in ("each", "apiece"))


def paid_as(head: Token) -> Iterator[Token]:
    """ "£2m *in emergency aid*", "£2m *in cash and shares*": what a sum is paid as."""
    for preposition in head.rights:
        if preposition.lower_ == "in" and preposition.i == head.i + 1 and value_of(head) == "MONEY":
            for noun in (c for c in preposition.rights if c.dep_ == "pobj" and c.pos_ == "NOUN" and not c.ent_type_):
                yield from (preposition, *phrase(noun), *_paid_too(noun))


def _paid_too(noun: Token) -> Iterator[Token]:
    """ "In cash *and shares*": the rest of what a sum is paid as."""
    others = [c for c in noun.rights if c.dep_ == "conj"]
    if len(others) == 1 and others[0].pos_ == "NOUN" and others[0].left_edge.i == noun.i + 2:
        yield from (noun.nbor(), *phrase(others[0]))


def range_of(oblique: Oblique) -> tuple[Token, ...] | None:
    """ "Cut the fee *from 20% to 5%*", "put it *at between £2m and £3m*", where the parser made two of it."""
    first, last = oblique.heads[0], oblique.heads[-1]
    end = range_end(oblique)
    if end is not None and not {first.ent_type_, end.ent_type_} & TIMES:
        return tuple(last.doc.tokens[oblique.marker[0].i : end.i + 1])
    if not all(value_of(head) in VALUES - TIMES for head in oblique.heads):
        return None
    words = (*first.doc.tokens[first.left_edge.i : last.i + 1], *(c for c in last.rights if c.text == "%"))
    if oblique.words == "from":
        return (*oblique.marker, *words) if any(token.lower_ == "to" for token in words) else None
    return words if first != last and in_one_name(first, last) else None


def is_range(oblique: Oblique) -> bool:
    """ "Rose *from 900 to 1,100 euros*", where the parser made one sum of it."""
    return oblique.words == "from" and range_of(oblique) is not None


def range_end(oblique: Oblique) -> Token | None:
    """The end of "from 240 francs *to 195*", "from 2006 *to 2008*", wherever the parser hangs it."""
    if oblique.words != "from":
        return None
    first = oblique.heads[-1]
    to = first.doc.tokens[first.right_edge.i + 1 : first.right_edge.i + 2]
    ends = [c for word in to if word.lower_ == "to" for c in word.rights if c.dep_ == "pobj"]
    is_number = first.tag_ == "CD" or value_of(first) in VALUES
    return next((end for end in ends if is_number and (end.tag_ == "CD" or value_of(end) in VALUES)), None)


def score_of(number: Token) -> tuple[Token, ...] | None:
    """ "Led *2-0*", "voted *5-2*"."""
    behind = number.doc.tokens[number.i : number.i + 3]
    if number.tag_ == "CD" and any(child.lower_ == "to" and child.i == number.i + 1 for child in number.rights):
        return tuple(behind)  # "voted 612 to 241"
    is_score = len(behind) == 3 and behind[0].tag_ == behind[2].tag_ == "CD" and behind[1].text in HYPHENS
    return tuple(behind) if is_score and number.dep_ == "npadvmod" else None


def is_of_score(oblique: Oblique) -> bool:
    """ "Won 9 *to 4*", "passed by 54 votes *to 45*", "won 48% of the vote *to Lund's 45%*"."""
    other = oblique.heads[0]
    before = oblique.marker[0].doc.tokens[oblique.marker[0].i - 1]
    if before.head.lower_ == "by" and not other.children:
        before = next((c for c in before.lefts if c.dep_ == "nummod"), before)
    is_loser = "poss" in other.below and value_of(other) == "PERCENT" and any(c.pos_ == "PROPN" for c in other.lefts)
    return oblique.words == "to" and (is_loser or (before.tag_ == "CD" and other.tag_ == "CD"))
