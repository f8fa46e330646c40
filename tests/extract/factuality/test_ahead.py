"""What the present tense tells of the future has not happened yet."""

from __future__ import annotations

import pytest

from kg.model import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("Voss, which is buying Kestrel, sold the mill.", "buying", "unrealised"),
        ("Voss is taking over Kestrel.", "taking", "unrealised"),
        ("The inquiry begins on Monday.", "begins", "unrealised"),
        ("The museum opens next week.", "opens", "unrealised"),
        ("Tomorrow the museum opens a new hall.", "opens", "unrealised"),
        ("The inquiry began on Monday.", "began", "asserted"),
        ("More investors are buying bonds.", "buying", "asserted"),
        ("Voss plans to visit Oslo tomorrow.", "plans", "asserted"),
        ("The mayor says on Monday nights the square fills.", "says", "asserted"),
        ("Voss buys its fish from Kestrel.", "buys", "asserted"),
    ],
)
def test_what_lies_ahead(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)
