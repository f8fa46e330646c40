"""Stretches of days by a day, a month or a year."""

from __future__ import annotations

import pytest

from kg.days import first_day, is_within, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-03", "2024-02-03", "2024-02-03"),
    ],
)
def test_a_month_or_year_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    assert (first_day(text).isoformat(), last_day(text).isoformat()) == (first, last)


@pytest.mark.parametrize("text", ["", "soon", "2025-13", "2025-02-30", "0000", "20250311", "2025-3"])
def test_what_no_calendar_has_is_refused(text: str) -> None:
    for day in (first_day, last_day):
        with pytest.raises(ValueError, match=f"{text!r} is no day. Write 2025"):
            day(text)


def test_what_has_no_day_is_within_no_stretch() -> None:
    assert is_within("", "", "") and not is_within("", "2025", "") and is_within("2025-12-31", "", "2025")
