"""How far a denial, a wish or a would reaches."""

from __future__ import annotations

import pytest

from kg.model import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The bank made no comment beyond saying that it was in touch with police.", "saying", "asserted"),
        ("The firm did nothing other than sending a letter to Kesh.", "sending", "asserted"),
        ("The bank made no comment beyond saying that it was in touch with police.", "made", "denied"),
        (
            "Orr denied that he had passed it on, telling jurors that the books were for a nephew.",
            "telling",
            "asserted",
        ),
        ("Orr denied that he had passed it on, telling jurors that the books were for a nephew.", "were", "claimed"),
        ("Lund said she would believe it, given that Orlo had fought a claim in Kesh.", "fought", "claimed"),
        ("The tide comes whether or not the wind blows.", "blows", "unrealised"),
        ("Workers who moved were paid too little in most cases.", "paid", "asserted"),
        ("They were relegated twice, paid late and, in May, had the lights cut off by the council.", "cut", "asserted"),
        ("The firm lost a client, moved out and had its windows boarded up.", "boarded", "asserted"),
        ("The crew would have lived had the captain seen the rock.", "seen", "unrealised"),
        ("He wanted a team that passed the ball forward.", "passed", "unrealised"),
        ("The union demanded a deal that protected its members.", "protected", "unrealised"),
        ("Orr said the town needed a doctor who spoke Welsh.", "spoke", "unrealised"),
        ("The union wanted the deal that Orlo signed in May.", "signed", "asserted"),
        ("He wanted a car that his father had built.", "built", "asserted"),
        ("Police sought a man who robbed a bank in May.", "robbed", "asserted"),
    ],
)
def test_what_is_denied_wished_or_supposed_ends_where_it_ends(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("In the video a man can be seen running from the bank.", "running", "asserted"),
        ("Officers could be heard shouting in the recording.", "shouting", "asserted"),
        ("The tower can be seen from the sea.", "seen", "unrealised"),
        ("Nobody could be seen leaving the house.", "leaving", "denied"),
        ("The cake was made according to her mother's recipe.", "made", "asserted"),
        ("All went according to plan.", "went", "asserted"),
        ("The mill was closed, according to the schedule.", "closed", "claimed"),
        ("According to the number on the wall, the lift is full.", "is", "claimed"),
        ("Hardly one survived.", "survived", "denied"),
        ("Hardly forty survived.", "survived", "asserted"),
        ("Google can confirm that a phone was stolen.", "confirm", "unrealised"),
        ("The mill was closed, according to the mayor.", "closed", "claimed"),
    ],
)
def test_what_is_seen_or_done_by_a_rule_is_nobodys_word(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)
