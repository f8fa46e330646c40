"""Lines of a page that are no part of its article: advertisements, links to other stories, credits, rights."""

from __future__ import annotations

import re
from functools import cache

from kg import tables

_LONGEST = 400  # characters


def is_furniture(line: str) -> bool:
    """Whether a paragraph is such a line.

    >>> is_furniture("READ MORE: How the storm changed the coast"), is_furniture("More trains will run in May.")
    (True, False)
    """
    return len(line) <= _LONGEST and _form().fullmatch(" ".join(line.split())) is not None


@cache
def _form() -> re.Pattern[str]:
    forms = (row["form"] for row in tables.rows(tables.lexicon("furniture")))
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)
