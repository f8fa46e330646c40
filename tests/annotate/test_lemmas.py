"""Lemmas of verb forms that the model cuts short."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("The city fined the owner.", "fined", "fine"),
        ("The army staged a coup.", "staged", "stage"),
        ("The bank barred the clerk.", "barred", "bar"),
        ("The firm hopped on the train.", "hopped", "hop"),
        ("She hopes that it will end.", "hopes", "hope"),
        ("The firm stages plays.", "stages", "stage"),
    ],
)
def test_a_lemma_that_is_cut_short_is_mended(read, sentence, word, lemma):
    doc = read(sentence)
    assert next(t for t in doc if t.text == word).lemma_ == lemma
