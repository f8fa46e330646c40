"""Verbs have the lemmas that their letters tell, where the model's are none."""

from __future__ import annotations

import pytest

from kg.annotate.second_readings.verb_index import known_verbs, mend_verb_lemmas

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Fire gutted it in 1914.", "gutted", "gut"),
        ("Police called on Monday.", "called", "call"),
        ("He went home.", "went", "go"),
    ],
)
def test_the_lemma_of_a_verb_is_a_verb(nlp, text, word, lemma):
    doc = mend_verb_lemmas(nlp(text), nlp)
    assert next(token for token in doc if token.text == word).lemma_ == lemma


def test_the_model_knows_verbs_and_irregular_forms(nlp):
    verbs, irregular = known_verbs(nlp)
    assert "gut" in verbs
    assert "gutte" not in verbs
    assert "went" in irregular
