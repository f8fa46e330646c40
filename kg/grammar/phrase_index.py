"""Phrases of one word or several, found in a text around any of their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.parse import Token


class PhraseIndex:
    """Phrases in lower case, their words parted by blanks."""

    def __init__(self, phrases: Iterable[str]) -> None:
        by_word: dict[str, list[tuple[int, int, str]]] = defaultdict(list)  # negative length, place of the word, phrase
        by_first: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
        for phrase in phrases:
            words = phrase.split()
            for place, word in enumerate(words):
                by_word[word].append((-len(words), place, phrase))
            by_first[words[0]][words[1] if len(words) > 1 else ""].append((-len(words), phrase))
        self._by_word = {word: sorted(found) for word, found in by_word.items()}
        self._by_first = {
            first: {second: sorted(found) for second, found in others.items()} for first, others in by_first.items()
        }

    def around(self, word: Token) -> Iterator[str]:
        """Those that stand in the text with this word in them, longest first."""
        for length, place, phrase in self._by_word.get(word.lower_, ()):
            start = word.i - place
            if length == -1 or (start >= 0 and word.doc.words(start, start - length) == phrase):
                yield phrase

    def may_begin_at(self, word: Token) -> bool:
        """Whether one of them has this first word."""
        return word.lower_ in self._by_first

    def begin_at(self, word: Token) -> Iterator[str]:
        """Those that stand in the text from this word on, longest first."""
        by_second = self._by_first.get(word.lower_)
        if by_second is None:
            return
        doc, start = word.doc, word.i
        if start + 1 < len(doc):
            for length, phrase in by_second.get(doc.tokens[start + 1].lower_, ()):
                if doc.words(start, start - length) == phrase:
                    yield phrase
        yield from (phrase for _, phrase in by_second.get("", ()))
