"""Given names that share the surname behind them."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peter and Anna Brandt, both 60, died at the scene.", "Peter Brandt"),
        ("The house belongs to Carl and Rose Dunne.", "Carl Dunne"),
        ("Peter left the firm. Peter and Anna Brandt met again.", "Peter"),
        ("King Harald and Anna Brandt met in May.", "Harald"),
        ("Peter and the mayor met in May.", "Peter"),
    ],
)
def test_the_first_of_a_couple_is_called_by_the_surname_of_the_second(text, name, nlp):
    [(_, doc)] = annotate([Document(text, "t", "t.txt")], nlp)
    assert name in doc.user_data["names"].values()
