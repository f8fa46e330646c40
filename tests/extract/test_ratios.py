"""Ratios stand in the name of what they count, as the model parses the sentence."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document
from kg.ontology import load as load_ontology

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("One in four pupils misses school.", "One in four pupils"),
        ("Three in five homes lack heat.", "Three in five homes"),
        ("Two out of the nine towns have a doctor.", "Two out of the nine towns"),
        ("Only one in 40 patients survived.", "Only one in 40 patients"),
        ("One in Oslo opened in May.", "One"),
        ("Nine in two districts closed.", "Nine"),
        ("Nine in 10² homes lost power.", "Nine"),
    ],
)
def test_a_ratio_tells_which_share(nlp, sentence, subject):
    document = Document(sentence, "t", "t")
    [(_, doc)] = annotate([document], nlp)
    [found] = extract(document, doc, load_ontology()).statements
    assert found.subject.text == subject
