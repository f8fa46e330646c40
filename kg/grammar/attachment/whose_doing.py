"""Who does what a preposition brings in: "dreams of Lund winning", "protested against the council closing a school"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.phrases import NOUNS, follows_comma
from kg.grammar.verbs import HELPERS, SUBJECTS
from kg.grammar.wordlists import words_of
from kg.parse import Token

_AGAINST = frozenset({"against", "to", "over", "at"})


@at(tags="VBG", none_below=HELPERS | SUBJECTS, is_behind=True)
def of_whose_doing(verb: Token) -> Iterator[Arc]:
    """ "They dream of Lund *winning* the cup": he wins it, and not they."""
    doer = verb.nbor(-1)
    of = doer.head
    is_told = doer.dep_ == "pobj" and of.lower_ in ("of", "about") and of.head == verb.head
    if is_told and doer.pos_ in NOUNS and verb.head.lemma_ in words_of("of whose doing"):
        yield verb, doer, "acl"


@at(tags="VBG", none_below=HELPERS | SUBJECTS, is_behind=True)
def against_whose_doing(verb: Token) -> Iterator[Arc]:
    """ "Protested against Orlo *buying* the mill", "told the court of Orr *taking* bribes": Orlo is to buy it, and not
    those who protest."""
    doer = verb.nbor(-1)
    preposition = doer.head
    main = preposition.head
    if doer.dep_ != "pobj" or doer.pos_ not in (*NOUNS, "PRON") or follows_comma(verb):
        return
    is_against = preposition.lower_ in _AGAINST and main.lemma_ in words_of("against whose doing")
    is_told = preposition.lower_ == "of" and main.dep_ == "dobj" and main.head.lemma_ in words_of("telling of a deed")
    taker = main.head if is_told else main
    if verb.head in (doer, main, taker) and (is_against or is_told):
        if is_told:
            yield preposition, taker, "prep"
        yield verb, preposition, "pcomp"
        yield doer, verb, "nsubj"


@at(tags="VBG", below="compound dobj", none_below=HELPERS | SUBJECTS, above="prep")
def by_name(verb: Token) -> Iterator[Arc]:
    """ "Insisted on *Orlo* selling the mill": no part of a name for a deed."""
    doers = [child for child in verb.lefts if child.dep_ == "compound"]
    if verb.dep_ == "pcomp" and len(doers) == 1 and doers[0].pos_ == "PROPN" and doers[0].i == verb.i - 1:
        yield doers[0], verb, "nsubj"
