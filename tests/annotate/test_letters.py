"""Letters behind a person's name."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, word, arc, head",
    [
        ("Sentencing him, Judge Lena Farrow KC said he had lied.", "Farrow", "nsubj", "said"),
        ("Lena Farrow KC wept.", "Farrow", "nsubj", "wept"),
        ("Lena Farrow KC wept.", "KC", "dep", "Farrow"),
        ("Sporting KC won.", "KC", "nsubj", "won"),
        ("The MP left.", "MP", "nsubj", "left"),
    ],
)
def test_the_last_word_of_the_name_heads_it(read, text, word, arc, head):
    token = next(token for token in read(text) if token.text == word)
    assert (token.dep_, token.head.text) == (arc, head)
