"""Where a text quotes: which words stand inside quotation marks, in which quotation, and whose words they are."""

from __future__ import annotations

from kg.annotate.coreference.referent import is_subject
from kg.grammar.quotation_marks import pairs
from kg.grammar.turns import turns
from kg.naming import quoting_verbs
from kg.parse import Doc, Token

_NEAR = 14  # words between a quotation and who speaks


def quoted(doc: Doc) -> list[bool]:
    """For each token whether it stands inside quotation marks, the opening mark with it; a paragraph closes them."""
    marks = [False] * len(doc)
    text = doc.text
    for paragraph in doc.spans.get("paragraphs", []):
        tokens = doc.tokens[paragraph.start : paragraph.end]
        first, last = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
        for pair in pairs(text[first:last]):
            start, end = first + pair.start - pair.has_opening, first + pair.end
            for token in tokens:
                marks[token.i] |= start <= token.idx < end
    return marks


def quotations(doc: Doc) -> list[int]:
    """For each token the number of the quotation it stands in; 0 outside of all."""
    number, before, found = 0, False, []
    for inside in quoted(doc):
        number += inside and not before
        found.append(number if inside else 0)
        before = inside
    return found


class Quotations:
    """The quotations of a document, by number, and who speaks them."""

    def __init__(self, doc: Doc, paragraphs: list[int]) -> None:
        self._doc = doc
        self._paragraph = paragraphs
        self._number = quotations(doc)
        told = self._take_turns(doc)
        self._bounds: dict[int, tuple[int, int]] = {}
        for i, number in enumerate(self._number if any(self._number) else ()):
            if number:
                self._bounds[number] = (self._bounds.get(number, (i, i))[0], i)
        self._speaker: dict[int, Token | None] = {0: None, **told}

    def _take_turns(self, doc: Doc) -> dict[int, Token | None]:
        """The speakers of the turns of a transcript, each of which is a quotation with a number of its own."""
        speakers: dict[int, Token | None] = {}
        last = max(self._number, default=0)
        for number, turn in enumerate(turns(doc), last + 1):
            self._number[turn.start : turn.end] = [number] * (turn.end - turn.start)
            speakers[number] = turn.speaker
        return speakers

    def number(self, token: Token) -> int:
        """The number of the quotation that a token stands in; 0 outside of all."""
        return self._number[token.i]

    def speaker(self, token: Token) -> Token | None:
        """Who says the quoted words that a token belongs to, as far as a subject tells it."""
        number = self._number[token.i]
        if number not in self._speaker:
            self._speaker[number] = self._beside(number) or self._before(number)
        return self._speaker[number]

    def _beside(self, number: int) -> Token | None:
        """ "We won," *Lund* said; *Lund* said: "We won"."""
        first, last = self._bounds[number]
        tokens = self._doc.tokens
        after = tokens[last + 1 : min(last + _NEAR, tokens[last].sent.end)]
        before = tokens[max(first - _NEAR, tokens[first].sent.start) : first]
        return next((t for t in after if self._says(t)), None) or next((t for t in before if self._says(t)), None)

    def _before(self, number: int) -> Token | None:
        """Who spoke last in the paragraph, or, where it is nothing but quoted, in the one before."""
        first, last = self._bounds[number]
        paragraph = self._paragraph[first]
        earliest = paragraph - 1 if self._is_whole(first, last) else paragraph
        for i in range(first - 1, -1, -1):
            token = self._doc.tokens[i]
            if self._paragraph[i] < earliest:
                return None
            if self._number[i]:
                return self.speaker(token)
            if self._says(token) and token.head.dep_ == "ROOT":
                return token
        return None

    def _is_whole(self, first: int, last: int) -> bool:
        """Whether a paragraph holds nothing but the quotation."""
        before, after = self._doc.tokens[max(first - 1, 0) : first], self._doc.tokens[last + 1 : last + 3]
        is_first = all(self._paragraph[t.i] != self._paragraph[first] or t.is_space for t in before)
        return is_first and all(self._paragraph[t.i] != self._paragraph[last] or not t.is_alpha for t in after)

    def _says(self, token: Token) -> bool:
        is_teller = is_subject(token) and token.head.lemma_ in quoting_verbs()
        return is_teller and not self._number[token.i] and not self._number[token.head.i]
