"""Days as a reader would say them, no more precise than the text was."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def spoken(first: str, last: str) -> str:
    """A stretch of days in words; either end may be open.

    >>> spoken("2025-04-01", "2025-04-30"), spoken("2025-04-07", "2025-04-13"), spoken("2024-12-12", "2024-12-12")
    ('in April 2025', '7 to 13 April 2025', '12 December 2024')
    """
    if not (first and last):
        return _open(first, last)
    one, other = _date(first), _date(last)
    if one == other:
        return _day(one)
    if one.day == 1 and other.day == monthrange(other.year, other.month)[1]:
        return _months(one, other)
    return f"{_short(one, other)} to {_day(other)}"


def _open(first: str, last: str) -> str:
    """A stretch with one end; the first day of a year may stand for the year, and the last one too."""
    if not (first or last):
        return ""
    day = _date(first or last)
    is_month = day.day == (1 if first else monthrange(day.year, day.month)[1])
    is_year = is_month and day.month == (1 if first else 12)
    words = f"{day.year}" if is_year else f"{_MONTHS[day.month - 1]} {day.year}" if is_month else _day(day)
    return f"{'since' if first else 'until'} {words}"


def _months(one: date, other: date) -> str:
    """A stretch of whole months or years."""
    if (one.month, other.month) == (1, 12):
        return f"in {one.year}" if one.year == other.year else f"from {one.year} to {other.year}"
    if (one.year, one.month) == (other.year, other.month):
        return f"in {_MONTHS[one.month - 1]} {one.year}"
    year = "" if one.year == other.year else f" {one.year}"
    return f"from {_MONTHS[one.month - 1]}{year} to {_MONTHS[other.month - 1]} {other.year}"


def _short(one: date, other: date) -> str:
    """The first day of a stretch, without what it shares with the last."""
    if one.year != other.year:
        return _day(one)
    return f"{one.day}" if one.month == other.month else f"{one.day} {_MONTHS[one.month - 1]}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _date(text: str) -> date:
    return date.fromisoformat(text)
