"""Triples of a file that can hardly be meant: a value that is none of its datatype, a thing related to itself.

They are kept as they were given, since what a file states is not for kg to change, and told to who reads the file.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping

from pyoxigraph import Literal, Quad

from kg.given.vocabulary import local_name, property_of

_XSD = "http://www.w3.org/2001/XMLSchema#"
_ZONE = r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?"
_YEAR = r"(?P<year>-?(?:[1-9]\d{3,}|0\d{3}))"
_DAY = rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
_TIME = r"(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)"
_WHOLE = ("integer", "int", "long", "short", "byte")
_FROM_NOUGHT = ("nonNegativeInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte")
_DECIMAL = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"
_PATTERNS = {
    "date": _DAY + _ZONE,
    "dateTime": f"{_DAY}T{_TIME}{_ZONE}",
    "dateTimeStamp": f"{_DAY}T{_TIME}{_ZONE[:-1]}",
    "time": _TIME + _ZONE,
    "gYearMonth": rf"{_YEAR}-(?:0[1-9]|1[0-2]){_ZONE}",
    "gYear": _YEAR + _ZONE,
    "boolean": "true|false|0|1",
    "decimal": _DECIMAL,
    **dict.fromkeys(("double", "float"), rf"{_DECIMAL}(?:[eE][+-]?\d+)?|[+-]?INF|NaN"),
    **dict.fromkeys(_WHOLE, r"[+-]?\d+"),
    **dict.fromkeys(_FROM_NOUGHT, r"\+?\d+|-0+"),
    "positiveInteger": r"\+?0*[1-9]\d*",
}
_FORM_BY_DATATYPE: Mapping[str, re.Pattern[str]] = {
    f"{_XSD}{name}": re.compile(pattern, re.ASCII) for name, pattern in _PATTERNS.items()
}


def doubts(quads: Iterable[Quad]) -> tuple[str, ...]:
    """What is doubtful of some triples, in words, each kind with its number and its first example."""
    found: dict[Callable[[int], str], list[str]] = {_values: [], _selves: []}
    for quad in quads:
        if isinstance(quad.object, Literal):
            if not is_of_its_datatype(quad.object):
                found[_values].append(f"{quad.object.value[:60]!r} for {local_name(quad.object.datatype.value)}")
        elif quad.subject == quad.object and property_of(quad.predicate.value).part != "same":
            found[_selves].append(f"{quad.subject} {local_name(quad.predicate.value)}")
    return tuple(f"{words(len(each))}, such as {min(each)}; kept as given" for words, each in found.items() if each)


def _values(count: int) -> str:
    return f"{count:,} value{'s' * (count != 1)} that the datatype does not have"


def _selves(count: int) -> str:
    return f"{count:,} triple{'s' * (count != 1)} that relate{'s' * (count == 1)} a thing to itself"


def is_of_its_datatype(value: Literal) -> bool:
    """Whether a literal's words are a value of its datatype; what kg does not know may be.

    >>> is_of_its_datatype(Literal(True)), is_of_its_datatype(Literal("x"))
    (True, True)
    """
    form = _FORM_BY_DATATYPE.get(value.datatype.value)
    if form is None:
        return True
    match = form.fullmatch(value.value.strip())
    parts = match.groupdict() if match else {}
    return match is not None and ("day" not in parts or int(parts["day"]) <= _days(parts))


def _days(parts: Mapping[str, str]) -> int:
    """Of a month; the calendar is the same every 400 years."""
    return monthrange(400 + int(parts["year"]) % 400, int(parts["month"]))[1]
