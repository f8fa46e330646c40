"""Relative clauses with a speaker in the middle: "fees that hotels say *scare off* guests": the fees do."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.verbs import FINITE, SUBJECTS, has_to
from kg.parse import Token

_PRONOUNS = frozenset({"who", "which", "that"})
_SPOKEN = frozenset({"xcomp", "ccomp"})
_FORMS = FINITE | {"VB", "VBN"}


@at(tags=FINITE, below="nsubj", any_below=_SPOKEN)
def what_they_say(verb: Token) -> Iterator[Arc]:
    """ "Fees that hotels *say* scare off guests", "fees hotels say keep guests away": no hotel does."""
    told = next((c for c in verb.rights if c.dep_ in _SPOKEN and c.left_edge.i == verb.i + 1), verb)
    if verb.dep_ != "relcl" or told.i != verb.i + 1 or told.tag_ not in _FORMS or not SUBJECTS.isdisjoint(told.below):
        return
    doers = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    pronoun = next((c for c in verb.lefts if c.lower_ in _PRONOUNS and c.i == verb.left_edge.i), verb)
    if verb.lemma_.lower() not in wordlists.saying() or not doers or doers[-1] is pronoun or has_to(told):
        return
    if told.tag_ == "VB":
        told.tag_ = "VBP"
    yield told, verb, "ccomp"
    if pronoun is not verb:
        pronoun.tag_, pronoun.pos_ = ("WP" if pronoun.lower_ == "who" else "WDT"), "PRON"
        yield pronoun, told, "nsubj"


@at(tags=_FORMS, below="nsubj aux")
def who_they_say(verb: Token) -> Iterator[Arc]:
    """ "A man who police say *acted* alone": he did, and the police say so; it is no helper of his deed."""
    says = next(
        (c for c in verb.lefts if c.dep_ == "aux" and c.lemma_.lower() in wordlists.words("speech", "lemma")), verb
    )
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.right_edge.i == says.i - 1), verb)
    pronoun = next((c for c in verb.lefts if c.lower_ in _PRONOUNS and c.i < doer.left_edge.i), verb)
    if verb.dep_ != "relcl" or verb in (says, doer, pronoun) or says.i != verb.i - 1:
        return
    says.pos_ = "VERB"
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    yield says, verb.head, "relcl"
    yield verb, says, "ccomp"
    yield doer, says, "nsubj"
    yield pronoun, verb, "nsubj"
