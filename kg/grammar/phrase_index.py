"""Phrases of one word or several, found in a text around any of their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.parse import Token


class PhraseIndex:
    """Phrases in lower case, their words parted by blanks."""

    def __init__(self, phrases: Iterable[str]) -> None:
        by_word: dict[str, list[tuple[int, int, str]]] = defaultdict(list)  # negative length, place of the word, phrase
        for phrase in phrases:
            words = phrase.split()
            for place, word in enumerate(words):
                by_word[word].append((-len(words), place, phrase))
        self._by_word = {word: sorted(found) for word, found in by_word.items()}

    def around(self, word: Token) -> Iterator[str]:
        """Those that stand in the text with this word in them, longest first."""
        for length, place, phrase in self._by_word.get(word.lower_, ()):
            start = word.i - place
            if length == -1 or (start >= 0 and word.doc.words(start, start - length) == phrase):
                yield phrase

    def begin_at(self, word: Token) -> Iterator[str]:
        """Those that stand in the text from this word on, longest first."""
        for length, place, phrase in self._by_word.get(word.lower_, ()):
            if not place and (length == -1 or word.doc.words(word.i, word.i - length) == phrase):
                yield phrase
