"""Second clauses with a subject of their own, as the model parses the sentence."""

from __future__ import annotations

import pytest

from kg.extract.clauses import clauses

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Trade suffered as the war closed ports in the east and insurance premiums jumped.", "jumped", "premiums"),
        ("Earnings dipped because the flood shut shops in the south and repair bills climbed.", "climbed", "bills"),
        ("Growth slowed when the ban curbed travel from Asia and hotel bookings collapsed.", "collapsed", "bookings"),
        ("It lost money as high interest rates weakened demand at home and energy costs rose.", "rose", "costs"),
        ("Police closed roads around the stadium and city trains were halted.", "halted", "trains"),
        ("The mine poisoned wells in two villages and river fish died.", "died", "fish"),
        ("Reports showed demand at home and energy costs rose.", "rose", "demand"),
    ],
)
def test_what_stands_between_and_and_the_verb_does_it(tree, text, word, doer):
    doc = tree(text)
    clause = next(c for c in clauses(doc) if c.verb.text == word)
    assert clause.subjects[0].text == doer


@pytest.mark.parametrize(
    ("text", "word", "head", "label"),
    [
        (
            "Earnings dipped because the flood shut shops in the south and repair bills climbed.",
            "shops",
            "shut",
            "dobj",
        ),
        ("Rates weakened demand at home and energy costs rose.", "demand", "weakened", "dobj"),
        ("The mayor opened a hall for concerts and school plays.", "plays", "concerts", "conj"),
    ],
)
def test_what_the_first_verb_is_done_to_stays_with_it(token_of, text, word, head, label):
    token = token_of(text, word)
    assert (token.head.text, token.dep_) == (head, label)
