"""Relations that the texts name are worded as the ontology words its own."""

from __future__ import annotations

import pytest

from kg.rdf import is_several, of_several, relation_label, third_person


@pytest.mark.parametrize(
    "name, words",
    [("kg:sellsTo", "sells to"), ("kgo:keepUpWith", "keep up with"), ("kgo:be", "be"), ("kgo:give_back", "give back")],
)
def test_a_name_is_read_as_words(name, words):
    assert relation_label(name) == words


@pytest.mark.parametrize(
    "words, third",
    [
        ("sell", "sells"),
        ("keep up with", "keeps up with"),
        ("be sold", "is sold"),
        ("have", "has"),
        ("carry", "carries"),
        ("buy", "buys"),
        ("pass", "passes"),
        ("watch", "watches"),
        ("do", "does"),
        ("fix", "fixes"),
        ("was derived from", "was derived from"),
    ],
)
def test_a_verb_takes_its_ending(words, third):
    assert third_person(words) == third


@pytest.mark.parametrize(
    "words, several",
    [
        ("investigates", "investigate"),
        ("denies", "deny"),
        ("buys", "buy"),
        ("publishes", "publish"),
        ("dismisses", "dismiss"),
        ("uses", "use"),
        ("has agreement with", "have agreement with"),
        ("was fined", "were fined"),
        ("be", "are"),
        ("focus on", "focus on"),
        ("said", "said"),
        ("head of", "head of"),
    ],
)
def test_a_verb_of_several_has_no_ending(words, several):
    assert of_several(words) == several


@pytest.mark.parametrize("words, several", [("canvas for", "canvas for"), ("be sold", "are sold"), ("pass", "pass")])
def test_an_open_relation_begins_with_the_base_of_its_verb(words, several):
    assert of_several(words, is_base=True) == several


@pytest.mark.parametrize(
    "description, answer",
    [
        ("police", True),
        ("They", True),
        ("two men", True),
        ("all four", True),
        ("Two of the nine counties", True),
        ("1986", False),
        ("41 police departments", True),
        ("supporters of a ban in Dunmore", True),
        ("people who built it", True),
        ("Deputies", True),
        ("Norrland Foods and Tide Energy", True),
        ("the town council and the union", True),
        ("head of the army and the navy", False),
        ("former Trade and Industry chief", False),
        ("boss of the miners", False),
        ("news", False),
        ("1 man", False),
        ("it", False),
        ("Leonard Pike's", False),
        ("woman from the islands", False),
        ("", False),
    ],
)
def test_a_description_tells_whether_it_is_several(description, answer):
    assert is_several(description) is answer
