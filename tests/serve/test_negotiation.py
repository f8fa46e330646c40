"""The best of what is on offer, as HTTP weighs it."""

from __future__ import annotations

import pytest

from kg.serve.negotiation import best

OFFERS = ["application/json", "text/csv", "text/turtle"]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("text/*;q=0.5, text/turtle", "text/turtle"),
        ("text/csv;q=0.2, application/json;q=0.8", "application/json"),
        ("text/csv;q=0, */*;q=0.1", "application/json"),
        ("application/json;q=0, */*;q=0.1", "text/csv"),
        ("image/png", None),
        ("text/csv;q=0", None),
        ("text/csv;q=much", None),
        ("image/png, */*;q=0.01", "application/json"),
        (",,", "application/json"),
    ],
)
def test_the_best_offer_is_taken(accept, expected):
    assert best(accept, OFFERS) == expected
