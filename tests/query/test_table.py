"""Tables fit, align, mark what they cut, and let nothing move the cursor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.query.table import columns, fitted, safe, table


def test_columns_are_aligned_and_numbers_stand_right():
    made = table(["name", "n"], [["oats", "7"], ["barley", "12"]], [False, True])
    assert made == "name     n\n------  --\noats     7\nbarley  12\n(2 rows)\n"


def test_long_cells_are_wrapped_and_what_is_cut_is_marked():
    made = table(["a", "b"], [["x", "word " * 60]], width=30)
    assert all(len(line) <= 30 for line in made.splitlines())
    assert "…" in made


def test_nothing_is_said_to_be_nothing():
    assert table(["a"], []) == "Nothing found.\n"


@pytest.mark.parametrize("text", ["\x1b[31mred", "a\r\nb", "a\u202eb", "a\x00b", "a\u2028b"])
def test_no_cell_moves_the_cursor(text):
    assert not set(safe(text)) & set("\x1b\r\n\x00\u202e\u2028")


def test_wide_and_combining_characters_are_counted_as_they_stand():
    assert (columns("漢字"), columns("e\u0301")) == (4, 1)


def test_room_is_taken_from_the_widest():
    assert fitted([5, 50, 60], 74) == [5, 32, 32]


@given(st.lists(st.lists(st.text(max_size=80), min_size=3, max_size=3), min_size=1, max_size=5), st.integers(40, 120))
def test_any_rows_fit_any_width(rows, width):
    for line in table(["a", "b", "c"], rows, width=width).splitlines():
        assert columns(line) <= width + 3


def test_a_very_long_text_is_cut_and_says_how_long_it_is():
    shown = table(["text", "n"], [["x" * 3_000_000, "1"]])
    assert len(shown) < 3 * 2_100
    assert "x … (3,000,000 characters)  1\n" in shown


def test_a_row_without_columns_is_counted():
    assert table([], [[]]).endswith("(1 row)\n")
