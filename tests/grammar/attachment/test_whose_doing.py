"""Who does what a preposition brings in, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head", "label"),
    [
        ("Fans are dreaming of Lund winning the cup in May.", "winning", "Lund", "acl"),
        ("Activists campaigned against Orlo Holdings buying Tarn.", "buying", "against", "pcomp"),
        ("Activists campaigned against Orlo Holdings buying Tarn.", "Holdings", "buying", "nsubj"),
        ("Residents protested against the council closing the school.", "council", "closing", "nsubj"),
        ("Farmers objected to Vale Water draining the lake.", "Water", "draining", "nsubj"),
        ("The clerk told the court of Orr taking bribes.", "taking", "of", "pcomp"),
        ("The mayor insisted on Orlo selling the mill.", "Orlo", "selling", "nsubj"),
        # others do it
        ("The union protested against cuts, blocking a road.", "blocking", "protested", "advcl"),
        ("The firm won against Orlo using a new lamp.", "Orlo", "against", "pobj"),
    ],
)
def test_who_is_told_of_does_it(token_of, text, word, head, label):
    token = token_of(text, word)
    assert (token.head.text, token.dep_) == (head, label)
