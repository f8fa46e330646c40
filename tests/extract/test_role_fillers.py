"""Roles of one statement, each told once."""

from __future__ import annotations

from kg.extract.role_fillers import each_once
from kg.model import Literal


def test_words_within_longer_words_of_the_same_role_are_left_out():
    whole, part, other = (
        Literal("with hope and pride", start=4, end=23),
        Literal("with hope", start=4, end=13),
        Literal("x"),
    )
    assert each_once([("manner", part), ("manner", whole), ("topic", other)]) == (("manner", whole), ("topic", other))


def test_the_same_words_in_another_role_stay():
    whole, part = Literal("with hope and pride", start=4, end=23), Literal("hope", start=9, end=13)
    assert each_once([("topic", part), ("manner", whole)]) == (("manner", whole), ("topic", part))
