"""Relative clauses with a speaker in the middle: "fees that hotels say *scare off* guests": the fees do."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import is_people, number_of_noun
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
    opening = [*verb.lefts, *(c for doer in doers for c in doer.lefts if c.dep_ == "det")]  # "*which clerks* say owes"
    pronoun = next((c for c in opening if c.lower_ in _PRONOUNS and c.i == verb.left_edge.i), verb)
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


@at(tags="NN NNS")
def no_noun(word: Token) -> Iterator[Arc]:
    """ "Tests that parents say *scare* children", "a bowl which they say *dates* from 1620": the pronoun stands for
    what is told of, so that no noun can follow."""
    thing = word.head if word.dep_ == "compound" else word
    says = thing.head
    pronoun = next((c for c in says.lefts if c.lower_ in _PRONOUNS and c.i == says.left_edge.i), says)
    doer = next((c for c in says.lefts if c.dep_ == "nsubj" and c.right_edge.i == says.i - 1), says)
    if thing.dep_ != "dobj" or says.dep_ != "relcl" or word.i != says.i + 1 or says in (pronoun, doer):
        return
    is_speaking = says.lemma_.lower() in wordlists.saying() - wordlists.telling_people() and doer is not pronoun
    is_alike = (number_of_noun(says.head) == "many") == (word.tag_ == "NN")
    if not is_speaking or not is_alike or is_people(word) or any(c.dep_ in _SPOKEN for c in says.rights):
        return
    is_many = word.tag_ == "NN"
    word.lemma_ = word.lower_ if is_many else wordlists.noun_verbs().get(word.lower_, word.lemma_)
    word.tag_, word.pos_ = ("VBP" if is_many else "VBZ"), "VERB"
    yield word, says, "ccomp"
    yield pronoun, word, "nsubj"
    things = [thing] if thing is not word else [c for c in word.rights if c.dep_ in ("appos", "nummod")]
    yield from ((c, word, "dobj") for c in things)  # "which they say *names* two men"
