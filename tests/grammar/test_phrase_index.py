"""Phrases found around any of their words."""

from __future__ import annotations

import pytest

from kg.grammar.phrase_index import PhraseIndex

pytestmark = pytest.mark.model
INDEX = PhraseIndex(["as long as", "long", "no longer", "if", "even if"])


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("It pays as long as it rains.", "long", ["as long as", "long"]),
        ("As long as it rains it pays.", "As", ["as long as"]),
        ("It is as long as a boat.", "boat", []),
        ("It pays even if it rains.", "if", ["even if", "if"]),
        ("If it rains it pays.", "If", ["if"]),
        ("It no longer rains.", "longer", ["no longer"]),
        ("It rains longer.", "longer", []),
    ],
)
def test_the_longest_phrase_with_a_word_in_it_comes_first(parse, text, word, found):
    token = next(t for t in parse(text) if t.text == word)
    assert list(INDEX.around(token)) == found


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("It pays as long as it rains.", "as", ["as long as"]),
        ("It pays as long as it rains.", "long", ["long"]),
        ("It pays even if it rains.", "even", ["even if"]),
        ("It pays even now.", "even", []),
        ("It rains as", "as", []),
    ],
)
def test_phrases_from_a_word_on(parse, text, word, found):
    token = next(t for t in parse(text) if t.text == word)
    assert list(INDEX.begin_at(token)) == found
