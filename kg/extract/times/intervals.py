"""Days and the intervals they make: the calendar that time expressions are resolved in. Pure arithmetic, no text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

_SPAN_IN_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_SPAN_IN_DAYS = {"day": 1, "week": 7, "weekend": 7}
_FAR = 320  # days since a day or month without year, when the next one is as near
RANK = {"day": 0, "weekend": 1, "week": 1, "month": 2, "quarter": 3, "season": 3, "half": 4, "year": 5, "decade": 6}


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day; None on one side is open, on both sides nothing is known."""

    first: date | None = None
    last: date | None = None

    def is_known(self) -> bool:
        """Whether at least one side is."""
        return self.first is not None or self.last is not None


UNKNOWN = Interval()


@dataclass(frozen=True, slots=True)
class Anchor:
    """From where an expression is looked at: the document's day, the direction its verb points, what encloses it."""

    day: date | None = None
    is_future: bool = False
    within: Interval = UNKNOWN
    is_lasting: bool = False  # what the verb tells lasts till now, or was put off to what is to come
    is_over: bool = False  # what is told began then
    is_denied: bool = False  # what is told was not so, or only till then

    def before_end(self) -> Anchor:
        """The view to an end: "has been bailed until August" ends in the next one."""
        return replace(self, is_future=self.is_future or self.is_lasting)

    def from_start(self) -> Anchor:
        """The view to a start: "has run since May", the last one however long ago it is."""
        return replace(self, is_over=True)

    def inside(self, interval: Interval) -> Anchor:
        """The same view, limited to an interval: "April" in "April last year"."""
        return replace(self, within=interval)


def day_of(year: int, month: int, day: int) -> Interval:
    """One day, or unknown if the calendar does not have it."""
    try:
        found = date(year, month, day)
    except ValueError:
        return UNKNOWN
    return Interval(found, found)


def months(year: int, month: int, count: int = 1) -> Interval:
    """So many whole months.

    >>> months(2019, 12, 3).last
    datetime.date(2020, 2, 29)
    """
    first = _first_of_month(12 * year + month - 1)
    after = _first_of_month(12 * year + month - 1 + count)
    return Interval(first, after - timedelta(1)) if first and after else UNKNOWN


def years(first: int, last: int) -> Interval:
    """From New Year's Day of the first to the last day of the last."""
    return Interval(date(first, 1, 1), date(last, 12, 31)) if MINYEAR <= first <= last <= MAXYEAR else UNKNOWN


def unit_around(day: date, unit: str) -> Interval:
    """The week, month, ... that holds a day; unknown for what has no fixed start."""
    if unit in _SPAN_IN_DAYS:
        monday = day.toordinal() - day.weekday()
        first, length = {"day": (day.toordinal(), 1), "week": (monday, 7), "weekend": (monday + 5, 2)}[unit]
        in_range = date.min.toordinal() <= first and first + length <= date.max.toordinal()
        return Interval(date.fromordinal(first), date.fromordinal(first + length - 1)) if in_range else UNKNOWN
    length = _SPAN_IN_MONTHS.get(unit, 0)
    if not length:
        return UNKNOWN
    count = 12 * day.year + day.month - 1 - (12 if unit == "century" else 0)  # centuries begin with a year 1
    start = count - count % length + (12 if unit == "century" else 0)
    return months(start // 12, start % 12 + 1, length)


def shifted(day: date, unit: str, count: int) -> date | None:
    """The day so many units later, the month's last if it has no such day."""
    if unit in _SPAN_IN_DAYS:
        number = day.toordinal() + count * _SPAN_IN_DAYS[unit]
        return date.fromordinal(number) if date.min.toordinal() <= number <= date.max.toordinal() else None
    if unit not in _SPAN_IN_MONTHS:
        return None
    month = months(*_divided(12 * day.year + day.month - 1 + count * _SPAN_IN_MONTHS[unit]))
    if month.first is None or month.last is None:
        return None
    return month.first.replace(day=min(day.day, month.last.day))


def nearest(intervals: Iterable[Interval], anchor: Anchor) -> Interval:
    """Of recurring intervals in order: the one in the enclosing year, else the latest begun or the next to end."""
    known = [i for i in intervals if i.first is not None and i.last is not None]
    within = anchor.within
    if within.first is not None and within.last is not None:
        return next((i for i in known if i.first and within.first <= i.first <= within.last), UNKNOWN)
    day = anchor.day
    if day is None:
        return UNKNOWN
    if anchor.is_future:
        return next((i for i in known if i.last and i.last >= day), UNKNOWN)
    last = next((i for i in reversed(known) if i.first and i.first <= day), UNKNOWN)
    is_far = last.first is not None and (day - last.first).days > _FAR
    return UNKNOWN if is_far and not anchor.is_over else last


def position(interval: Interval, grain: str, part: str) -> Interval:
    """The early, mid or late third of an interval, or its first or second half; days and weekdays stay whole."""
    if interval.first is None or interval.last is None or RANK.get(grain, 7) == 0:
        return interval
    if interval.last.year == MAXYEAR:  # no day follows
        return interval
    cut = _CUTS.get(grain, _by_days)
    low, high = {"early": (0, 1), "mid": (1, 2), "late": (2, 3), "half1": (0, 1.5), "half2": (1.5, 3)}[part]
    first, after = cut(interval.first, interval.last, low), cut(interval.first, interval.last, high)
    return Interval(first, after - timedelta(1))


def _by_days(first: date, last: date, third: float) -> date:
    return first + timedelta(round(((last - first).days + 1) * third / 3))


def _by_months(first: date, last: date, third: float) -> date:
    count = 12 * (last.year - first.year) + last.month - first.month + 1
    return _first_of_month(12 * first.year + first.month - 1 + round(count * third / 3)) or last + timedelta(1)


def _by_years(first: date, last: date, third: float) -> date:
    count = last.year - first.year + 1
    return date(first.year + -int(-count * third // 3), 1, 1)


_CUTS: dict[str, Callable[[date, date, float], date]] = {"year": _by_months, "decade": _by_years, "century": _by_years}


def _first_of_month(count: int) -> date | None:
    year, month = _divided(count)
    return date(year, month, 1) if MINYEAR <= year <= MAXYEAR else None


def _divided(count: int) -> tuple[int, int]:
    return count // 12, count % 12 + 1
