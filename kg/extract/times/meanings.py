"""What a form of time means: the days that it covers, seen from a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from kg.extract.times.forms import Found
from kg.extract.times.intervals import (
    UNKNOWN,
    Anchor,
    Interval,
    day_of,
    months,
    nearest,
    shifted,
    unit_around,
    years,
)
from kg.extract.times.vocabulary import values

_SHORTLY = 60  # days after a summer in which "last summer" may mean it or the one before
Groups = Mapping[str, str]
Meaning = Callable[[Groups, Anchor], Interval]


def number(words: str) -> int | None:
    """What a number in digits or words counts; None if it is vague.

    >>> number("twenty-five")
    25
    """
    plain = " ".join(words.lower().split()).replace(",", "")
    if plain.isdigit():
        return int(plain)
    parts = [_value("number", part) for part in ([plain] if plain in values("number") else plain.split("-"))]
    return sum(int(part) for part in parts) if all(part.isdigit() for part in parts) else None


def _value(name: str, word: str) -> str:
    known = values(name)
    return known.get(word) or known.get(" ".join(word.lower().split()), "")


def _month_number(groups: Groups) -> int:
    if "month" in groups:
        return int(_value("month", groups["month"]))
    return int(_value("short_month", groups["short_month"]))


def _recurring(groups: Groups, anchor: Anchor, make: Callable[[int], Interval]) -> Interval:
    """What comes round each year: of the year that is written, that "last" or "next" tells, or the nearest."""
    if "year" in groups:
        return make(int(groups["year"]))
    centre = anchor.within.first or anchor.day
    if centre is None:
        return UNKNOWN
    candidates = [make(year) for year in range(max(centre.year - 4, 1), min(centre.year + 5, 9999))]
    if "relative" not in groups or anchor.day is None:
        return nearest(candidates, anchor)
    return _chosen(candidates, anchor.day, _value("relative", groups["relative"]))


def _chosen(candidates: list[Interval], day: date, direction: str) -> Interval:
    if direction == "-1":
        last = next((c for c in reversed(candidates) if c.last and c.last < day), UNKNOWN)
        is_of_this_year = last.last is not None and last.last.year == day.year and (day - last.last).days <= _SHORTLY
        is_long = last.first is not None and last.last is not None and (last.last - last.first).days > _SHORTLY
        return UNKNOWN if is_of_this_year and is_long and last.first and last.first.month > 4 else last
    if direction == "1":
        return next((c for c in candidates if c.first and c.first > day), UNKNOWN)
    return next((c for c in candidates if c.first and c.last and c.first.year <= day.year <= c.last.year), UNKNOWN)


def _iso(groups: Groups, anchor: Anchor) -> Interval:
    return day_of(int(groups["y"]), int(groups["m"]), int(groups["d"]))


def _slashes(groups: Groups, anchor: Anchor) -> Interval:
    """Only where both customs, day first and month first, give the same day or one of them none."""
    first, second, year = int(groups["m"]), int(groups["d"]), int(groups["y"])
    readings = {day_of(year, first, second), day_of(year, second, first)} - {UNKNOWN}
    return readings.pop() if len(readings) == 1 else UNKNOWN


def _day(groups: Groups, anchor: Anchor) -> Interval:
    day = int(groups["day"]) if "day" in groups else int(_value("ordinal", groups["ordinal"]))
    return _recurring(groups, anchor, lambda year: day_of(year, _month_number(groups), day))


def _days(groups: Groups, anchor: Anchor) -> Interval:
    """The days from the first to the last; of two that are named, "4 *and* 9 May", if none lies between."""
    if "pair" in groups and int(groups["d2"]) - int(groups["day"]) != 1:
        return UNKNOWN

    def make(year: int) -> Interval:
        first, last = (day_of(year, _month_number(groups), int(groups[name])) for name in ("day", "d2"))
        return Interval(first.first, last.last) if first.is_known() and last.is_known() else UNKNOWN

    return _recurring(groups, anchor, make)


def _month(groups: Groups, anchor: Anchor) -> Interval:
    return _recurring(groups, anchor, lambda year: months(year, _month_number(groups)))


def _season(groups: Groups, anchor: Anchor) -> Interval:
    first = int(_value("season", groups["season"]))
    if groups.get("relative") or "year" in groups or anchor.within.is_known():
        return _recurring(groups, anchor, lambda year: months(year, first, 3))
    return UNKNOWN  # "in the spring": of many years


def _quarter(groups: Groups, anchor: Anchor) -> Interval:
    quarter = int(groups["q"]) if "q" in groups else int(_value("ordinal", groups["ordinal"]))
    return months(int(groups["year"]), 3 * quarter - 2, 3) if quarter <= 4 else UNKNOWN


def _last_quarter(groups: Groups, anchor: Anchor) -> Interval:
    return months(int(groups["year"]), 10, 3)


def _half(groups: Groups, anchor: Anchor) -> Interval:
    half = int(_value("ordinal", groups["ordinal"]))
    return months(int(groups["year"]), 6 * half - 5, 6) if half <= 2 else UNKNOWN


def _decade(groups: Groups, anchor: Anchor) -> Interval:
    if "decade_word" in groups:
        first = int(_value("decade_word", groups["decade_word"]))
    else:
        first = int(groups["y"]) if "y" in groups else 1900 + int(groups["yy"])
    return years(first, first + 9)


def _century(groups: Groups, anchor: Anchor) -> Interval:
    century = int(groups["c"]) if "c" in groups else int(_value("ordinal", groups["ordinal"]))
    return years(100 * century - 99, 100 * century) if 1 <= century <= 99 else UNKNOWN


def _year(groups: Groups, anchor: Anchor) -> Interval:
    return years(int(groups["year"]), int(groups["year"]))


def _years(groups: Groups, anchor: Anchor) -> Interval:
    first, last = int(groups["year"]), int(groups["y2"])
    return years(first, last if last > 99 else first - first % 100 + last)


def _holiday(groups: Groups, anchor: Anchor) -> Interval:
    month, day = _value("holiday", groups["holiday"]).split("-")
    return _recurring(groups, anchor, lambda year: day_of(year, int(month), int(day)))


def _around(day: date | None, unit: str, count: int = 0) -> Interval:
    """The whole unit so many units away."""
    moved = None if day is None else shifted(day, unit, count)
    return UNKNOWN if moved is None else unit_around(moved, unit)


def _deictic(groups: Groups, anchor: Anchor) -> Interval:
    return _around(anchor.day, "day", int(_value("deictic", groups["deictic"])))


def _relative_part(groups: Groups, anchor: Anchor) -> Interval:
    """ "Next morning" in a tale of the past is the one after what was told."""
    if _value("relative", groups["relative"]) == "1" and not anchor.is_future:
        return UNKNOWN
    return _around(anchor.day, "day", int(_value("relative", groups["relative"])))


def _weekday(groups: Groups, anchor: Anchor) -> Interval:
    weekday, relative = int(_value("weekday", groups["weekday"])), _value("relative", groups.get("relative", ""))
    within, day = anchor.within, anchor.day
    if within.first and within.last and (within.last - within.first).days == 6:
        return _around(within.first, "day", weekday)
    if day is None:
        return UNKNOWN
    back = (day.weekday() - weekday) % 7
    if relative == "1":
        return _around(day, "day", 7 - day.weekday() + weekday)
    if relative == "-1":
        return _around(day, "day", -back or -7)
    return _around(day, "day", (-back) % 7 if anchor.is_future else -back)


def _relative_unit(groups: Groups, anchor: Anchor) -> Interval:
    unit, count = _unit(groups), int(_value("relative", groups["relative"]))
    return _weekend(anchor) if unit == "weekend" and not count else _around(anchor.day, unit, count)


def _the_unit(groups: Groups, anchor: Anchor) -> Interval:
    """ "The end of the year" is this year's when it lies ahead; in a tale of the past it can be any year's."""
    if _unit(groups) == "weekend":
        return _weekend(anchor)
    return _around(anchor.day, _unit(groups)) if anchor.is_future else UNKNOWN


def _weekend(anchor: Anchor) -> Interval:
    if anchor.day is None:
        return UNKNOWN
    return _around(anchor.day, "weekend", 0 if anchor.is_future or anchor.day.weekday() >= 5 else -1)


def _unit(groups: Groups) -> str:
    return _value("unit", groups["unit"])


def _stretch(groups: Groups, anchor: Anchor) -> Interval:
    direction, count = _value("stretch", groups["stretch"]), number(groups.get("count", "1"))
    if direction == "1" and not anchor.is_future:
        return UNKNOWN  # "spent the next three days in bed"
    if _unit(groups) == "weekend":
        return _weekend(replace(anchor, is_future=direction == "1"))
    if anchor.day is None or count is None or not direction:
        return UNKNOWN
    other = shifted(anchor.day, _unit(groups), count * int(direction))
    if other is None:
        return UNKNOWN
    return Interval(min(other, anchor.day), max(other, anchor.day))


def _ago(groups: Groups, anchor: Anchor) -> Interval:
    """The unit so long ago; decades and centuries count years, and a loose number widens by a tenth."""
    count, unit = number(groups["count"]), _unit(groups)
    if count is None or anchor.day is None:
        return UNKNOWN
    scale = {"decade": 10, "century": 100}.get(unit, 1)
    count, unit = count * scale, "year" if scale > 1 else unit
    how = _value("approximate", groups.get("approximate", "")) or ("~" if scale > 1 else "=")
    slack = max(1, count // 10)
    early, late = {"=": (0, 0), "-": (0, slack), "~": (-slack, slack), ">": (0, 0), "<": (0, 0)}[how]
    first, last = _around(anchor.day, unit, early - count), _around(anchor.day, unit, late - count)
    if how == ">":
        return Interval(None, last.last)
    return Interval(first.first, anchor.day if how == "<" and first.first else last.last)


def _in_units(groups: Groups, anchor: Anchor) -> Interval:
    """ "In two weeks" lies ahead only for a verb that does; "it sold ten in two weeks" is a duration, and "must be paid
    within two weeks" counts from what went before."""
    count = number(groups["count"])
    if count is None or anchor.day is None or not anchor.is_future or groups["in"].lower() == "within":
        return UNKNOWN
    return _around(anchor.day, _unit(groups), count)


