"""Quotation marks of one paragraph, paired over its characters: curly, straight, single, glued to words, unclosed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.parse import Token

_DOUBLE = re.compile("[\"“”„«»]|``|''")
_SINGLE = re.compile("(?<![\\w.,!?])['‘](?=\\w)|(?<=[\\w.,!?…])['’](?!\\w)")
_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»", "''"})
_END_MARKS = ".,!?…"
_SHORTEST = 3  # words between single marks; less may be two apostrophes


@dataclass(frozen=True, slots=True)
class Pair:
    """Characters [start, end) between two marks; where one is missing, to the end or from the start of the text."""

    start: int
    end: int
    has_opening: bool = True
    has_closing: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str


def pairs(text: str) -> Iterator[Pair]:
    """What stands between quotation marks, in order; single marks count only where there are no double ones.

    >>> [text[p.start : p.end] for text in ['It is harmful."We know," he said.'] for p in pairs(text)]
    ['We know,']
    """
    marks = [_Mark(m.start(), m.end(), m.group()) for m in _DOUBLE.finditer(text) if not _is_inch(text, m.start())]
    opened: int | None = None
    done = 0  # up to where the text is paired
    for mark in marks or _single_marks(text):
        if _opens(text, mark, opened is not None):
            if opened is not None:
                yield Pair(opened, mark.start, has_closing=False)
            opened = mark.end
        else:
            yield Pair(done if opened is None else opened, mark.start, has_opening=opened is not None)
            opened = None
        done = mark.end
    if opened is not None and opened < len(text):
        yield Pair(opened, len(text), has_closing=False)


def is_behind_quoted(token: Token, word: Token) -> bool:
    """Whether a token of a sentence stands behind a quotation that another word of it stands in."""
    marks = [t for t in token.doc.tokens[word.sent.start : token.i] if t.is_quote and _DOUBLE.fullmatch(t.text)]
    before, between = [t for t in marks if t.i < word.i], [t for t in marks if t.i > word.i]
    return len(before) % 2 == 1 and len(between) % 2 == 1


def opens_quoted(mark: Token) -> bool:
    """Whether a quotation mark stands free before and not behind."""
    if not mark.is_quote or mark.whitespace_ or not mark.i:
        return False
    before = mark.nbor(-1)
    return bool(before.whitespace_) or before.is_space


def _is_inch(text: str, at: int) -> bool:
    """A 12" pipe: behind a digit, with no quotation open."""
    is_behind_digit = at > 0 and text[at - 1].isdigit() and at + 1 < len(text)
    return text[at] == '"' and is_behind_digit and text[:at].count('"') % 2 == 0


def _opens(text: str, mark: _Mark, is_open: bool) -> bool:
    """Curly marks tell it; straight ones by the spaces around them, in doubt by turns."""
    if mark.text in _OPENING or mark.text in _CLOSING:
        return mark.text in _OPENING
    is_free_before = mark.start == 0 or text[mark.start - 1].isspace() or text[mark.start - 1] in "([—–-"
    is_free_behind = mark.end >= len(text) or text[mark.end].isspace() or text[mark.end] in ").,;:!?]—–-"
    return is_free_before if is_free_before != is_free_behind else not is_open


def _single_marks(text: str) -> Iterator[_Mark]:
    """Single marks that open and close; an apostrophe closes only behind an end mark or as the last one left."""
    marks = [_Mark(m.start(), m.end(), m.group()) for m in _SINGLE.finditer(text)]
    opening = [m for m in marks if m.start == 0 or not (text[m.start - 1].isalnum() or text[m.start - 1] in _END_MARKS)]
    limits = [m.start for m in opening[1:]] + [len(text)]
    for mark, limit in zip(opening, limits, strict=False):
        closing = [m for m in marks if mark.start < m.start < limit]
        strong = [m for m in closing if text[m.start - 1] in _END_MARKS]
        sure = strong or [m for m in closing if text[m.start - 1] != "s"]  # not the mark of "the nurses' pay"
        close = sure[0] if strong else next(iter(sure[-1:] or closing), None)
        if close is not None and len(text[mark.start : close.start].split()) >= _SHORTEST:
            yield _Mark(mark.start, mark.end, "“")
            yield _Mark(close.start, close.end, "”")
