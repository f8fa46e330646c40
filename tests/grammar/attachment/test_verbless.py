"""Sentences whose verb was taken for a noun, as the model parses them."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("The clerk whose house was searched works for the bank.", "works"),
        ("The town whose bridge was destroyed needs help.", "needs"),
        ("The girl whose brother was killed attends a school in Elmar.", "attends"),
        ("The firm whose plans were stolen sued.", "sued"),
    ],
)
def test_a_sentence_has_a_verb(tree, text, main):
    assert [token.text for token in tree(text) if token.dep_ == "ROOT"] == [main]
