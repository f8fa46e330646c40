"""The word lists of clauses: every line was made for a sentence that holds its words."""

from __future__ import annotations

import pytest

from kg.grammar import wordlists

LISTS = {
    "control_nouns": "lemma",
    "discourse_phrases": "words",
    "impersonal_adjectives": "lemma",
    "long_prepositions": "words",
}


@pytest.mark.parametrize(("name", "column"), LISTS.items())
def test_every_line_stands_in_its_example(name, column):
    for row in wordlists.rows(name):
        assert row[column] in row["example"].lower() or row[column].rstrip("ey") in row["example"].lower(), row


@pytest.mark.parametrize("name", [*LISTS, "control", "intransitive", "naming", "saying"])
def test_no_line_comes_twice_and_each_has_an_example(name):
    keys = [tuple(value for column, value in row.items() if column != "example") for row in wordlists.rows(name)]
    assert len(keys) == len(set(keys))
    assert all(row["example"].endswith(".") for row in wordlists.rows(name))


def test_controllers_are_subject_or_object():
    assert set(wordlists.controllers().values()) == {"subject", "object"}
