"""Adjectives behind a noun, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("He was sent to a prison due to close in June.", "prison"),
        ("The party wants to stop a law due to take effect in July.", "law"),
        ("The bank sold its stake in a mine due to shut next year.", "mine"),
        ("The court freed two men due to be executed on Monday.", "men"),
        ("She will meet officials due to visit Holm next week.", "officials"),
        # why
        ("He left the party due to open rifts.", "left"),
        ("The match was stopped due to rain.", "stopped"),
        ("The firm is due to report its results on Friday.", "is"),
    ],
)
def test_what_is_due_stands_before_it(token_of, text, head):
    assert token_of(text, "due").head.text == head
