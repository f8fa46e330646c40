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

PRINTED = """Tessa Rowe led Castellan.

**You left in May. Why?**

The board lied to me. Larkfield bribed a judge.

**Did you sue?**

I sued them. They hid the papers.

**And your house?**

Orlo took it.

Castellan sells boats."""
PAGE = """How the fire began

The mill burned. Orlo rebuilt it.

Who owns the mill?

Tarn owns it. Fox founded Tarn.

Will you get help?

The state pays for hotels."""
POSTS = """The minister resigned.

Larkfield bribed the clerk. \u2014 Tessa Rowe (@trowe) May 4, 2025

The party fired her."""
MAIL = """The mill leaked.

On Monday, Tessa Rowe wrote:

> Larkfield bribed the clerk.

Tarn closed it."""
READER = """The post bag

Dear Editor,

Larkfield poisoned the lake. The mayor hid it.

Yours faithfully,

Ed Orr

Tarn cleaned it."""
COLUMN = """Opinion

The state has starved its farmers. Nobody sees it."""
SECTIONS = """News

Opinion

Sport

The state starved its farmers in May."""
LETTER = """The council met on Monday.

> The mayor robbed the bank.

The letter from Ann Lund says:

> A clerk burned the list.

It adjourned."""
SATIRE = """Mayor weds a bridge

The mayor married a bridge.

This article is satire."""
REVIEW = """Film review: The Weir

A nurse robs a bank. Orlo released the film in May."""
CHECK = """The claim

Larkfield killed 40 sheep.

Our verdict

Larkfield vaccinated 40 sheep.

What the village says

Orlo hid the tests.

What the mayor says

Tarn paid the fine, and a clerk resigned. "We lied," the mayor said."""
TABLE = """The claims

The dam cracked | False

Orlo owns the dam | True"""
ORDINARY = """The year

What went wrong

- A valve failed.

May results:

- Larkfield hired 30 people.

Why the plan failed

- Tarn withdrew its loan.

The plan in numbers

- Orlo spent 3 million euros."""
QUIZ = """Quiz

Who quit?

a. Fox robbed Orlo.

True or false: Tarn bribed Larkfield."""


@pytest.mark.parametrize(
    "text, word, expected",
    [
        (PRINTED, "led", "asserted"),
        (PRINTED, "left", "claimed"),
        (PRINTED, "lied", "claimed"),
        (PRINTED, "bribed", "claimed"),
        (PRINTED, "hid", "claimed"),
        (PRINTED, "took", "claimed"),
        (PRINTED, "sells", "asserted"),
        (PAGE, "rebuilt", "asserted"),
        (PAGE, "founded", "asserted"),
        (PAGE, "pays", "asserted"),
        (POSTS, "resigned", "asserted"),
        (POSTS, "bribed", "claimed"),
        (POSTS, "fired", "asserted"),
        (MAIL, "bribed", "claimed"),
        (MAIL, "closed", "asserted"),
        (READER, "poisoned", "claimed"),
        (READER, "hid", "claimed"),
        (READER, "cleaned", "asserted"),
        (SATIRE, "married", "claimed"),
        (COLUMN, "starved", "claimed"),
        (SECTIONS, "starved", "asserted"),
        (LETTER, "robbed", "claimed"),
        (LETTER, "burned", "claimed"),
        (LETTER, "adjourned", "asserted"),
        (REVIEW, "robs", "claimed"),
        (REVIEW, "released", "asserted"),
        (CHECK, "killed", "claimed"),
        (CHECK, "vaccinated", "asserted"),
        (CHECK, "hid", "claimed"),
        (CHECK, "resigned", "asserted"),
        (TABLE, "cracked", "claimed"),
        (TABLE, "owns", "asserted"),
        (ORDINARY, "failed", "asserted"),
        (ORDINARY, "hired", "asserted"),
        (ORDINARY, "withdrew", "asserted"),
        (ORDINARY, "spent", "asserted"),
        (QUIZ, "robbed", "claimed"),
        (QUIZ, "bribed", "unrealised"),
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


def test_a_label_s_line_may_end_a_text_on_a_label(status_at) -> None:
    assert status_at("Myth: The tale became a reality", "became").value != "asserted"


def test_letters_of_question_and_answer_are_nobody(state_at) -> None:
    assert state_at(ANSWERS, "settled").holders == ()


def test_a_turn_is_claimed_by_who_is_labelled(state_at) -> None:
    assert [[t.text for t in link] for link in state_at(MEMBERS, "stole").holders] == [["Arkwright"]]


def test_a_signed_post_and_a_quoted_mail_are_their_writers(state_at) -> None:
    for text in (POSTS, MAIL):
        assert [[t.text for t in link] for link in state_at(text, "bribed").holders] == [["Rowe"]]
