"""Literals in canonical form: what a store would make of them is what is written."""

from __future__ import annotations

import re
from datetime import date

from pyoxigraph import Literal

from kg.rdf.names import clean, is_foreign, named, term


def literal(value: str, datatype: str = "xsd:string", language: str = "") -> Literal:
    """A literal in canonical form; what does not fit its datatype stays a string, word for word.

    A datatype that is an IRI was given with its value, which is canonical already.

    >>> literal("007", "xsd:integer").value
    '7'
    """
    if language:
        return Literal(clean(value), language=language)
    if is_foreign(datatype):
        return Literal(clean(value), datatype=named(datatype))
    check = _CANONICAL.get(datatype)
    canonical = check(value.strip()) if check else None
    return Literal(clean(value)) if canonical is None else Literal(canonical, datatype=term(datatype))


def _matching(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


def _integer(value: str) -> str | None:
    return str(int(value)) if _matching(r"[+-]?\d{1,18}").fullmatch(value) else None


def _decimal(value: str) -> str | None:
    if not _matching(r"[+-]?\d{1,18}(\.\d{1,12})?").fullmatch(value):
        return None
    sign = "-" if value.startswith("-") else ""
    whole, _, part = value.lstrip("+-").partition(".")
    text = whole.lstrip("0") or "0"
    part = part.rstrip("0")
    text = f"{text}.{part}" if part else text
    return text if text == "0" else sign + text


def _date(value: str) -> str | None:
    try:
        return date.fromisoformat(value).isoformat() if len(value) == 10 else None
    except ValueError:
        return None


def _year(value: str) -> str | None:
    return value if _matching(r"\d{4}").fullmatch(value) else None


def _year_month(value: str) -> str | None:
    return value if _matching(r"\d{4}-(0[1-9]|1[0-2])").fullmatch(value) else None


def _boolean(value: str) -> str | None:
    return {"true": "true", "1": "true", "false": "false", "0": "false"}.get(value)


_CANONICAL = {
    "xsd:integer": _integer,
    "xsd:decimal": _decimal,
    "xsd:date": _date,
    "xsd:gYear": _year,
    "xsd:gYearMonth": _year_month,
    "xsd:boolean": _boolean,
}
