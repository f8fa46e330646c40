"""The pieces of short rows: the same whichever way a phrase was attached."""

from __future__ import annotations

import pytest
from parses import doc

from kg.extract.clauses import clauses
from kg.extract.rows.pieces import readings
from kg.extract.rows.wording import text


def _pieces(parsed):
    by_verb = {clause.verb.i: clause for clause in clauses(parsed)}
    return {
        (text(subject), text(relation), text(argument))
        for clause in by_verb.values()
        for subject, (relation, argument, _) in readings(clause, by_verb)
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


def test_each_of_several_modifiers_gives_a_phrase():
    parsed = doc(
        "Lund/NNP/nsubj>builds builds/VBZ/ROOT>builds social/JJ/amod>homes and/CC/cc>social private/JJ/conj>social "
        "homes/NNS/dobj>builds"
    )
    assert _pieces(parsed) == {("Lund", "builds", "social homes"), ("Lund", "builds", "private homes")}


def test_a_time_stands_behind_where_one_goes_but_not_behind_where_one_is():
    went = "Lund/NNP/nsubj>went went/VBD/ROOT>went {0}/IN/prep>went Oslo/NNP/pobj>{0} in/IN/prep>went 1980/CD/pobj>in"
    for preposition, relation in (("to", "went to Oslo in"), ("from", "went in")):
        parsed = doc(went.format(preposition))
        parsed[5].ent_type_ = "DATE"
        assert ("Lund", relation, "1980") in _pieces(parsed)


def test_an_object_behind_its_preposition_still_belongs_to_the_relation():
    parsed = doc(
        "Lund/NNP/nsubj>lent lent/VBD/ROOT>lent to/IN/prep>lent Orlo/NNP/pobj>to maps/NNS/dobj>lent",
        {"lent": "lend"},
    )
    assert _pieces(parsed) == {("Lund", "lent", "maps"), ("Lund", "lent maps to", "Orlo")}


def test_a_clause_of_time_is_an_argument():
    parsed = doc(
        "Lund/NNP/nsubj>left left/VBD/ROOT>left Orlo/NNP/dobj>left after/IN/mark>fell it/PRP/nsubj>fell "
        "fell/VBD/advcl>left"
    )
    assert ("Lund", "left Orlo after", "it fell") in _pieces(parsed)


def test_the_rest_of_what_is_said_has_its_subject():
    parsed = doc(
        "Lund/NNP/nsubj>said said/VBD/ROOT>said Orlo/NNP/nsubj>fell fell/VBD/ccomp>said and/CC/cc>fell "
        "broke/VBD/conj>fell",
        {"said": "say"},
    )
    assert {("Lund", "said", "Orlo fell"), ("Lund", "said", "Orlo broke")} <= _pieces(parsed)


def test_half_of_a_comparison_is_left_out_but_not_too():
    for adverb, found in (("as", "old"), ("too", "too old")):
        parsed = doc(f"Lund/NNP/nsubj>is is/VBZ/ROOT>is {adverb}/RB/advmod>old old/JJ/acomp>is", {"is": "be"})
        assert ("Lund", "is", found) in _pieces(parsed)
