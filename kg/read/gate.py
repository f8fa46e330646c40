"""Keeps out what is no English prose: noise that would become "entities", and languages the model cannot read."""

from __future__ import annotations

import re

from kg import tables
from kg.errors import UnreadableDocument

_ENOUGH_WORDS = 40  # fewer tell nothing about a language
_LEAST_COMMON = 0.18  # English news has .33 to .45 of these words, German and French under .12, Dutch up to .14
_LEAST_WORDLIKE = 0.75  # letters, digits, spaces and common marks among all characters
_LONGEST_MEAN = 15  # characters a word: base64 and the like
_ENGLISH = frozenset({"en", "eng", "english"})
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MARKS = frozenset(".,;:!?'\"’‘“”()-–—$%&/")


def check(text: str, language: str | None = None) -> None:
    """Raise UnreadableDocument, with the reason, unless the text can be English prose.

    The language that it declares decides where it is too short to tell: pages often declare that of their makers.
    """
    words = _WORD.findall(text)
    if not text.strip():
        raise UnreadableDocument("is empty")
    if not words:
        raise UnreadableDocument("holds no words")
    if _latin(words) < 0.5:
        raise UnreadableDocument("is not in Latin script; kg reads English")
    if _wordlike(text) < _LEAST_WORDLIKE or len("".join(text.split())) / len(text.split()) > _LONGEST_MEAN:
        raise UnreadableDocument("looks like noise, not like prose")
    if len(words) >= _ENOUGH_WORDS and _common(words) < _LEAST_COMMON:
        raise UnreadableDocument(f"does not look like English ({_common(words):.0%} common words); kg reads English")
    if len(words) < _ENOUGH_WORDS and language and not _is_english(language):
        raise UnreadableDocument(f"declares the language {language!r}; kg reads English")


def _is_english(language: str) -> bool:
    return re.split("[^a-z]", language.strip().casefold())[0] in _ENGLISH


def _wordlike(text: str) -> float:
    return sum(c.isalnum() or c.isspace() or c in _MARKS for c in text) / len(text)


def _latin(words: list[str]) -> float:
    letters = "".join(words)
    return sum(c < "\u0250" for c in letters) / len(letters)


def _common(words: list[str]) -> float:
    common = tables.column(tables.lexicon("common_words"), "word")
    return sum(word.lower() in common for word in words) / len(words)
