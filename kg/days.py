"""Days as people name a stretch of them: by a day, a month or a year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_FORM = re.compile(r"\d{4}(-\d\d){0,2}")


def first_day(text: str) -> date:
    """The day, or the first one of the month or year. Raises ValueError for what is none of the calendar.

    >>> first_day("2025").isoformat(), first_day("2025-03").isoformat()
    ('2025-01-01', '2025-03-01')
    """
    try:
        return date.fromisoformat(text + "-01-01"[len(text) - 4 :] if _FORM.fullmatch(text) else "")
    except ValueError:
        raise ValueError(f"{text!r} is no day. Write 2025, 2025-03 or 2025-03-11.") from None


def last_day(text: str) -> date:
    """The day, or the last one of the month or year. Raises ValueError for what is none of the calendar.

    >>> last_day("2025").isoformat(), last_day("2024-02").isoformat()
    ('2025-12-31', '2024-02-29')
    """
    day = first_day(text)
    if len(text) > len("2025-03"):
        return day
    month = day.month if len(text) > len("2025") else 12
    return date(day.year, month, monthrange(day.year, month)[1])


def is_within(day: str, since: str, until: str) -> bool:
    """Whether a day is not before one and not after another, either of which may be a month, a year or nothing.

    >>> is_within("2025-03-11", "2025", "2025-03"), is_within("", "2025", ""), is_within("", "", "")
    (True, False, True)
    """
    if not (since or until):
        return True
    return bool(day) and day >= since and (not until or day[: len(until)] <= until)
