"""Verbs that a time parts from their helper, and words that only look like verbs, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head", "label"),
    [
        ("The troops were at that time crossing the river.", "troops", "crossing", "nsubj"),
        ("She was by now running two shops.", "She", "running", "nsubj"),
        ("The house was at the time being rented to a dentist.", "house", "rented", "nsubjpass"),
        ("The firms were in March still hiding the losses.", "firms", "hiding", "nsubj"),
        ("Studies linking the drug to raised blood pressure were withdrawn.", "raised", "pressure", "amod"),
        ("For six years running the club has lost money.", "club", "lost", "nsubj"),
        ("He won the prize two years running.", "years", "won", "npadvmod"),
        ("The storm led to flights being cancelled.", "flights", "cancelled", "nsubjpass"),
        # what is told by "was", and other verbs
        ("The hearing was on Friday following a long delay.", "hearing", "was", "nsubj"),
        ("The tanker was in the harbour loading grain.", "tanker", "was", "nsubj"),
        ("The mine is in Peru, producing copper.", "mine", "is", "nsubj"),
        ("He decided to shed staff.", "staff", "shed", "dobj"),
        ("The man has been running the club for six years.", "club", "running", "dobj"),
    ],
)
def test_only_what_stands_so_is_a_verb(token_of, text, word, head, label):
    token = token_of(text, word)
    assert (token.head.text, token.dep_) == (head, label)
