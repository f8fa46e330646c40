"""A region: a stretch of a document that is somebody's words."""

from __future__ import annotations

from dataclasses import dataclass

from kg.grammar.verbs import FINITE
from kg.parse import Doc, Span, Token

_DASHES = frozenset({"–", "—", "-"})
BREAKS = frozenset({",", ".", ";", ":", '"', "”", "“", "!", "?"})  # where a phrase that names a holder may end


@dataclass(frozen=True, slots=True)
class Region:
    """Tokens [start, end) that are the holders' words; no holders = nobody is named."""

    start: int
    end: int
    holders: tuple[Token, ...]
    cue: Token | None
    is_quoted: bool = False
    code: str = ""  # of the lexicon: how a heading says that its items stand
    phrase: tuple[int, int] = (0, 0)  # "according to its coach, who lives in Oslo": the writer says who the holder is

    def covers(self, token: Token) -> bool:
        """Whether a token stands in it."""
        return self.start <= token.i < self.end

    def names(self, token: Token) -> bool:
        """Whether a token stands in the phrase by which the writer names the holder."""
        return self.phrase[0] <= token.i < self.phrase[1]


def between_semicolons(sentence: Span, place: int) -> tuple[int, int]:
    """First and one past the last token of the part of a sentence that a place stands in."""
    marks = [token.i for token in sentence if token.text == ";"]
    first = max((i + 1 for i in marks if i < place), default=sentence.start)
    return first, min((i for i in marks if i >= place), default=sentence.end)


def last_part(doc: Doc, first: int, end: int) -> int:
    """Where what a source at the end vouches for begins: behind a colon ("It is getting worse: sales fell, according to
    Orlo"), or with words in quotation marks behind a dash."""
    for i in range(end - 1, first, -1):
        is_clause = doc[i].text == ":" and any(t.tag_ in FINITE for t in doc[i + 1 : end])
        if is_clause and any(t.tag_ in FINITE for t in doc[first:i]):
            return i + 1
        if doc[i].text in _DASHES and doc[i + 1].is_quote:
            return i + 1
    return first
