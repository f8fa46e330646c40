"""What fills a slot: the words of a description, without clauses that are set off."""

from __future__ import annotations

import pytest

from kg.extract.fillers import Words, filler_of, words_under

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "head", "expected"),
    [
        ("Lund is the first clerk to run the bank.", "clerk", "the first clerk to run the bank"),
        ("Lund is a clerk who runs the bank.", "clerk", "a clerk"),
        ("Lund is head of Orlo Works, which makes lamps.", "head", "head of Orlo Works"),
    ],
)
def test_a_description_leaves_out_what_is_told_apart(parse, sentence, head, expected):
    token = next(t for t in parse(sentence) if t.text == head)
    assert " ".join(t.text for t in words_under(token)) == expected


@pytest.mark.parametrize(
    ("sentence", "head", "expected"),
    [
        ("The dam cost 9 million euros, of which the state paid half.", "half", "half of 9 million euros"),
        ("The dam cost 9 million euros, and the state paid half.", "half", ""),
    ],
)
def test_a_share_of_which_tells_what_it_is_of(parse, sentence, head, expected):
    filler = filler_of(next(t for t in parse(sentence) if t.text == head))
    assert isinstance(filler, Words)
    assert filler.value == expected
