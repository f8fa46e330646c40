"""What a file says about itself beside its text: title, date, author, site, address."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import PurePath
from urllib.parse import urlsplit

_FORMATS = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y/%m/%d", "%Y%m%d")
_TITLE_LENGTH = 120
_DAY = re.compile(
    r"(?:[A-Z][A-Za-z]+\.? \d{1,2}(?:st|nd|rd|th)?,? |\d{1,2}(?:st|nd|rd|th)? [A-Z][A-Za-z]+\.?,? )\d{4}\b"
    r"|\b\d{4}-\d\d-\d\d(?!\d)|(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1\d{4}\b(?![/.-]\d)"
)
_NUMBERED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_TOLD_FIRST = re.compile(r"(?:(?:first|originally|date) )?(?:published|posted|dated?)\b", re.IGNORECASE)
_BESIDE = re.compile(  # what may stand on the line beside the day: a byline or place before it, a weekday, the hour
    r"(?:by [^.|]{2,60}[|,·•–—-]|"
    r"(?!(?:born|died|founded|opened|closed|built|married)\b)"
    r"(?-i:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?:,|\s*[|·•–—-]))?"
    r"[\s,|·•–—-]*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?)?[\s,|·•–—-]*"
    r"(?:(?:at |T)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{1,4}|[+-]\d\d:?\d\d)?)?[\s|]*",
    re.IGNORECASE,
)
_LINE_LENGTH = 100
_HEAD = 5  # lines, empty ones left out, among which a date of its own line is the article's


def iso_date(text: str | None) -> str | None:
    """The day that a date names, or None; 3/4/2024 names no day, since readers differ about it.

    >>> iso_date("March 5, 2024")
    '2024-03-05'
    """
    if not text:
        return None
    if numbers := _NUMBERED.fullmatch(text.strip()):
        return _numbered(*(int(numbers[n]) for n in (1, 3, 4)))
    plain = " ".join(re.sub(r"[,.]|(?<=\d)(?:st|nd|rd|th)\b|(?<=Sep)t\b", " ", text).split())
    if match := re.match(r"\d{4}-\d\d-\d\d(?!\d)", plain):
        return _existing(match[0], "%Y-%m-%d")
    return next((day for layout in _FORMATS if (day := _existing(plain, layout))), None)


def date_line(text: str) -> str | None:
    """The day that a line of its own names near the top of an article; a weekday, byline and hour may stand there.

    >>> date_line("Harbour bridge closes\\n\\nFriday, 14 March 2025\\n\\nThe bridge was shut.")
    '2025-03-14'
    """
    lines = [line.strip() for line in text.split("\n", 20)[:20] if line.strip()][:_HEAD]
    dates = (_day_of(line) for line in lines)
    return next((date for date in dates if date), None)


def _day_of(line: str) -> str | None:
    """The day that a line names which says nothing else, or only where it was written.

    >>> _day_of("HARBOUR TOWN, Tuesday 9 April 2024")
    '2024-04-09'
    >>> _day_of("Published 9:14 a.m. ET Sept. 3, 2025 | Updated Sept. 4, 2025")
    '2025-09-03'
    """
    day = _DAY.search(line)
    if day is None or len(line) > _LINE_LENGTH:
        return iso_date(line)
    told = _TOLD_FIRST.match(line) and not line.endswith(".")
    return iso_date(day[0]) if told or _BESIDE.fullmatch(line[: day.start()] + line[day.end() :]) else None


def _numbered(first: int, second: int, year: int) -> str | None:
    """The day of 21/05/2024 or 05/21/2024, of whose numbers one can be no month.

    >>> _numbered(5, 21, 2024)
    '2024-05-21'
    """
    day, month = (first, second) if first > second else (second, first)
    return _existing(f"{year}/{month}/{day}", "%Y/%m/%d") if day > 12 or first == second else None


def _existing(text: str, layout: str) -> str | None:
    try:
        return datetime.strptime(text, layout).date().isoformat()
    except ValueError:
        return None


def web_address(text: str | None) -> str | None:
    """An address that can be followed, or None.

    >>> web_address("javascript:alert(1)") is None
    True
    """
    if not text or re.search(r"[\s<>\"{}|\\^`\x00-\x20]", text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in ("http", "https") and parts.hostname else None


def headline(text: str) -> str | None:
    """The first line, if it looks like a title: short, no full stop, and something follows.

    >>> headline("Harbour bridge closes\\n\\nThe bridge was shut on Monday.")
    'Harbour bridge closes'
    """
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    is_title = (
        bool(rest.strip()) and len(first) <= _TITLE_LENGTH and not first.endswith((".", ",", ";", ":", '."', ".”"))
    )
    return first if is_title and any(c.isalpha() for c in first) else None


def name_title(source: str) -> str:
    """A title out of a file name.

    >>> name_title("2024/harbour_bridge-closes.txt")
    'Harbour bridge closes'
    """
    words = re.sub(r"[\W_]+", " ", PurePath(source).stem).strip()
    return words[:1].upper() + words[1:] or "Untitled"
