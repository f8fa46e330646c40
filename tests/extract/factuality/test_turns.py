"""Turns of a transcript, and lists below a heading: nothing of them is a fact unless the writer says so."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model

HEARING = """The inquiry heard Helen Marsh.

**ORME:** Why did you leave?

**MARSH:** I wept. Thomas Arkwright fired me. He bribed the clerk.

The inquiry resumed on Monday."""
ANSWERS = """Elaine Prosser ran Tolland Bank.

Q: Who paid?

A: No. Larkfield sent a bill. Castellan settled it.

The bank closed in 2019."""
MEMBERS = """Members questioned Thomas Arkwright.

Q71 Priya Raman: You bought the port. Your firm sacked 300 dockers.

Mr Arkwright: I paid. Larkfield stole the cranes."""
FIRE = """The mill burned.

What we know:

- Orlo sold the land.

What we don't know:

- Fox started the fire.

What could happen next:

1. Orlo sues Larkfield.

Claims we checked (all false):

* The mayor bribed Castellan.

Orlo employs 400 people."""
LABELS = """The race ended.

Result: Tarn beat Orlo. Fox scored a goal.

Myth: The mill poisoned the lake. Orlo hid the tests. Fact: Tarn cleaned it.

Update: Larkfield fell. Castellan rose.

May 2019: Larkfield bought Orlo."""


@pytest.mark.parametrize(
    "text, word, expected",
    [
        (HEARING, "heard", "asserted"),
        (HEARING, "fired", "claimed"),
        (HEARING, "bribed", "claimed"),
        (HEARING, "resumed", "asserted"),
        (ANSWERS, "sent", "claimed"),
        (ANSWERS, "settled", "claimed"),
        (ANSWERS, "closed", "asserted"),
        (MEMBERS, "sacked", "claimed"),
        (MEMBERS, "stole", "claimed"),
        (FIRE, "sold", "asserted"),
        (FIRE, "started", "unrealised"),
        (FIRE, "sues", "unrealised"),
        (FIRE, "bribed", "claimed"),
        (FIRE, "employs", "asserted"),
        (LABELS, "beat", "asserted"),
        (LABELS, "scored", "asserted"),
        (LABELS, "hid", "claimed"),
        (LABELS, "cleaned", "asserted"),
        (LABELS, "rose", "asserted"),
        (LABELS, "bought", "asserted"),
    ],
)
def test_labels_and_headings_tell_whose_words_and_how(status_at, text, word, expected) -> None:
    assert status_at(text, word).value == expected


def test_letters_of_question_and_answer_are_nobody(state_at) -> None:
    assert state_at(ANSWERS, "settled").holders == ()


def test_a_turn_is_claimed_by_who_is_labelled(state_at) -> None:
    assert [[t.text for t in link] for link in state_at(MEMBERS, "stole").holders] == [["Arkwright"]]
