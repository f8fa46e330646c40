"""What stands beside an order, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head", "label"),
    [
        (
            "She was ordered to pay 40,000 euros in damages and banned from coaching for five years.",
            "banned",
            "ordered",
            "conj",
        ),
        ("The captain was told to leave the ship and replaced by his deputy.", "replaced", "told", "conj"),
        ("Two clerks were asked to return the money and suspended without pay.", "suspended", "asked", "conj"),
        ("He was known to drink and driven home every night.", "driven", "known", "conj"),
        ("The nurse was ordered to be tested and quarantined.", "quarantined", "tested", "conj"),
        ("The land was ordered to be cleared and planted with oaks.", "planted", "cleared", "conj"),
        ("The village was ordered to have its wells closed and sealed.", "sealed", "closed", "conj"),
        ("He was told to put the car up for sale and cut his spending.", "cut", "put", "conj"),
        ("The baker was ordered to clean the ovens and close the shop.", "close", "clean", "conj"),
        ("He was ordered to hand over a house bought with the money and sold last year.", "sold", "bought", "conj"),
        ("Lodge owners were told to clear the path or face prosecution.", "face", "clear", "conj"),
        ("Lodge owners were told to clear the path or face prosecution.", "prosecution", "face", "dobj"),
        ("Farmers were warned to move their herds or risk losing them.", "risk", "move", "conj"),
        ("He was told to sell lamps or face cream.", "face", "cream", "compound"),
    ],
)
def test_what_was_done_too_stands_beside_the_order(token_of, text, word, head, label):
    token = token_of(text, word)
    assert (token.head.text, token.dep_) == (head, label)
