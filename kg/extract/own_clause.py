"""Things told by the very clause that they are the object of: "the last call *you make*"."""

from __future__ import annotations

from dataclasses import replace

from kg.grammar.phrases import ADNOMINAL
from kg.grammar.verbs import HELPERS, SUBJECTS
from kg.model import Mention
from kg.parse import Token

_OF_VERB = HELPERS | SUBJECTS | {"mark", "neg", "cc"}


def without_own_clause(mention: Mention, noun: Token, verb: Token) -> Mention:
    """The mention up to the clause of the verb: what you make is "the last call", and not "the last call you make"."""
    clause = next((c for c in noun.rights if c.dep_ in ADNOMINAL and (c is verb or c.is_ancestor(verb))), None)
    if (
        clause is None
        or noun.pos_ == "PRON"
        or not mention.start <= clause.left_edge.idx < mention.end
        or clause.left_edge.i <= noun.i
    ):
        return mention
    last = clause.left_edge.nbor(-1)
    while last.i > noun.i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    end = last.idx + len(last)
    return replace(mention, end=end, text=mention.text[: end - mention.start])


def is_elliptic(verb: Token) -> bool:
    """ "Where he said he *would be*", "as you are supposed *to*": a clause without what it tells."""
    if verb.lower_ == "to":
        return True
    return verb.lemma_ == "be" and all(c.dep_ in _OF_VERB or c.is_punct for c in verb.children)


def tells_itself(noun: Token, verb: Token) -> bool:
    """ "*All* he did": nothing but that he did it."""
    is_all = noun.lower_ == "all" and noun.dep_ != "det"
    return is_all and any(c.dep_ in ADNOMINAL and (c is verb or c.is_ancestor(verb)) for c in noun.rights)
