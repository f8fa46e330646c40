"""Texts cut into stretches that the parser can read in a bounded time: behind sentences, never within one.

Half a sentence may say what the whole does not ("he denied that | the firm sold it"), so one that is too long is not
read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kg.naming import company_suffixes, titles
from kg.settings import LONGEST_SENTENCE

_MOST_WORDS = 600  # words and marks; the parser's time grows with the square of what it reads at once
_LONGEST_END = 4  # characters with which a sentence ends, of which the limit may cut off the last
_CLOSING = r"[\x22'”’)]*\s+(?=[\x22'“‘(]?[A-Z])"
_SENTENCE_END = re.compile(rf"\b(\w{{3,}})[.!?]{_CLOSING}")
_ANY_END = re.compile(
    rf"(\b\w{{3,}}|\b[a-z]{{2}}|[%\])\x22”’\d])[.!?…]+{_CLOSING}"  # "so it is.", "9%.", "(he said)."
    r"|\b([a-z]{4,})[.!?…]+(?:[\x22'”’)]*\s+|(?=[A-Z][a-z]))"  # "it closed. two left", "it closed.Two left"
)
_WORD = re.compile(r"\w+|[^\w\s]")


def stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each stretch, in order, and whether it is of a sentence that is too long to be read."""
    while start < end:
        limit = _limit(text, start, end)
        if limit == end:
            yield start, end, False
            return
        if (cut := _last_end(text, start, limit)) is not None:
            yield start, cut, False
            start = cut
        else:
            stop = _next_end(text, max(start, limit - _LONGEST_END), end)
            yield from ((begin, cut, True) for begin, cut in _in_parts(text, start, stop))
            start = stop


def _limit(text: str, start: int, end: int) -> int:
    """Up to where a stretch may reach that begins there."""
    limit = min(end, start + LONGEST_SENTENCE)
    beyond = next(islice(_WORD.finditer(text, start, limit), _MOST_WORDS, None), None)
    return limit if beyond is None else beyond.start()


def _last_end(text: str, start: int, limit: int) -> int | None:
    """Where the last sentence ends that ends before the limit; by its surest sign, if there is one."""
    for form in (_SENTENCE_END, _ANY_END):
        found = list(_ends(form, text, start, limit))
        if found:
            return found[-1]
    return None


def _ends(form: re.Pattern[str], text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end; before a small letter only in texts that have no capitals: not "the approx. nine clerks"."""
    is_small = text[start:end].islower()
    for match in form.finditer(text, start, end):
        goes_on = text[match.end() : match.end() + 1].islower()
        if (is_small or not goes_on) and not _is_shortened(match[match.lastindex or 1]):
            yield match.end()


def _next_end(text: str, start: int, end: int) -> int:
    """Where the first sentence ends behind a place."""
    return next(_ends(_ANY_END, text, start, end), end)


def _in_parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch in parts that no step behind finds too long, cut at blanks where there are any."""
    while start < end:
        limit = _limit(text, start, end)
        blank = max(text.rfind(" ", start, limit), text.rfind("\n", start, limit))
        cut = blank if limit < end and blank > start else limit
        yield start, cut
        start = cut


def _is_shortened(word: str) -> bool:
    """Corp., Prof."""
    return word.casefold() in company_suffixes() or f"{word}." in titles()
