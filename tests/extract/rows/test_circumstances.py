"""Measures without a preposition, on parses written by hand."""

from __future__ import annotations

import pytest
from parses import doc

from kg.extract.rows.circumstances import is_measure


@pytest.mark.parametrize(
    ("parse", "expected"),
    [
        ("rose/VBD/ROOT>rose 3/CD/nummod>points points/NNS/npadvmod>rose", True),
        ("rose/VBD/ROOT>rose many/JJ/amod>points points/NNS/npadvmod>rose", False),
        ("3/CD/nummod>points points/NNS/npadvmod>rose rose/VBD/ROOT>rose", False),
        ("rose/VBD/ROOT>rose 3/CD/nummod>points points/NNS/dobj>rose", False),
    ],
)
def test_a_measure_is_a_counted_noun_behind_its_verb(parse, expected):
    parsed = doc(parse)
    assert any(is_measure(token) for token in parsed) is expected
