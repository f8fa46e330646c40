"""Of what time a figure is: "a loss *for the first half of the year*", whenever it was reported."""

from __future__ import annotations

from kg.grammar.phrases import TIMES
from kg.grammar.wordlists import words
from kg.parse import Token

_UNITS = frozenset({"week", "month", "quarter", "half", "season", "year"})
_CERTAIN = frozenset({"the", "this", "last", "next"})
_WITHIN = frozenset({"pobj", "prep", "nummod", "quantmod", "compound"})


def is_period_of_figure(preposition: Token) -> bool:
    """ "Reported a loss of 9 dollars *for the first half*", "a dividend *for 2023*": the time that the figure is of;
    not "has made losses for three years"."""
    if preposition.lower_ != "for" or not preposition.i:
        return False
    nouns = [c for c in preposition.rights if c.dep_ == "pobj"]
    return bool(nouns) and all(map(_is_period, nouns)) and _is_in_figure(preposition.nbor(-1))


def _is_period(noun: Token) -> bool:
    if noun.tag_ == "CD":
        return noun.ent_type_ == "DATE" and len(noun.text) == 4 and noun.text.isdigit()
    is_certain = any(c.lower_ in _CERTAIN for c in noun.lefts)  # not "suspended dividends for a year"
    return noun.ent_type_ in TIMES and noun.lemma_.lower() in _UNITS and is_certain


def _is_in_figure(last: Token) -> bool:
    """Whether the words that end here are a figure's: "a *profit* of 9 million dollars"."""
    noun = last
    while noun.lemma_.lower() not in words("figures", "lemma"):
        if noun.dep_ not in _WITHIN:
            return False
        noun = noun.head
    return True
