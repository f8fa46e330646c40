"""Sentences as evidence, and the words of an embedded clause."""

from __future__ import annotations

import pytest

from kg.extract.passages import clause_words, sentences

pytestmark = pytest.mark.model


def test_sentences_are_quoted_exactly(parse):
    doc = parse("Lund left. The mill closed.")
    assert [doc.text[s.start : s.end] for s in sentences(doc).values()] == [s.quote for s in sentences(doc).values()]


def test_a_clause_stands_without_its_conjunction(parse):
    doc = parse("Lund said that the mill closed.")
    closed = next(t for t in doc if t.text == "closed")
    assert [t.text for t in clause_words(closed)] == ["the", "mill", "closed"]
