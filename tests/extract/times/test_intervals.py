"""The calendar of time expressions: units, moves, thirds, and what recurs."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.times.intervals import (
    UNKNOWN,
    Anchor,
    Interval,
    day_of,
    months,
    nearest,
    position,
    shifted,
    unit_around,
    years,
)

UNITS = ["day", "week", "weekend", "month", "quarter", "year", "decade", "century", "hour", "season"]


@pytest.mark.parametrize(
    "unit, first, last",
    [
        ("day", "2018-06-18", "2018-06-18"),
        ("week", "2018-06-18", "2018-06-24"),
        ("weekend", "2018-06-23", "2018-06-24"),
        ("month", "2018-06-01", "2018-06-30"),
        ("quarter", "2018-04-01", "2018-06-30"),
        ("year", "2018-01-01", "2018-12-31"),
        ("decade", "2010-01-01", "2019-12-31"),
        ("century", "2001-01-01", "2100-12-31"),
    ],
)
def test_a_unit_is_whole_around_a_day(unit, first, last):
    assert unit_around(date(2018, 6, 18), unit) == Interval(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "day, unit, count, expected",
    [
        ("2020-03-31", "month", -1, "2020-02-29"),
        ("2020-02-29", "year", 1, "2021-02-28"),
        ("2020-01-01", "week", -1, "2019-12-25"),
        ("2020-01-01", "hour", 1, None),
        ("9999-12-31", "day", 1, None),
    ],
)
def test_a_day_moves_by_whole_units(day, unit, count, expected):
    moved = shifted(date.fromisoformat(day), unit, count)
    assert (moved.isoformat() if moved else None) == expected


@pytest.mark.parametrize(
    "interval, grain, part, first, last",
    [
        (years(1990, 1999), "decade", "late", "1997-01-01", "1999-12-31"),
        (years(2019, 2019), "year", "early", "2019-01-01", "2019-04-30"),
        (months(2019, 6), "month", "mid", "2019-06-11", "2019-06-20"),
        (years(2019, 2019), "year", "half2", "2019-07-01", "2019-12-31"),
        (day_of(2019, 6, 7), "day", "late", "2019-06-07", "2019-06-07"),
    ],
)
def test_parts_of_a_period(interval, grain, part, first, last):
    assert position(interval, grain, part) == Interval(date.fromisoformat(first), date.fromisoformat(last))


def test_what_recurs_lies_behind_or_ahead_as_the_verb_does():
    aprils = [months(year, 4) for year in (2017, 2018, 2019)]
    day = date(2018, 6, 18)
    assert nearest(aprils, Anchor(day)) == months(2018, 4)
    assert nearest(aprils, Anchor(day, is_future=True)) == months(2019, 4)
    assert nearest(aprils, Anchor(day, within=years(2017, 2017))) == months(2017, 4)
    assert nearest(aprils, Anchor(None)) == UNKNOWN


@given(st.dates(), st.sampled_from(UNITS))
def test_a_unit_holds_its_day(day, unit):
    around = unit_around(day, unit)
    if around.first and around.last and unit != "weekend":
        assert around.first <= day <= around.last


@given(st.dates(), st.sampled_from(UNITS), st.integers(-3000, 3000))
def test_moving_never_leaves_the_calendar(day, unit, count):
    moved = shifted(day, unit, count)
    assert moved is None or date.min <= moved <= date.max


@given(st.integers(1, 9999), st.sampled_from(["early", "mid", "late", "half1", "half2"]), st.sampled_from(["year", ""]))
def test_a_part_lies_within_its_whole(year, part, grain):
    whole = years(year, year)
    some = position(whole, grain, part)
    assert whole.first and whole.last and some.first and some.last
    assert whole.first <= some.first <= some.last <= whole.last
