"""A hyphened word is one word, however flat the parser hangs its parts."""

from __future__ import annotations

import pytest

from kg.grammar.attachment import reattach

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("He was elected vice-president of the union.", "vice", "president"),
        ("The ex-wife of the singer sued him.", "ex", "wife"),
        ("They lost the semi-final to Lyon.", "semi", "final"),
        ("The by-election was held on Thursday.", "by", "election"),
    ],
)
def test_the_last_part_is_the_head(parse, sentence, first, last):
    part = next(token for token in reattach(parse(sentence)) if token.lower_ == first)
    assert (part.dep_, part.head.text) == ("compound", last)
    assert part.nbor().dep_ == "punct"


def test_a_dash_joins_no_word(parse):
    doc = reattach(parse("Lund - a clerk - left."))
    assert all(token.dep_ != "compound" for token in doc)
