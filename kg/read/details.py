"""What a file says about itself beside its text: title, date, author, site, address."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import PurePath
from urllib.parse import urlsplit

_FORMATS = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y/%m/%d", "%Y%m%d")
_TITLE_LENGTH = 120


def iso_date(text: str | None) -> str | None:
    """The day that a date names, or None; 3/4/2024 names no day, since readers differ about it.

    >>> iso_date("March 5, 2024")
    '2024-03-05'
    """
    if not text:
        return None
    plain = " ".join(re.sub(r"[,.]|(?<=\d)(?:st|nd|rd|th)\b|(?<=Sep)t\b", " ", text).split())
    if match := re.match(r"\d{4}-\d\d-\d\d(?!\d)", plain):
        return _existing(match[0], "%Y-%m-%d")
    return next((day for layout in _FORMATS if (day := _existing(plain, layout))), None)


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
