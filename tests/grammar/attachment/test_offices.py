"""Offices before the name of who holds them, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "arc"),
    [
        ("President of the local council Marta Berg said the road was shut.", "Berg", "nsubj said"),
        ("Deputy Leader of the Opposition Nora Lund called the plan a fraud.", "Lund", "nsubj called"),
        ("Head of the mission Lena Brandt met both sides.", "Head", "nmod Brandt"),
        ("Governor of the central bank Tomas Berg cut the rate.", "Berg", "nsubj cut"),
        ("The president of the council met Marta Berg.", "president", "nsubj met"),
        ("Portraits of the painter Marta Berg were sold.", "Portraits", "nsubjpass sold"),
    ],
)
def test_who_holds_an_office_stands_behind_it(token_of, text, word, arc):
    token = token_of(text, word)
    assert f"{token.dep_} {token.head.text}" == arc
