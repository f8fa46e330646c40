"""With what word a form of time can begin, so that it is tried only there."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache

DIGIT, QUOTE = "0", "'"  # stand for every digit, every quotation mark
DETERMINERS = frozenset({"the", "this", "its", "their", "his", "her"})
_ANY_DETERMINER = f"(?:{'|'.join(sorted(DETERMINERS))})"
_GROUP = re.compile(r"\(\?(?::|i:|P<\w+>)((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")
_SLOT = re.compile(r"\{([a-z_]+)\}")
_WORD = re.compile(r"[A-Za-z]+")
_DIGITS = re.compile(r"\\d|[0-9]|\[0-9\]")
_DIGIT_GROUP = re.compile(r"\(\?P<\w+>\[\d-\d\]\)")  # of "Q[1-4]"
_QUOTES = re.compile(r"\['[^\]]*\]")
_DETERMINER = re.compile(rf"(?:\(\?:(?:{_ANY_DETERMINER} ?\|?)+\)\??|{_ANY_DETERMINER}(?= )) ?")
_RUN = re.compile(r"[^\W\d_]+")

Words = Callable[[str], Collection[str]]


def openers(template: str, words: Words) -> frozenset[str] | None:
    """First words in lower case, DIGIT or QUOTE; None if the form is built so that they cannot be told.

    `words` gives the words of a class. A plural, which may stand for any word, is among them.
    """
    if group := _GROUP.match(template):
        found = _either(group[1], words)
        rest = template[group.end() :].lstrip()
        return _joined(found, openers(rest[1:].lstrip(), words)) if rest.startswith("?") else found
    if slot := _SLOT.match(template):
        return _of_class(slot[1], words)
    if _DIGITS.match(template):
        return frozenset((DIGIT,))
    if _QUOTES.match(template):
        return frozenset((QUOTE,))
    word = _WORD.match(template)
    rest = template[word.end() :] if word is not None else ""
    if word is None or not (rest[:1] in ("", " ", "?") or _DIGIT_GROUP.match(rest)):
        return None
    shorter = (word[0][:-1],) if rest.startswith("?") else ()
    return frozenset(each.lower() for each in (word[0], *shorter))


def behind_determiner(template: str, words: Words) -> frozenset[str] | None:
    """The first words, as `openers` has them, of what stands behind "(?:the )?" or "the " at the start of a form; None
    if none stands there or what follows cannot be told."""
    determiner = _DETERMINER.match(template)
    return None if determiner is None else openers(template[determiner.end() :], words)


@lru_cache(maxsize=1 << 14)
def opener_of(word: str) -> str:
    """What a word in lower case begins with, as `openers` has it."""
    if run := _RUN.match(word):
        return run[0]
    return DIGIT if word[:1].isdigit() else QUOTE


def _either(alternatives: str, words: Words) -> frozenset[str] | None:
    found: frozenset[str] | None = frozenset()
    for alternative in _split(alternatives):
        found = _joined(found, openers(alternative, words))
    return found


def _split(alternatives: str) -> list[str]:
    """The alternatives of a group, parted by bars that stand in no group within it."""
    parts, depth = [""], 0
    for char in alternatives:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _joined(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    return None if one is None or other is None else one | other


def _of_class(name: str, words: Words) -> frozenset[str]:
    if name in ("year", "day"):
        return frozenset((DIGIT,))
    found = {opener_of(word.lower()) for word in words(name)}
    return frozenset((*found, *(f"{word}s" for word in found)))
