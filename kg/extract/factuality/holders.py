"""Holders: who claims what a word of speech, belief or report governs."""

from __future__ import annotations

from kg.extract.clauses.subjects import subjects
from kg.extract.factuality.arcs import PREDICATED, is_finite
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.links import Link
from kg.extract.factuality.quotations import speakers
from kg.grammar.phrases import VERBAL
from kg.grammar.told import thinks_not
from kg.grammar.verbs import is_passive, verb_forms
from kg.grammar.wordlists import words_of
from kg.parse import Token

_EXPLETIVE = frozenset({"it", "there"})
_POINTING = frozenset({"that", "this", "which", "what"})


def claimants(link: Link, lexicon: Lexicon) -> tuple[Token, ...]:
    """The subject of the verb or of the adjective's copula, the owner of the noun; nobody where it is only said of
    them: "Lang, said to own the mill"."""
    word = link.word
    if word is None or (link.signature.group == "reported" and not is_passive(word)):
        return _told_by(word) if word is not None else ()
    if word.pos_ in VERBAL:
        can_say = lexicon.has("speech", verb_forms(word))
        if word.dep_ == "xcomp" and word.head.pos_ == "ADJ" and not subjects(word):
            return subjects(word.head)  # "was wrong to rule that the sale was void"
        is_of_another = any(child.dep_ == "dobj" for child in word.children)  # "ships that it accused of smuggling"
        idle = _POINTING if can_say or is_of_another else _EXPLETIVE | _POINTING
        return tuple(s for s in speakers(word) if s.lower_ not in idle)
    if word.dep_ in PREDICATED and word.pos_ == "ADJ" and link.signature.group == "accusation":
        return ()  # "stand accused of"
    if word.dep_ in PREDICATED and word.pos_ == "ADJ":
        return tuple(s for s in subjects(word) if s.lower_ not in _EXPLETIVE)
    return _owner(word, lexicon)


def voices(verb: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """Whose words stand beside a verb: of "the court heard" not the court, which only listens."""
    content = lexicon.signature("verbs", verb_forms(verb), "that")
    return _told_by(verb) if content is not None and content.group == "reported" else speakers(verb)


def _told_by(hearing: Token) -> tuple[Token, ...]:
    """From whom something is heard: "heard from the pathologist that"."""
    behind = (child for child in hearing.rights if child.dep_ == "prep" and child.lower_ == "from")
    return tuple(c for child in behind for c in child.children if c.dep_ == "pobj")


def tells_hearer(link: Link, lexicon: Lexicon) -> bool:
    """Whether somebody else, who is not named, tells it to the subject: "They told us that", "we were told that"."""
    word = link.word
    return word is not None and is_passive(word) and lexicon.has("addressing", verb_forms(word))


def guessers(link: Link) -> tuple[Token, ...]:
    """Whose guess, hope or fear a clause is: "analysts predict that"; nobody's of "it is fair to assume that"."""
    word = link.word
    if word is None or word.pos_ not in VERBAL or is_passive(word) or not is_finite(word):
        return ()
    return tuple(s for s in subjects(word) if s.lower_ not in _EXPLETIVE)


def demanders(link: Link, deed: Token) -> tuple[Token, ...]:
    """Who asks others to do something, or wants it done: "*doctors* urged the state to ban it", "asked by *the court*
    to pay"; not who wants to do it himself."""
    word = link.word
    if word is None or word.pos_ not in VERBAL:
        return ()
    asking = _agents(word) if is_passive(word) else subjects(word)
    others = [s for s in asking if s not in subjects(deed) and s.lower_ not in _EXPLETIVE | _POINTING]
    return tuple(s for s in others if not thinks_not(s))


def takes_to_heart(word: Token | None) -> bool:
    """Whether a verb is one for what one knows already: "urged jurors to *remember* that he lied"."""
    return word is not None and word.tag_ == "VB" and word.lemma_ in words_of("taking to heart")


def _agents(verb: Token) -> tuple[Token, ...]:
    behind = (child for child in verb.rights if child.dep_ == "agent")
    return tuple(c for child in behind for c in child.children if c.dep_ == "pobj")


def _owner(noun: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """Whose claim it is: possessor, "by X", or the subject of a light verb: "made the claim that"; not who is on
    "*her* trial for stealing"."""
    if noun.lemma_.lower() in words_of("held against somebody"):
        return ()
    for child in noun.children:
        if child.dep_ == "poss":
            return (child,)
        if child.lower_ in ("by", "from") and child.dep_ in ("prep", "agent"):
            return tuple(c for c in child.children if c.dep_ == "pobj")
        if child.lower_ == "of" and (holders := tuple(c for c in child.children if _may_hold(c))):
            return holders  # "the view of the board that"; not "the claim of fraud that"
    if noun.dep_ == "pobj" and noun.head.head.lemma_ == "be":
        return subjects(noun.head.head)  # "is of the opinion that"
    is_made = noun.dep_ == "dobj" and noun.head.lemma_ != "receive"
    return subjects(noun.head) if is_made and lexicon.has("light_verbs", (noun.head.lemma_,)) else ()


def _may_hold(noun: Token) -> bool:
    """Whether a noun behind "of" names those who say so."""
    is_named = noun.ent_type_ in ("ORG", "PERSON")
    return noun.dep_ == "pobj" and (is_named or (noun.pos_ == "NOUN" and not thinks_not(noun)))
