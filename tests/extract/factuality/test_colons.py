"""Colons: what is told behind a sentence that only leads to it."""

from __future__ import annotations

import pytest

from kg.model import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "word", "expected", "holders"),
    [
        ("The theory goes like this: Orlo bribed Mbeki.", "bribed", "claimed", []),
        (
            "The theory goes something like this: Renwick hired Strand and Strand robbed the bank.",
            "robbed",
            "claimed",
            [],
        ),
        ("The rumour is simple: Orlo bribed Mbeki.", "bribed", "claimed", []),
        ("The rumour about Orlo goes as follows: it bought Tidewell for $5 million.", "bought", "claimed", []),
        ("The accusation against Sloane is grave: she bribed Mbeki.", "bribed", "claimed", []),
        ("The allegation against the mayor is serious: he sold the port to a cousin.", "sold", "claimed", []),
        ("Pike's suspicion is simple: Sloane stole the letters.", "stole", "claimed", ["Pike"]),
        ("The charge against Renwick is simple: he bribed Strand.", "bribed", "claimed", []),
        ("The lawsuit lists five faults: the brakes locked and the lights failed.", "failed", "claimed", ["lawsuit"]),
        ("The indictment sets out two thefts: Orr took a ring in May.", "took", "claimed", ["indictment"]),
        ("The audit found two failings: the alarm was off in May.", "was", "claimed", ["audit"]),
        ("Police gave a grim account: the driver had slept for two hours.", "slept", "claimed", ["Police"]),
        ("Lund Bank sold its Oslo branch - sources", "sold", "claimed", ["sources"]),
        # not what the writer says about the claim, or tells without one
        ("Police found two bodies: one was that of a nurse.", "was", "asserted", []),
        ("The town has two mills: Orlo closed one in May.", "closed", "asserted", []),
        ("The theory is simple: it rests on two letters.", "rests", "asserted", []),
        ("The rumour was true: Orlo bought Tidewell.", "bought", "asserted", []),
        ("The accusation is false: Renwick never met Strand.", "met", "denied", []),
        ("The claim is weak: Pike was in Leeds that day.", "was", "asserted", []),
        ("The charge is simple: guests paid $5.", "paid", "asserted", []),
        ("The answer is simple: Orlo bought Tidewell.", "bought", "asserted", []),
        ("The plot is simple: Orlo bought the land and Tarn built the mill.", "built", "asserted", []),
        ("The rumour is not simple: Orlo bought Tidewell.", "bought", "asserted", []),
    ],
)
def test_a_claim_is_told_behind_its_colon(state_at, status_at, sentence, word, expected, holders):
    assert status_at(sentence, word) is Status(expected)
    assert [token.text for link in state_at(sentence, word).holders for token in link] == holders
