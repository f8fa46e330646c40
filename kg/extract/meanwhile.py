"""Phrases that tell how something was meanwhile: "slept with the doors *open*", "came with his arm *in a sling*"."""

from __future__ import annotations

from kg.extract.clauses import Oblique
from kg.grammar.kinds import is_people
from kg.parse import Token

_STATES = frozenset({"on", "off", "up", "down", "open", "inside", "outside", "aboard", "ahead", "back", "out"})
_WHERE_IT_WAS = frozenset({"in", "on", "at", "around", "over", "behind", "between", "under", "against", "to", "beside"})


def tells_state(oblique: Oblique) -> bool:
    """ "Slept with the doors *open*", "came with his arm *in a sling*": how something was meanwhile."""
    head = oblique.heads[0]
    if oblique.words != "with" or len(oblique.heads) > 1:
        return False
    if head.dep_ == "pcomp" and head.tag_ == "JJ":
        return "nsubj" in head.below  # "left with wages unpaid"
    behind = [c for c in head.rights if c.i == head.i + 1 or c.left_edge.i == head.i + 1]
    is_own = any(c.tag_ == "PRP$" for c in head.lefts)
    is_fixed = is_own or any(c.lower_ == "the" or c.dep_ == "nummod" for c in head.lefts)
    if any(c.dep_ == "amod" and c.tag_ in ("JJ", "VBN") and not any(c.rights) for c in behind):
        return is_fixed
    if any(c.dep_ in ("advmod", "prep", "prt") and not any(c.rights) and c.lower_ in _STATES for c in behind):
        return is_fixed
    return is_own and any(c.dep_ == "prep" and _is_where_it_was(c, head) for c in behind)


def _is_where_it_was(preposition: Token, head: Token) -> bool:
    is_beside_him = any(c.tag_ == "PRP" or c.tag_ == "PRP$" for t in preposition.rights for c in (t, *t.lefts))
    return preposition.lower_ in _WHERE_IT_WAS and (is_beside_him or not is_people(head))
