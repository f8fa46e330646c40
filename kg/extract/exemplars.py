"""Members that a text names of a group: "groups such as A and B", "buyers, including A"."""

from __future__ import annotations

from kg.extract.clauses import conjuncts
from kg.parse import Token

_INTRODUCERS = frozenset({"including", "like"})


def exemplars(head: Token) -> tuple[Token, ...]:
    """The heads of the examples that are given for a plural noun, in order; empty if there are none."""
    if head.tag_ not in ("NNS", "NNPS"):
        return ()
    found: list[Token] = []
    for child in head.children:
        if child.i > head.i and _introduces(child):
            found += [t for grandchild in child.children if grandchild.dep_ == "pobj" for t in conjuncts(grandchild)]
    return tuple(found)


def _introduces(preposition: Token) -> bool:
    if preposition.lower_ == "as":
        return preposition.i > 0 and preposition.nbor(-1).lower_ == "such"
    return preposition.lower_ in _INTRODUCERS and preposition.dep_ == "prep"
