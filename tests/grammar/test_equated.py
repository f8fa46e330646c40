"""Who is told to be the one of whom a clause tells."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.grammar.equated import is_equated
from kg.model import Document


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        ("Holm is the man who robbed the bank.", "man", True),
        ("Police said that Holm is the man who robbed the bank.", "man", True),
        ("Holm is a miller who paints boats; he won a cup in May.", "miller", True),
        ("Holm is not the only man who robbed the bank.", "man", True),
        ("Holm is not the man who robbed the bank.", "man", False),
        ("Holm may be the man who robbed the bank.", "man", False),
        ("Police asked whether Holm was the man who robbed the bank.", "man", False),
        ("Holm hopes that he is the man who leads the club.", "man", False),
        ("Is Holm the man who robbed the bank?", "man", False),
        ('"Is Holm the man who robbed the bank?" she asked.', "man", False),
    ],
)
def test_a_subject_is_the_one_only_if_it_is_told_so(nlp, sentence: str, noun: str, expected: bool) -> None:
    ((_, doc),) = annotate([Document(sentence, "t", "t")], nlp)
    assert is_equated(next(token for token in doc if token.text == noun)) is expected
