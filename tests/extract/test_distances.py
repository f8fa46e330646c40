"""How far from a place, as the model parses the sentence."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.clauses import clauses
from kg.extract.distances import measure_of
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "marker", "measure"),
    [
        ("The boat sank about 40 km from Oslo.", "from", "about 40 km"),
        ("Two months into the truce, shops are opening in Oslo.", "into", "Two months"),
        ("The crew sailed from Oslo.", "from", ""),
        ("The crew left two days after the vote.", "after", "two days"),
        ("The crew was away two days during the vote.", "during", ""),
    ],
)
def test_a_measure_stands_right_before_its_preposition(nlp, sentence, marker, measure):
    [(_, doc)] = annotate([Document(sentence, "t", "t.txt")], nlp)
    found = [measure_of(o) for c in clauses(doc) for o in c.obliques if o.words == marker]
    assert measure in {" ".join(t.text for t in tokens) for tokens in found}
