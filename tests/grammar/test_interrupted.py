"""Clauses that a speaker between two commas is put into."""

from __future__ import annotations

import pytest

from kg.grammar.interrupted import interrupted

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "lower"),
    [
        ("A cheer went up that could be heard, police said, in the hall.", "heard"),
        ("The dam broke, police said, in the rain.", None),
    ],
)
def test_the_lower_clause_that_goes_on(parse, text, lower):
    doc = parse(text)
    commas = [token.i for token in doc if token.text == ","]
    found = interrupted(doc, commas[0], commas[1])
    assert (found.text if found is not None else None) == lower
