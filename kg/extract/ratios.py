"""Ratios behind a number: "one *in seven*", "nine *out of ten homes*", "9 votes *to 4*"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.amounts import value_of
from kg.extract.times.vocabulary import values
from kg.grammar import wordlists
from kg.grammar.phrases import TIMES
from kg.parse import Token

_SUMS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})


def is_rate(preposition: Token) -> bool:
    """ "One *in* seven", "one calf *in* ten"."""
    noun, number = preposition.head, preposition.doc.tokens[preposition.i + 1 : preposition.i + 2]
    counts = (noun, *(c for c in noun.lefts if c.dep_ == "nummod"))
    is_count = any(t.tag_ == "CD" and t.ent_type_ != "MONEY" for t in counts)
    is_whole = any(t.tag_ == "CD" and t.dep_ == "pobj" and t.ent_type_ not in ("DATE", "MONEY") for t in number)
    return preposition.lower_ == "in" and is_count and is_whole and preposition.i == noun.i + 1


def is_ratio(preposition: Token) -> bool:
    """ "One *in four pupils*", "nine *out of ten homes*": which share of them."""
    count = preposition.head
    inner = preposition
    if preposition.lower_ == "out":
        inner = next((c for c in preposition.rights if c.lower_ == "of"), preposition)
    nouns = [c for c in inner.rights if c.dep_ == "pobj" and c.tag_ == "NNS" and c.ent_type_ not in TIMES]
    is_next = count.tag_ == "CD" and "quantmod" not in count.below and preposition.i == count.i + 1
    is_in = preposition.lower_ == "in" or inner is not preposition
    return is_next and is_in and any(_is_more(c, count) for n in nouns for c in n.lefts if c.dep_ == "nummod")


def _is_more(whole: Token, part: Token) -> bool:
    """Not "nine in *two* towns"."""
    numbers = values("number")
    counts = [numbers.get(token.lower_, token.text.replace(",", "")) for token in (part, whole)]
    return all(count.isdecimal() for count in counts) and int(counts[0]) < int(counts[1])


def is_score(preposition: Token, nouns: Sequence[Token]) -> bool:
    """ "1,041 votes *to* 287", "a range of 4m *to* 6m"."""
    before = preposition.doc.tokens[preposition.i - 1]
    is_number = before.like_num or before.text[:1].isdigit() or value_of(before) in _SUMS
    is_counted = before.lemma_.lower() in wordlists.words("margins", "lemma") and "nummod" in before.below
    is_sum = all(value_of(noun) in _SUMS or noun.text[:1].isdigit() or noun.tag_ == "CD" for noun in nouns)
    return preposition.lower_ == "to" and preposition.head is before and (is_number or is_counted) and is_sum
