"""Stretches of text that tell a time, on their way to an expression."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.extract.times.forms import Found
from kg.extract.times.intervals import Anchor, Interval
from kg.parse import Doc, Token

UNDATED = ("duration", "frequent", "vague", "clock", "since_it")  # no answer to "when?" where there is a better one

Denotation = Callable[[Anchor], Interval]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of text on its way to an expression; `denote` tells its days once the anchor is known."""

    start: int
    end: int
    kind: str
    grain: str
    denote: Denotation
    found: Found | None = None
    bare: Denotation | None = None  # its days without the word before that opens one side: "since 2011"


def tokens_of(doc: Doc, start: int, end: int) -> tuple[Token, ...]:
    """The tokens that stand between two characters."""
    span = doc.char_span(start, end)
    return () if span is None else tuple(token for token in span if not token.is_space)
