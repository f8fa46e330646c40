"""Main verbs behind relative clauses, and verbs of such a clause that seem to be main ones."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head", "arc"),
    [
        ("The fire at the depot that destroyed 14 buses was set on purpose.", "buses", "destroyed", "dobj"),
        ("The fire at the depot that destroyed 14 buses was set on purpose.", "fire", "set", "nsubjpass"),
        ("The yard near Kesh that was built to make tractors has been sold.", "tractors", "make", "dobj"),
        ("A side that fails to appear forfeits the match.", "side", "forfeits", "nsubj"),
        ("A man who refuses to pay faces jail.", "jail", "faces", "dobj"),
        ("Two of the three founders left in 2020 and started a rival.", "started", "left", "conj"),
        ("He was struck by a driver who stopped, looked at him and drove away.", "looked", "stopped", "conj"),
        ("Fans have been angry since May, when the owner sold two men, shut a stand and left.", "shut", "sold", "conj"),
        ("The club has shrunk since May, when its chief sold a pitch, fired a coach and left.", "May", "since", "pobj"),
        (
            "The cup, won by pupils who built a boat, wrote songs and ran a race, was shown.",
            "cup",
            "shown",
            "nsubjpass",
        ),
        ("The cup, won by pupils who built a boat, wrote songs and ran a race, was shown.", "wrote", "built", "conj"),
        ("Ann Moe had gone home when a guard stopped her and told her to wait.", "told", "stopped", "conj"),
        # what is its own
        ("The driver who stopped to help was thanked by the mayor.", "driver", "thanked", "nsubjpass"),
        ("The man who said the mill had closed was wrong.", "closed", "said", "ccomp"),
    ],
)
def test_the_main_verb_is_told_from_those_of_a_relative_clause(token_of, text, word, head, arc):
    token = token_of(text, word)
    assert (token.head.text, token.dep_) == (head, arc)
