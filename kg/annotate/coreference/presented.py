"""How a sentence presents a thing of which the next goes on: what it is, what it does, where it is."""

from __future__ import annotations

from kg.annotate.coreference.around import is_main, tells
from kg.annotate.coreference.introductions import BODIES
from kg.annotate.coreference.referent import Referent, is_subject
from kg.grammar.phrases import first_of
from kg.grammar.verbs import closes_sentence
from kg.grammar.wordlists import judging
from kg.naming import class_nouns, quoting_verbs, small_words, telling_verbs
from kg.parse import Token


def is_gone_on_about(token: Token) -> bool:
    """Whether a sentence ends with what a thing does: "spoke to the *museum*, which owns the head"."""
    clauses = (verb for verb in token.rights if verb.dep_ == "relcl")
    ends = filter(closes_sentence, clauses)
    return any(t.lower_ == "which" and t.dep_ == "nsubj" for verb in ends for t in verb.lefts)


def is_location(token: Token) -> bool:
    """Whether a place only tells where something is or happens: "a mill in *Lund*", "in Lund and *Oslo*"."""
    link = first_of(token).head
    return first_of(token).dep_ == "pobj" and link.lower_ in small_words("locating")


def is_told_ahead(token: Token) -> bool:
    """Whether it is of whom somebody behind tells: "*Orlo* shut the mill, Halden said"."""
    verb = token.head
    is_before = verb.dep_ == "ccomp" and verb.i < verb.head.i and is_main(verb)
    return is_subject(token) and is_before and any(tells_behind(t) for t in verb.head.children)


def tells_behind(token: Token) -> bool:
    """Whether it only says what a sentence has told in the writer's words: "Orlo shut the mill, *Halden* said"."""
    if not (tells(token) and is_main(token) and any(v.dep_ == "ccomp" and v.i < token.i for v in token.head.lefts)):
        return False
    return not any(t.tag_ in {"``", "''"} for t in token.doc[max(token.sent.start - 1, 0) : token.i])


def goes_on_telling_what_was(pronoun: Token) -> bool:
    """Whether a main clause goes on with what happened or how it was, and nobody says it: "*They* fled", "*It* was
    old", "*He* had been warned"."""
    verb = pronoun.head
    if (
        not is_subject(pronoun)
        or not is_main(pronoun)
        or verb.lemma_ in quoting_verbs() | telling_verbs("urge") | judging()
    ):
        return False
    if verb.lemma_ == "call" and any(t.lower_ in {"for", "on"} for t in verb.rights):
        return False
    before = [t for t in verb.lefts if t.dep_ in {"aux", "auxpass"}]
    return (before[0] if before else verb).tag_ == "VBD"


def is_introduced(token: Token, body: Referent) -> bool:
    """Whether a sentence ends with a body by name and what it is: "is made by *Orlo*, a firm based in Lund", "was paid
    to a firm, *Orlo*, based in Lund"."""
    if not body.is_named or body.met[0] not in (token, token.head):
        return False
    beside = [t for t in token.rights if t.dep_ == "appos"] + ([token.head] if token.dep_ == "appos" else [])
    told = (t for t in beside if t.tag_ == "NN" and (closes_sentence(t) or closes_sentence(token)))
    return any(t.lower_ in {"a", "an"} for noun in told for t in noun.lefts)


def is_seat(place: Token) -> bool:
    """Whether a place only tells where a body is, or what it has: "a firm based in *Lund*", "a firm with mills in
    *Lund*"."""
    above = first_of(place).head.head
    noun = above.head if above.dep_ == "acl" else above
    if noun.dep_ == "pobj" and noun.head.lower_ == "with":
        noun = noun.head.head
    is_told = noun.dep_ == "appos" or class_nouns().get(noun.lemma_.lower()) in BODIES
    return is_location(place) and noun.pos_ == "NOUN" and is_told
