"""Which words are predicates of clauses."""

from __future__ import annotations

from kg.extract.clauses.own_subjects import inserted_in
from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import SUBJECTS, finite_part, has_subject
from kg.parse import Token

_NO_PREDICATE = frozenset(
    {"aux", "auxpass", "amod", "compound", "prep", "case", "mark", "nmod", "cc", "prt"} | {"advmod"}
)
_NO_VERBS = frozenset({"IN", "NNP", "NNPS"})
NOMINAL_PREDICATES = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis"})


def is_predicate(token: Token) -> bool:
    """Whether a token is the verb of a clause; also a noun with a subject and no copula, a verb tagged as a noun."""
    if token.pos_ in VERBAL:
        if token.dep_ in _NO_PREDICATE:
            return False
        return token.dep_ != "dep" or has_subject(token) or inserted_in(token.head) == token
    if token.dep_ not in NOMINAL_PREDICATES or token.tag_ in _NO_VERBS or is_small_clause(token):
        return False
    return has_subject(token) and any(c.dep_ in SUBJECTS for c in token.lefts)


def has_tense(verb: Token) -> bool:
    """Whether a verb or the first of its helpers has a tense: "sold", "has sold"; not "may sell", "to sell"."""
    return finite_part(verb).tag_ in ("VBD", "VBZ", "VBP")


def is_small_clause(token: Token) -> bool:
    """Whether a noun or adjective says what an object is made or found to be: "made him captain"."""
    if token.dep_ != "ccomp" or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    return all(child.dep_ not in ("aux", "dobj", "mark", "neg") for child in token.children)
