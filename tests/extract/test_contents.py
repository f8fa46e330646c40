"""What the object of a statement says or is for stands beside it."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document
from kg.ontology import load


def _roles(sentence, nlp):
    [(document, doc)] = annotate([Document(sentence, "t", "t.txt")], nlp)
    reading = extract(document, doc, load())
    return {(s.predicate.name, s.object.text, role, f.label) for s in reading.statements for role, f in s.roles}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Tolbert denied rumors that schools would close.",
            ("kg:denies", "rumors", "topic", "schools would close"),
        ),
        ("The firm had no plans to cut jobs.", ("kgo:have", "plans", "topic", "to cut jobs")),
        ("Many firms have trouble finding staff.", ("kgo:have", "trouble", "topic", "finding staff")),
        ("Orr may keep a goat as long as she has a barn.", ("kgo:keep", "a goat", "condition", "she has a barn")),
        ("The mayor sought permission to sell the mill.", ("kg:asksFor", "permission", "topic", "to sell the mill")),
        ("The heirs have reason to doubt the will.", ("kgo:have", "reason", "topic", "to doubt the will")),
        ("The squad has a lot to prove.", ("kgo:have", "a lot", "topic", "to prove")),
        ("The club bought enough paint to cover a stand.", ("kg:buys", "enough paint", "topic", "to cover a stand")),
        ("Farms have too little water to fill a pond.", ("kgo:have", "too little water", "topic", "to fill a pond")),
    ],
)
def test_what_a_noun_says_or_is_for_is_told(sentence, expected, nlp):
    assert expected in _roles(sentence, nlp)


@pytest.mark.parametrize(
    "sentence",
    [
        "Many firms have a problem affecting hundreds of guests.",
        "She kept a goat as long as she had a barn.",
        "The region has two hospitals to serve 90,000 people.",
        "The farm has little water.",
    ],
)
def test_what_a_thing_does_and_how_long_is_no_content(sentence, nlp):
    assert not {role for _, _, role, _ in _roles(sentence, nlp)} & {"topic", "condition"}
