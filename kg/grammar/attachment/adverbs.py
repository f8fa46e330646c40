"""Adverbs that are part of their verb, and objects that the parser joined to one: "broke *even*", "sent him *home*"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.phrases import VERBAL
from kg.parse import Token

_BEFORE = frozenset({"det", "amod", "poss", "nummod", "nmod"})


def set_adverb(adverb: Token) -> Iterator[Arc]:
    """ "Broke *even* in May", "fell *ill*": the verb means that only with its adverb."""
    verb, behind = adverb.doc.tokens[adverb.i - 1], adverb.doc.tokens[adverb.i + 1 : adverb.i + 2]
    if any(token.lower_ == "of" for token in behind):
        return  # "ran short of tents"
    is_set = (verb.lemma_.lower(), adverb.lower_) in _set_adverbs()
    if verb.i < adverb.i and verb.pos_ in VERBAL and is_set and "dobj" not in verb.below:
        yield adverb, verb, "prt"


def set_noun(noun: Token) -> Iterator[Arc]:
    """ "Took *place* in May": the verb means that only with its noun, and nothing is taken."""
    verb = noun.head
    is_bare = noun.i == verb.i + 1 and not any(noun.lefts) and verb.pos_ in VERBAL
    if is_bare and (verb.lemma_.lower(), noun.lower_) in _set_nouns():
        yield from ((child, verb, child.dep_) for child in [*noun.rights])
        yield noun, verb, "prt"


def sent_home(home: Token) -> Iterator[Arc]:
    """ "Sent the player *home*": where to; no home is sent."""
    verb, noun = home.head, home.nbor(-1) if home.i else home
    if noun is verb and not any(home.children) and verb.lemma_.lower() in wordlists.words("leading_home", "lemma"):
        yield home, verb, "advmod"  # "was treated and sent home"
    is_joined = noun.head is home and noun.dep_ == "compound" and noun.tag_ == "NN"
    if not is_joined or (any(home.rights) and home.nbor().lower_ == "of"):
        return
    is_led = verb.lemma_.lower() in wordlists.words("leading_home", "lemma")
    if is_led and noun.lower_ not in wordlists.words("homes", "word") and "det" in home.below:
        yield from ((c, noun, c.dep_) for c in [*home.lefts] if c.dep_ in _BEFORE)
        yield from ((c, verb, c.dep_) for c in [*home.rights] if c.dep_ == "prep")
        yield noun, verb, "dobj"
        yield home, verb, "advmod"


@cache
def _set_nouns() -> frozenset[tuple[str, str]]:
    return frozenset((row["lemma"], row["noun"]) for row in wordlists.rows("set_nouns"))


@cache
def _set_adverbs() -> frozenset[tuple[str, str]]:
    return frozenset((row["lemma"], row["adverb"]) for row in wordlists.rows("set_adverbs"))


def is_there(adverb: Token) -> Iterator[Arc]:
    """ "There is no road *there*": where there is none."""
    noun = adverb.head
    if noun.dep_ == "attr" and "expl" in noun.head.below and noun.i < adverb.i and not any(adverb.children):
        yield adverb, noun.head, "advmod"


def all_but(but: Token) -> Iterator[Arc]:
    """ "The verdict all *but* ends his career": it is as good as over."""
    verb = but.nbor(1) if but.i + 1 < len(but.doc) else but
    every = but.nbor(-1) if but.i else but
    if every.lower_ == "all" and verb.pos_ == "VERB" and verb.tag_ != "VBG":
        yield every, verb, "advmod"
        yield but, verb, "advmod"