def _unknown(groups: Groups, anchor: Anchor) -> Interval:
    return UNKNOWN


MEANINGS: dict[str, tuple[Meaning, str]] = {  # what a form denotes and how long that is
    "iso": (_iso, "day"),
    "slashes": (_slashes, "day"),
    "day": (_day, "day"),
    "days": (_days, "week"),
    "month": (_month, "month"),
    "quarter": (_quarter, "quarter"),
    "last_quarter": (_last_quarter, "quarter"),
    "half": (_half, "half"),
    "fiscal": (_unknown, ""),
    "season": (_season, "season"),
    "decade": (_decade, "decade"),
    "century": (_century, "century"),
    "year": (_year, "year"),
    "years": (_years, "years"),
    "holiday": (_holiday, "day"),
    "deictic": (_deictic, "day"),
    "relative_part": (_relative_part, "day"),
    "weekday": (_weekday, "day"),
    "relative_unit": (_relative_unit, "unit"),
    "the_unit": (_the_unit, "unit"),
    "stretch": (_stretch, ""),
    "ago": (_ago, ""),
    "in_units": (_in_units, ""),
    "anaphoric": (_unknown, ""),
    "shifted": (_unknown, ""),
    "vague": (_unknown, ""),
    "since_it": (_unknown, ""),
    "clock": (_unknown, "hour"),
    "duration": (_unknown, ""),
    "frequent": (_unknown, ""),
}


def denote(found: Found, anchor: Anchor) -> Interval:
    """The days that a form stands for, seen from an anchor; unknown where the text does not tell."""
    return MEANINGS[found.meaning][0](dict(found.groups), anchor)


def grain(found: Found) -> str:
    """The unit that a form counts in: "day", "month", ..."""
    named = MEANINGS[found.meaning][1]
    return _unit(dict(found.groups)) if named == "unit" else named
