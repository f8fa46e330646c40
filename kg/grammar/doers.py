"""Who does it in a passive: what "by" names, and what it only tells the means, the way, the measure or the time of."""

from __future__ import annotations

from kg.grammar import wordlists
from kg.grammar.phrases import AMOUNTS, TIMES
from kg.grammar.verbs import tells_margin
from kg.parse import Token

_OF_DAYS = TIMES | {"EVENT"}


def names_doer(preposition: Token) -> bool:
    """Not "by 1990", "by selling shares", "by phone", "by 40 votes", "by nightfall", "by a fifth", "by a back door"."""
    if tells_margin(preposition):
        return False
    named = (c for c in preposition.rights if c.dep_ == "pobj" and c.ent_type_ not in AMOUNTS | TIMES)
    return any(not (tells_when(noun) or _tells_measure(noun) or tells_how(noun)) for noun in named)


def tells_how(noun: Token) -> bool:
    """Whether what "by" names is a means or a way, and nobody who does something."""
    if not noun.head.whitespace_:
        return False  # "a by-election"
    return _is_means(noun) or is_way(noun) or _is_name(noun) or is_own_view(noun)


def _is_means(noun: Token) -> bool:
    """ "Said by *telephone*", "sorted by *size*", "fired by text *message*"; "by the law" and "by mail carriers" name
    who does it."""
    is_fixed = "prep" in noun.below and noun.lower_ in wordlists.words_of("means of")
    if is_fixed and all(c.dep_ != "det" or c.lower_ == "a" for c in noun.lefts):
        return True  # "by means of a key", "by way of a test"
    if noun.lower_ in wordlists.words_of("on air") and any(c.text[:1].isupper() for c in noun.lefts):
        return False  # "will be shown by *Dutch radio*"
    is_bare = noun.tag_ in ("NN", "NNS") and all(c.dep_ in ("compound", "amod") for c in noun.lefts)
    return is_bare and noun.lower_ in wordlists.words("means", "lemma")


def is_way(noun: Token) -> bool:
    """ "Left by a back *door*", "came by a *path* through the wood"."""
    lemma = noun.head.head.lemma_.lower()
    is_moving = lemma in wordlists.words_of("moving") or lemma in wordlists.words("intransitive", "lemma")
    return is_moving and noun.lemma_.lower() in wordlists.words_of("way")


def _is_name(noun: Token) -> bool:
    """ "Known by her middle *name*"."""
    is_called = noun.head.head.lemma_.lower() in wordlists.words_of("known by")
    return is_called and noun.lemma_.lower() in wordlists.words_of("name for somebody")


def is_own_view(noun: Token) -> bool:
    """ "Was beaten, by his own *account*"."""
    is_own = any(c.dep_ == "poss" or c.lower_ in ("all", "any", "some", "most", "many") for c in noun.lefts)
    return is_own and noun.lemma_.lower() in wordlists.words_of("by one's own")


def _tells_measure(noun: Token) -> bool:
    """ "Cut by *a fifth*", "raised by *an average* of 4 percent", "sold by *the dozen*", "beaten by four *frames* to
    one"; "by a third of the members" is done by them."""
    lemma, first = noun.lemma_.lower(), noun.left_edge.lower_
    is_bare = "prep" not in noun.below
    if is_bare and first in ("a", "an", "one") and lemma in wordlists.words_of("fraction"):
        return True
    if lemma in wordlists.words_of("measure by") and first not in ("the", "this", "that"):
        return True
    if is_bare and first == "the" and noun.left_edge.i == noun.i - 1 and _is_unit(noun):
        return True
    is_counted = any(c.dep_ == "nummod" or c.lower_ in ("a", "an") for c in noun.lefts)
    if is_counted and lemma in wordlists.words_of("counted margin"):
        return True
    is_amount = any(c.ent_type_ in AMOUNTS for c in noun.lefts) or (is_counted and noun.left_edge.i == noun.i - 1)
    return is_amount and _is_unit(noun)


def _is_unit(noun: Token) -> bool:
    is_listed = noun.lemma_.lower() in wordlists.words("units", "lemma") | wordlists.words_of("sold by the")
    return is_listed and noun.pos_ == "NOUN"


def tells_when(noun: Token) -> bool:
    """ "Shut by *nightfall*", "by *the end of the year*", "by *kickoff*", "by *the fall*"."""
    if noun.tag_ != "NN":
        return False
    lemma = noun.lemma_.lower()
    if lemma in wordlists.words("hours", "word") or lemma in wordlists.words_of("by when"):
        return True
    behind = [t for of in noun.rights if of.dep_ == "prep" for t in of.rights]
    if lemma in wordlists.words_of("part of a time"):  # "by the start of June", "by the break"
        return all(t.ent_type_ in _OF_DAYS for t in behind)
    return False
