"""Records: what is the lowest, the best or the first of a time, told in a phrase or a clause behind it."""

from __future__ import annotations

from kg.grammar.phrases import TERMS, VERBAL
from kg.parse import Token

LONG = frozenset({*TERMS, "decade", "century", "season", "generation"})
SINCE = "since"
_MOST = frozenset({"most", "least"})


def is_record(noun: Token) -> bool:
    """ "Its *lowest* level", "the *first* title", "the *most costly* flood"; not "most towns"."""
    return any(_is_best(token) for token in (noun, *noun.lefts)) or any(map(_is_most, noun.lefts))


def record_before(last: Token) -> Token | None:
    """The record whose words end here: "the *lowest* price of *rice*", before "since 1987"."""
    noun = last
    while noun.pos_ not in VERBAL and noun.head is not noun:
        if noun.dep_ in ("dobj", "pobj") and is_record(noun):
            return noun
        noun = noun.head
    return None


def _is_best(token: Token) -> bool:
    return token.lower_ == "first" or (token.tag_ == "JJS" and token.lower_ not in _MOST)


def _is_most(adjective: Token) -> bool:
    return adjective.dep_ == "amod" and any(child.tag_ == "RBS" for child in adjective.lefts)
