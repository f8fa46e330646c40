"""Alleged: what is told of a thing that is only alleged."""

from __future__ import annotations

import pytest

from kg.model import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The alleged bribe, which Orr paid to a clerk, was found in a drawer.", "paid", "claimed"),
        ("The court saw alleged payments that Orr made to a judge.", "made", "claimed"),
        ("The alleged assault happened in 2019 at a hotel in Tarn.", "happened", "claimed"),
        ("The alleged attack took place in a park in Bonn.", "took", "claimed"),
        ("The alleged thefts were committed over two years.", "committed", "claimed"),
        ("The alleged fraud, which began in 2014, cost the city $9 million.", "began", "claimed"),
        ("Lund, the alleged leader of a gang that stole cars, was freed.", "stole", "claimed"),
        ("Orr, an alleged member of a group that hacked two banks, was flown to Oslo.", "hacked", "claimed"),
        # not what is done about it, nor what people do of whom something is alleged
        ("The alleged bribe, which Orr paid to a clerk, was found in a drawer.", "found", "asserted"),
        ("The alleged bribe, which Orr denies, was $400.", "denies", "asserted"),
        ("The alleged theft, which shocked the village, is under review.", "shocked", "asserted"),
        ("The alleged plot that prosecutors described in court never existed.", "described", "asserted"),
        ("The alleged victim, who came to court on Monday, wept.", "came", "asserted"),
        ("His alleged accomplice, who fled to Tarn, was caught on Friday.", "fled", "asserted"),
        ("The theft took place in a park in Bonn.", "took", "asserted"),
        ("The alleged attack did not take place in Bonn.", "take", "denied"),
        ("The alleged leader of the gang, which stole cars, was freed.", "stole", "asserted"),
    ],
)
def test_what_is_told_of_an_alleged_thing_is_claimed(status_at, sentence, word, expected):
    assert status_at(sentence, word) is Status(expected)
