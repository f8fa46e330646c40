"""Anchors: the word whose state a predicate has: the copula of an adjective, a noun or a phrase with a preposition."""

from __future__ import annotations

from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon
from kg.grammar.phrases import VERBAL
from kg.parse import Token


def anchor_of(predicate: Token, lexicon: Lexicon) -> Token:
    """The head of the clause that a predicate belongs to; else the word itself."""
    if (copula := _copula_over(predicate, lexicon)) is not None:
        return copula
    top = predicate
    while top.dep_ == "conj" and top.head.pos_ not in VERBAL:
        top = top.head
    is_predicated = top.dep_ in arcs.PREDICATED and top.head.pos_ in VERBAL and predicate.pos_ not in VERBAL
    return top.head if is_predicated else predicate


def _copula_over(predicate: Token, lexicon: Lexicon) -> Token | None:
    """The copula that predicates a phrase with a preposition: "nobody is *against housing*"; not an event's."""
    preposition = predicate.head if predicate.dep_ == "pobj" else predicate
    above = preposition.head
    if preposition.dep_ != "prep" or above.lemma_ != "be" or not arcs.is_clause(above):
        return None
    return None if lexicon.has("events", arcs.noun_forms(predicate)) else above
