"""Pairing of quotation marks over plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.grammar.quotation_marks import pairs


@pytest.mark.parametrize(
    "text, expected",
    [
        ('"We won," said Ada.', ["We won,"]),
        ("“We won,” said Ada. “They lost.”", ["We won,", "They lost."]),
        ('The plan is bad."We know," he said.', ["We know,"]),
        ('"We," said Ada, "won."', ["We,", "won."]),
        ('"We won, said Ada.', ["We won, said Ada."]),
        ('It was over," said Ada.', ["It was over,"]),
        ('A 12" pipe broke.', []),
        ("'We won the cup,' said Ada.", ["We won the cup,"]),
        ("‘We won the judges’ cup,’ said Ada.", ["We won the judges’ cup,"]),
        ("The miners' union and the judges' club met.", []),
        ("She won't sell the boys' school.", []),
        ('The film ("One Day") won.', ["One Day"]),
        ("", []),
    ],
)
def test_marks_pair(text, expected):
    assert [text[pair.start : pair.end] for pair in pairs(text)] == expected


def test_a_missing_mark_is_told():
    assert not next(pairs('"We won.')).has_closing
    assert not next(pairs('We won," he said.')).has_opening


@given(st.text(alphabet="ab ,.\"“”'‘’\n", max_size=60))
def test_pairs_lie_in_the_text_in_order(text):
    found = list(pairs(text))
    assert all(0 <= pair.start <= pair.end <= len(text) for pair in found)
    assert [pair.start for pair in found] == sorted(pair.start for pair in found)
