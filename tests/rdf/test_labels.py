"""Relations that the texts name are worded as the ontology words its own."""

from __future__ import annotations

import pytest

from kg.rdf import relation_label, third_person


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
