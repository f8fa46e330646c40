"""What is told of several together, and of none alone."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document, Literal
from kg.ontology import load as load_ontology

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def told(nlp):
    def found(text):
        document = Document(text, "t", "t")
        [(_, doc)] = annotate([document], nlp)
        return extract(document, doc, load_ontology()).statements

    return found


def _words(thing):
    return thing.value if isinstance(thing, Literal) else thing.name


@pytest.mark.parametrize(
    ("sentence", "described"),
    [
        ("The winners were a farmer from Kent and a baker from York.", ["a farmer from Kent and a baker from York"]),
        ("The dead were a nurse, a driver and two children.", ["a nurse, a driver and two children"]),
        ("The three are a lawyer, a clerk and a cook.", ["a lawyer, a clerk and a cook"]),
        ("The couple are a doctor and a teacher.", ["a doctor and a teacher"]),
        ("The main causes were a faulty valve and a lack of care.", ["a faulty valve and a lack of care"]),
        ("The tower is a ruin and a shelter for bats.", ["a ruin", "a shelter for bats"]),
        ("The brothers are doctors and farmers.", []),
    ],
)
def test_many_are_told_by_one_list(told, sentence, described):
    found = told(sentence)
    assert [_words(s.object) for s in found if s.predicate.name == "kg:describedAs"] == described
    assert not described or not any(s.predicate.name == "kg:holdsPosition" for s in found)


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("Rent and heating together cost about 900 euros a month.", [("Rent", ["heating"])]),
        ("Seeds and diesel alone cost 40,000 pesos a season.", [("Seeds", ["diesel"])]),
        ("Food and fuel alone make up half of the budget.", [("Food", ["fuel"])]),
        ("Bread and milk each cost two dollars.", [("Bread", []), ("milk", [])]),
        ("A map and a lamp cost 3 euros here.", [("map", []), ("lamp", [])]),
        ("Storms and mudslides killed at least 19 people.", [("Storms", ["mudslides"])]),
        ("The council and the port lost 4 million euros.", [("council", ["port"])]),
        ("Rebels and bandits killed two guards each.", [("Rebels", []), ("bandits", [])]),
        ("Storms and mudslides killed people.", [("Storms", []), ("mudslides", [])]),
        ("The storm or the flood destroyed 40 homes.", [("storm", []), ("flood", [])]),
        ("Neither the storm nor the flood killed nine people.", [("storm", []), ("flood", [])]),
        ("Lund and Orr won nine medals.", [("Lund", []), ("Orr", [])]),
    ],
)
def test_a_sum_of_all_is_that_of_none(told, sentence, pairs):
    found = told(sentence)
    assert [
        (s.subject.name, [_words(filler) for role, filler in s.roles if role == "companion"]) for s in found
    ] == pairs
