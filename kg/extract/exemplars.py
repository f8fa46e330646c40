"""Members that a text names of a group: "groups such as A and B", "buyers, including A", "two firms, A and B"."""

from __future__ import annotations

from kg.extract.clauses import conjuncts
from kg.grammar.phrases import PLURALS, TIMES, and_conjuncts
from kg.naming import roles
from kg.parse import Token

_SUMS = frozenset({"MONEY", "PERCENT", "CARDINAL", "QUANTITY"})
_INTRODUCERS = frozenset({"including", "like"})


def exemplars(head: Token) -> tuple[Token, ...]:
    """The heads of the examples that are given for a plural noun, in order; empty if there are none."""
    if head.tag_ not in PLURALS or not head.rights:
        return ()
    found: list[Token] = []
    for child in head.children:
        if child.i > head.i and _introduces(child):
            given = [t for grandchild in child.children if grandchild.dep_ == "pobj" for t in conjuncts(grandchild)]
            found += [t for t in given if child.lower_ != "like" or t.pos_ == "PROPN"]  # "treated men like children"
    return (*found, *members(head))


def members(head: Token) -> tuple[Token, ...]:
    """The names that a list beside a plural noun gives: "two firms, Orlo and Tarn"."""
    if head.tag_ not in PLURALS:
        return ()
    lists = [child for child in head.rights if child.dep_ == "appos" and child.pos_ == "PROPN"]
    if not lists:
        return ()
    names = [t for t in and_conjuncts(lists[0]) if t.pos_ == "PROPN" and not _is_place_of_people(head, t)]
    return tuple(names) if len(names) > 1 else ()


def is_amount(noun: Token) -> bool:
    """Whether a noun tells how much or how many, and not how long: "62% of them", "400 cars", "$3 million"."""
    is_counted = "nummod" in noun.below or noun.ent_type_ in _SUMS
    return is_counted and noun.ent_type_ not in TIMES


def _is_place_of_people(head: Token, name: Token) -> bool:
    """ "Nurses in two towns, Salem and Reno": no nurses."""
    return name.ent_type_ in ("GPE", "LOC", "FAC") and head.lemma_.lower() in roles()


def _introduces(preposition: Token) -> bool:
    if preposition.lower_ == "as":
        return preposition.lower_before == "such"
    if preposition.lower_ == "among":  # "among them Orlo and Tarn"
        return any(child.lower_ == "them" for child in preposition.rights)
    return preposition.lower_ in _INTRODUCERS and preposition.dep_ == "prep"
