"""How something was meanwhile, as the model parses the sentence."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.clauses import clauses
from kg.extract.meanwhile import tells_state
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "is_state"),
    [
        ("The ferry left with its bow doors open.", True),
        ("The minister answered questions with his lawyer beside him.", True),
        ("Residents fled with their belongings on carts.", True),
        ("He drove for two hours with the warning light on.", True),
        ("He threatened the clerk with a knife.", False),
        ("The mayor opened the hall with a speech in Welsh.", False),
        ("He travelled with his wife and two sons.", False),
    ],
)
def test_a_state_stands_behind_what_is_so(nlp, sentence, is_state):
    [(_, doc)] = annotate([Document(sentence, "t", "t.txt")], nlp)
    assert any(tells_state(o) for c in clauses(doc) for o in c.obliques if o.words == "with") == is_state
