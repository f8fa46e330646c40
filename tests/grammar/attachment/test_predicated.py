"""What a thing is named, called, wished or told as, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("A woman identified by prosecutors as Marta Kovac drove the car.", "as", "identified"),
        ("A man named locally as Joe Ray died in the fire.", "Ray", "as"),
        ("A man named locally as Joe Ray died in the fire.", "man", "died"),
        ("Others catalogued as gifts had been stolen.", "gifts", "as"),
        ("The spokeswoman described that as routine.", "that", "described"),
        ("Two teenagers described by neighbours as quiet were arrested.", "as", "described"),
        ("The mayor wished the team good luck.", "team", "wished"),
        ("The mayor has branded the group a menace.", "group", "branded"),
        ('The union branded that account "nonsense".', "account", "branded"),
        ("The widow had been promised in writing that she could stay.", "stay", "promised"),
        ("Residents were given a warning by the council.", "by", "given"),
        ("The bazaar sells everything from spices to radios.", "from", "everything"),
        ("Wages rose more slowly than prices.", "than", "slowly"),
        ("She wants her money back.", "money", "wants"),
        ("The government promised to put things right.", "right", "put"),
    ],
)
def test_what_a_thing_is_called_or_told_hangs_on_its_verb(token_of, text, word, head):
    assert token_of(text, word).head.text == head


def test_somebody_is_ahead_by_so_much(token_of):
    text = "By noon she was a pawn ahead, her bishop free to move."
    assert (token_of(text, "ahead").dep_, token_of(text, "pawn").head.text) == ("acomp", "ahead")
