"""Names of which the text says that they are two things: "Orlo Bank is not related to Orlo Banking Group"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

from kg.annotate.names.spelling import Name, written
from kg.naming import normal_form, rows, words
from kg.parse import Doc, Span

_REACH = 10  # words behind a form in which the name stands: "not related to *the London hedge fund* Orlo"

Apart = frozenset[frozenset[str]]  # pairs of normal forms


def told_apart(doc: Doc, names: Iterable[Name]) -> Apart:
    """The pairs of names that begin alike and that the text says are two things, by their normal forms."""
    found = [name for name in sorted(names, key=lambda n: (n.start, n.end)) if not name.is_nested]
    return frozenset(pair for sentence in doc.sents for pair in _pairs(doc, sentence, found))


def _pairs(doc: Doc, sentence: Span, names: list[Name]) -> Iterator[frozenset[str]]:
    for start, end, kind in _told(sentence):
        before = [n for n in names if sentence.start <= n.start and n.end <= start]
        behind = [n for n in names if end <= n.start < min(end + _REACH, sentence.end)]
        if kind == "both":
            alike = list(combinations(before, 2))
        else:
            around = before or [n for n in names if _is_sentence_before(doc, sentence, n)]
            alike = [(one, other) for other in behind for one in around]
        for one, other in alike:
            forms = [_form(doc, name) for name in (one, other)]
            if forms[0] != forms[1] and _begin_alike(*forms):
                yield frozenset(forms)


def _told(sentence: Span) -> Iterator[tuple[int, int, str]]:
    """Where a form begins and ends, and its kind."""
    tokens = [token for token in sentence if not token.is_space]
    text, places = "", {}
    for token in tokens:
        places[len(text)] = token.i
        text += f"{token.lower_} "
    for form, kind in _forms():
        for match in form.finditer(text):
            end = max(i for at, i in places.items() if at < match.end()) + 1
            if match.start() in places:
                yield places[match.start()], end, kind


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"(?<!\S)(?:{row['form']})(?= )"), row["kind"]) for row in rows("namesakes"))


def _is_sentence_before(doc: Doc, sentence: Span, name: Name) -> bool:
    """Whether a name stands in the sentence before: "It was bought by Orlo Group. *It* is not related to Orlo"."""
    before = sentence.start - 1
    while before > 0 and doc[before].is_space:
        before -= 1
    return before >= 0 and doc[before].sent.start <= name.start <= before


def _form(doc: Doc, name: Name) -> str:
    return normal_form(written(doc[name.start : name.end]))


def _begin_alike(one: str, other: str) -> bool:
    return words(one)[:1] == words(other)[:1]
