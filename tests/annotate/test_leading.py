"""Adjectives that open a clause, before a comma and another one."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("Drier, hotter summers are killing the oaks.", "Drier", "summers"),
        ("Warmer, wetter winters are lengthening the season.", "Warmer", "winters"),
        ("Longer, heavier trains will use the tunnel.", "Longer", "trains"),
        ("Older, poorer tenants lost their flats.", "Older", "tenants"),
        ("Cheap, imported steel flooded the market.", "Cheap", "steel"),
        ("Young, unmarried men left the valley.", "Young", "men"),
        ("Cold, dry air kills the virus.", "Cold", "air"),
        ("Experts say drier, hotter summers are killing the oaks.", "drier", "summers"),
        ("Officials said that colder, longer nights were hurting the crop.", "colder", "nights"),
    ],
)
def test_the_first_of_two_is_told_of_the_same_noun(read, text, word, noun):
    token = next(token for token in read(text) if token.text == word)
    assert (token.dep_, token.head.text) == ("amod", noun)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Later, stronger winds fanned the fire.", "Later"),
        ("Earlier, heavier rain had been forecast.", "Earlier"),
        ("Angry, he left the room.", "Angry"),
        ("Undeterred, young men marched on.", "Undeterred"),
        ("Alone, old people die.", "Alone"),
        ("Heavy,", "Heavy"),
        ("Barker, younger brother of the mayor, was fined.", "Barker"),
        ("Miller, taller than his brother, ran away.", "Miller"),
        ("Carter, Walker and Miller left the firm.", "Carter"),
    ],
)
def test_what_stands_alone_is_told_of_no_noun_behind(read, text, word):
    assert next(token for token in read(text) if token.text == word).dep_ != "amod"
