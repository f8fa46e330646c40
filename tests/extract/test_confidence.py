"""Confidence: a probability that falls with what makes a reading doubtful, from weights of known origin."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import ontology, shipped
from kg.annotate.pipeline import annotate
from kg.extract.confidence import probability
from kg.extract.statements import extract
from kg.model import Document, Statement

STORED = json.loads((shipped.folder("ontology") / "confidence.json").read_text(encoding="utf-8"))
FEATURES = st.dictionaries(st.sampled_from(sorted(STORED["weights"])), st.floats(-1e6, 1e6), max_size=12)


@given(FEATURES)
def test_it_is_a_probability_and_the_same_again(features):
    assert 0 <= probability(features) <= 1
    assert probability(features) == probability(dict(reversed(list(features.items()))))


def test_what_the_model_does_not_know_changes_nothing():
    assert probability({"no such feature": 5.0}) == probability({})


def test_the_weights_say_how_when_and_on_what_they_were_fitted():
    assert {"about", "date", "sets", "model", "cross-validation", "intercept", "weights"} <= STORED.keys()
    assert len(STORED["weights"]) > 40


def read(nlp, text: str) -> list[Statement]:
    reading = [
        extract(document, doc, ontology.load()) for document, doc in annotate([Document(text, "t", "t.txt")], nlp)
    ]
    return list(reading[0].statements)


@pytest.mark.model
def test_a_plain_sentence_is_read_with_more_confidence_than_a_tangled_one(nlp):
    plain = read(nlp, "Halvard Mills bought the old tannery.")
    tangled = read(
        nlp,
        "The owner of the mill, once, the court heard, a friend of the mayor's, which few, if any, of those who, "
        "having sold, among other things, boats, knew, said or wrote, bought, leased or, some say, took the tannery.",
    )
    assert max(s.confidence for s in plain) > max(s.confidence for s in tangled)
    assert all(0 < s.confidence < 1 for s in (*plain, *tangled))


@pytest.mark.model
def test_the_same_text_gives_the_same_confidence(nlp):
    text = "Halvard Mills, which makes paper, sold its port to Brenn Shipping, a court was told on Monday."
    assert [s.confidence for s in read(nlp, text)] == [s.confidence for s in read(nlp, text)]
