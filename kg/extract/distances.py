"""How far from a place, or how long into something: "sank *40 km from Oslo*", "*two months into the truce*"."""

from __future__ import annotations

from kg.extract.clauses import Oblique
from kg.grammar.phrases import TIMES
from kg.parse import Token

_OF_TIME = frozenset({"into"})
_AWAY = frozenset({"from", "off", "outside", "inside", "beyond"})
_WHEN = frozenset({"before", "after"})
_COUNTED = frozenset({"a", "an", "several", "few", "some", "half"})


def measure_of(oblique: Oblique) -> tuple[Token, ...]:
    """The "about 40 km" right before a preposition, which are not the verb's; none if there is no measure."""
    first = oblique.marker[0]
    of_verb = first.head.children if first.lower_ in _AWAY | _OF_TIME else ()
    beside = (*first.lefts, *(c for c in of_verb if c.ent_type_ == "QUANTITY" or first.lower_ in _OF_TIME))
    measures = [c for c in beside if c.dep_ == "npadvmod" and c.right_edge.i == first.i - 1 and _is_counted(c)]
    if not measures:
        return ()
    is_time = measures[0].ent_type_ in TIMES
    if is_time and oblique.words not in _OF_TIME | _WHEN:
        return ()
    tokens = first.doc.tokens
    return tuple(tokens[measures[0].left_edge.i : first.i])


def _is_counted(noun: Token) -> bool:
    return "nummod" in noun.below or any(c.lower_ in _COUNTED for c in noun.lefts)


def is_distance(noun: Token) -> bool:
    """ "Ran aground *90 metres from the wall*", where the parser takes it for a measure of the verb."""
    is_length = noun.dep_ == "npadvmod" and noun.ent_type_ == "QUANTITY" and _is_counted(noun)
    return is_length and any(t.lower_ in _AWAY for t in noun.doc.tokens[noun.i + 1 : noun.i + 2])
