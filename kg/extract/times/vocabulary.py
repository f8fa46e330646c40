"""The words of time of `ontology/lexicon/times.tsv`, by class, and a class as a regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from kg.grammar.wordlists import rows

_FILE = "times"
_BUILT_IN = {
    "year": r"(?P<year>1[0-9]\d\d|20\d\d)(?![,.]?\d|%)",
    "day": r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![,.:]?\d|%)",
}


@cache
def values(name: str) -> Mapping[str, str]:
    """The words of a class with their values; lower case unless they are written with a capital."""
    return {row["word"]: row["value"] for row in rows(_FILE) if row["class"] == name}


@cache
def alternatives(name: str) -> str:
    """The words of a class as a regular expression, longest first."""
    if name in _BUILT_IN:
        return _BUILT_IN[name]
    if name == "any_month":
        return f"(?:{alternatives('month')}|{alternatives('short_month')}\\.?)"
    if name == "count":
        words = _either(values("number"))
        tens = _either(word for word, value in values("number").items() if value[-1:] == "0" and value != "10")
        return rf"(?P<count>\d{{1,3}}(?:,\d\d\d)?|{tens}-{words}|{words})"
    return f"(?P<{name}>{_either(values(name))})"


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_word(word) for word in longest_first) + ")"


def _word(word: str) -> str:
    pattern = re.escape(word).replace(r"\ ", " ")
    return pattern if word == word.lower() else f"(?-i:{pattern})"
