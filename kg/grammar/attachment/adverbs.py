"""Adverbs that are part of their verb, and objects that the parser joined to one: "broke *even*", "sent him *home*"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
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


def through_to(marker: Token) -> Iterator[Arc]:
    """ "Sent the team *through* to the final", "let the rain *in*": half of the verb, with no noun of its own."""
    verb, behind = marker.head, marker.doc.tokens[marker.i + 1 : marker.i + 2]
    further = [child for child in marker.children if child.lower_ == "to"]
    is_bare = len(further) == len(marker.children) and any(t.lower_ == "to" or t.is_punct for t in behind)
    is_behind = any(c.dep_ == "dobj" and c.right_edge.i == marker.i - 1 and c.i > verb.i for c in verb.rights)
    if is_bare and is_behind and verb.dep_ != "relcl":
        yield marker, verb, "prt"
        yield from ((to, verb, "prep") for to in further)


def changed_course(course: Token) -> Iterator[Arc]:
    """ "Changed *course* to avoid a reef": what was changed, and no "of course"."""
    verb = course.head
    if course.tag_ == "RB" and course.i == verb.i + 1 and verb.pos_ in VERBAL and "dobj" not in verb.below:
        course.tag_, course.pos_ = "NN", "NOUN"
        yield course, verb, "dobj"


@at(tags="JJ", above_tags="IN", is_behind=True)
def in_private(word: Token) -> Iterator[Arc]:
    """ "Was settled in *private*": how; what the parser hangs on a preposition stands behind it like a noun."""
    marker = word.head
    is_bare = word.i == marker.i + 1 and not word.children and "pobj" not in marker.below
    if word.dep_ == "amod" and is_bare and (marker.lower_, word.lower_) in _told_of_words():
        yield word, marker, "pobj"


@cache
def _told_of_words() -> frozenset[tuple[str, str]]:
    """Prepositions with the very words behind which their role is known: "in private"."""
    rows = (row for row in wordlists.rows("prepositions") if row["kind"].startswith("=") and row["role"] != "-")
    return frozenset((row["preposition"], row["kind"][1:]) for row in rows)


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
