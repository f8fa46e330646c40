"""Alleged: what is told of a thing that is only alleged: "the alleged bribe, which Orr paid", "the alleged leader of a
gang that stole cars", "the alleged attack took place in May"."""

from __future__ import annotations

from kg.extract.clauses.own_subjects import is_relative
from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon
from kg.grammar.kinds import is_people
from kg.grammar.phrases import ADNOMINAL, NOUNS
from kg.grammar.verbs import SUBJECTS, verb_forms
from kg.grammar.wordlists import words_of
from kg.parse import Token


def alleged(verb: Token, lexicon: Lexicon) -> Token | None:
    """The word by which what a clause tells of is only alleged, so that what it tells is too."""
    if verb.dep_ in ADNOMINAL and verb.head.pos_ in NOUNS:
        around = next((word for noun in arcs.nouns_around(verb.head) if (word := _alleging(noun, lexicon))), None)
        return around or (_alleging(verb.head, lexicon) if _is_done_with(verb, lexicon) else None)
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    is_thing = subject is not None and not is_people(subject)  # "the alleged killer began a hunger strike"
    return _alleging(subject, lexicon) if subject is not None and is_thing and _tells_when(verb) else None


def _alleging(noun: Token, lexicon: Lexicon) -> Token | None:
    """The alleged of "the alleged bribe"."""
    for child in arcs.modifiers(noun):
        found = lexicon.signature("adjectives", arcs.modifier_forms(child), "noun")
        if found is not None and found.if_positive == "c" and child.lower_ in words_of("not known to be so"):
            return child
    return None


def _is_done_with(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause tells how a thing came about or was used: "the alleged bribe, *which Orr paid*", "the alleged
    theft, *which happened in May*"; not "the alleged theft, which shocked the town", "which Orr denies", nor "the
    alleged victim, who told the court"."""
    if verb.dep_ != "relcl" or is_people(verb.head):
        return False
    if any(child.dep_ in SUBJECTS and is_relative(child) for child in verb.lefts):
        return _tells_when(verb)
    return verb.lemma_.lower() in words_of("bringing about")  # not "the alleged fraud, which police are investigating"


def _tells_when(verb: Token) -> bool:
    """Whether a verb tells that something happened: "took place", "occurred", "was committed"."""
    forms = {*verb_forms(verb), *(f"{verb.lemma_} {child.lower_}" for child in verb.rights if child.dep_ == "dobj")}
    return not words_of("that it happened").isdisjoint(forms)
