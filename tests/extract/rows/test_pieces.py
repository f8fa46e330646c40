"""The pieces of short rows: the same whichever way a phrase was attached."""

from __future__ import annotations

import pytest
from parses import doc

from kg.extract.clauses import clauses
from kg.extract.rows.pieces import pieces, subject_words
from kg.extract.rows.wording import text


def _pieces(parsed):
    by_verb = {clause.verb.i: clause for clause in clauses(parsed)}
    return {
        (text(subject), text(relation), text(argument))
        for clause in by_verb.values()
        for subject in subject_words(clause, by_verb)
        for relation, argument, _ in pieces(clause, by_verb)
    }


@pytest.mark.parametrize("hangs_on", ["lent", "maps"])
def test_a_phrase_behind_an_object_gives_one_row_wherever_it_hangs(hangs_on):
    parsed = doc(
        f"Lund/NNP/nsubj>lent lent/VBD/ROOT>lent maps/NNS/dobj>lent to/IN/prep>{hangs_on} Orlo/NNP/pobj>to",
        {"lent": "lend"},
    )
    assert _pieces(parsed) == {("Lund", "lent", "maps"), ("Lund", "lent maps to", "Orlo")}


def test_a_phrase_is_followed_two_steps_down():
    parsed = doc(
        "Lund/NNP/nsubj>saw saw/VBD/ROOT>saw maps/NNS/dobj>saw of/IN/prep>maps bays/NNS/pobj>of "
        "near/IN/prep>bays towns/NNS/pobj>near on/IN/prep>towns hills/NNS/pobj>on"
    )
    relations = {relation for _, relation, _ in _pieces(parsed)}
    assert relations == {"saw", "saw maps of", "saw maps of bays near"}


def test_the_urger_is_the_subject_of_the_whole():
    parsed = doc(
        "Lund/NNP/nsubj>urged urged/VBD/ROOT>urged Orlo/NNP/dobj>urged to/TO/aux>buy buy/VB/xcomp>urged "
        "maps/NNS/dobj>buy",
        {"urged": "urge"},
    )
    assert ("Lund", "urged Orlo to buy", "maps") in _pieces(parsed)
