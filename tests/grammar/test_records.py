"""What is the best or the first of a time."""

from __future__ import annotations

import pytest

from kg.grammar.records import is_record, record_before
from tests.parses import doc

LOWEST = "fell/VBD/ROOT>fell to/IN/prep>fell the/DT/det>price lowest/JJS/amod>price price/NN/pobj>to"


@pytest.mark.parametrize(
    ("parse", "noun", "expected"),
    [
        (LOWEST, "price", True),
        ("won/VBD/ROOT>won its/PRP$/poss>cup first/JJ/amod>cup cup/NN/dobj>won", "cup", True),
        ("saw/VBD/ROOT>saw the/DT/det>fire most/RBS/advmod>costly costly/JJ/amod>fire fire/NN/dobj>saw", "fire", True),
        ("lost/VBD/ROOT>lost most/JJS/amod>towns towns/NNS/dobj>lost", "towns", False),
        ("sold/VBD/ROOT>sold the/DT/det>old old/JJ/amod>mill mill/NN/dobj>sold", "mill", False),
    ],
)
def test_a_superlative_or_a_first_makes_a_record(parse, noun, expected):
    assert is_record(next(token for token in doc(parse) if token.text == noun)) is expected


def test_the_record_whose_words_end_at_a_word_is_found():
    tokens = doc(f"{LOWEST} of/IN/prep>price rice/NN/pobj>of").tokens
    found = record_before(tokens[-1])
    assert found is not None and found.text == "price"
    assert record_before(tokens[0]) is None
