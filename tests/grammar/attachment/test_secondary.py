"""What is told of an object or subject beside its verb, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("It left a group of clerks wondering whom to ask.", "wondering", "group"),
        ("The storm left the town without light, killing two people.", "killing", "left"),
        ("The champion is out of the cup.", "of", "out"),
        ("Sales are down by a fifth.", "down", "are"),
        ("A farmer shot dead two wolves.", "dead", "shot"),
        ("A farmer found two dead wolves.", "dead", "wolves"),
        ("The ruling makes release after ten years all but impossible.", "impossible", "makes"),
        ("Residents called for the road to be closed.", "closed", "called"),
        ("Residents called for a plan to close the road.", "plan", "for"),
        ("The deal made Norvik the largest bank in Oslo.", "bank", "made"),
        ("The clerk sold Norvik the largest mill in Oslo.", "mill", "sold"),
        ("It was a prize that fans called their proudest moment.", "moment", "called"),
    ],
)
def test_what_is_predicated_hangs_on_its_verb(token_of, text, word, head):
    assert token_of(text, word).head.text == head
