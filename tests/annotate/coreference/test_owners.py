"""Whose something is, and who answers, where the clause or the sentence before leaves no choice."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The fire drove about 60 families from their homes.", [("their", "families")]),
        ("Police escorted Ann Moe to her house.", [("her", "Ann Moe")]),
        ("Bankruptcies among builders are at their highest level since May.", [("their", "Bankruptcies")]),
        ("A boat cut from an oak, and left with pots stacked in its stern, was lifted.", [("its", "boat")]),
        ("The army said those losing their jobs would be paid.", [("their", None)]),
        ("Ida Moe praised the student for her patience.", [("her", "student")]),
        ("Lund blamed injuries for their poor form.", [("their", None)]),
        ("Moody's may strip Halden Ltd of its rating.", [("its", "Halden Ltd")]),
        ("The court set the ruling aside in its entirety.", [("its", None)]),
        ("A teacher raised doubts about him.", [("him", None)]),
        ("Police questioned the guide. The men, both in their 40s, were from Leeds.", [("their", "men")]),
        ("Police found a body. Two women in their thirties were held.", [("their", "women")]),
        ("Police arrested three men in their 30s.", [("their", "men")]),
        ("Police shot at the car. A man and a woman, both in their 50s, were hurt.", [("their", None)]),
        ("Guards sold shirts in their hundreds.", [("their", "Guards")]),
    ],
)
def test_whose_it_is(taken_up, text, expected):
    assert taken_up(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Roger Haines asked Paul Demir to stop, but he would not.", [("he", "Paul Demir")]),
        ("The court told Halden Ltd to pay. It refused.", [("It", "Halden Ltd")]),
        ("The union asked the owners to talk. They declined.", [("They", "owners")]),
        ("Halden Ltd said it was sorry and that it would pay.", [("it", "Halden Ltd"), ("it", "Halden Ltd")]),
        ("Halden Ltd shut the mill after a review found it unsafe.", [("it", None)]),
        ("The mayor met three owners. Analysts say neither of them will pay.", [("them", None)]),
        ("Guards saw a fire but could do little about it.", [("it", None)]),
        ("Orlo Ltd urged Halden Ltd to pay. A spokesman said it would.", [("it", None)]),
        ("Recorder Simon Lund said he had read it.", [("he", "Recorder Simon Lund"), ("it", None)]),
    ],
)
def test_who_answers(taken_up, text, expected):
    assert taken_up(text) == expected


def test_each_one_is_another(read):
    from kg.extract.mentions import Mentions

    doc = read("No one was hurt. Two mills were built. One failed in 2021.")
    ones = [token for token in doc if token.lower_ == "one"]
    found = [Mentions(doc).of(token).cluster for token in ones]
    assert len(set(found)) == len(ones) > 1
