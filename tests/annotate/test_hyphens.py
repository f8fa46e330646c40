"""A word that was cut at its hyphen is one word to its sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "last", "before", "arc"),
    [
        ("He is the co-director of a choir.", "director", ["the", "co", "-"], "attr"),
        ("Ann Lund is co-anchor of the show.", "anchor", ["co", "-"], "attr"),
        ("Lund is a director of the firm - and a nurse.", "director", ["a"], "attr"),
    ],
)
def test_the_halves_hang_on_the_last(read, text, last, before, arc):
    word = next(token for token in read(text) if token.text == last)
    assert ([child.text for child in word.lefts], word.dep_) == (before, arc)
