"""Things told by the very clause that they are the object of: "the last call *you make*"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.clauses.own_subjects import QUESTION_TAGS
from kg.grammar.phrases import ADNOMINAL, VERBAL
from kg.grammar.verbs import HELPERS, SUBJECTS
from kg.model import Mention
from kg.parse import Token

_OF_VERB = HELPERS | SUBJECTS | {"mark", "neg", "cc"}


def without_own_clause(mention: Mention, noun: Token, verb: Token) -> Mention:
    """The mention up to the clause of the verb: what you make is "the last call", and not "the last call you make"."""
    clause = _clause_with(verb, noun)
    opening = noun if clause is None else clause.left_edge
    if noun.pos_ == "PRON" or opening.i <= noun.i or not mention.start <= opening.idx < mention.end:
        return mention
    last = opening.nbor(-1)
    while last.i > noun.i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    end = last.idx + len(last)
    return replace(mention, end=end, text=mention.text[: end - mention.start])


def is_elliptic(verb: Token) -> bool:
    """ "Where he said he *would be*", "as you are supposed *to*", "agreed that they *had*": a clause without what it
    tells."""
    if verb.lower_ == "to":
        return True
    is_helper = (verb.lemma_ in ("be", "have", "do") and verb.tag_ != "VBN") or verb.tag_ == "MD"
    return is_helper and all(c.dep_ in _OF_VERB or c.is_punct for c in verb.children)


def asks_what(words: Sequence[Token]) -> bool:
    """ "*How bad* it was", "*what island* it was": a question is no description."""
    first = words[0]
    return first.tag_ in QUESTION_TAGS and first.lower_ != "that" and all(word.pos_ not in VERBAL for word in words)


def tells_itself(noun: Token, verb: Token) -> bool:
    """ "*All* he did": nothing but that he did it."""
    is_all = noun.lower_ == "all" and noun.dep_ != "det"
    return is_all and _clause_with(verb, noun) is not None


def _clause_with(verb: Token, noun: Token) -> Token | None:
    """The clause on a noun that a verb is of."""
    return next((c for c in noun.rights if c.dep_ in ADNOMINAL and (c is verb or c.is_ancestor(verb))), None)
