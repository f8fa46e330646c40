"""Titles in quotation marks, and where they stand without."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.names.spelling import Name, Spelling
from kg.grammar.verbs import FINITE
from kg.naming import small_words
from kg.parse import Doc, Token

QUOTES = {'"': '"', "“": "”", "«": "»", "‘": "’"}
OPENING_QUOTES = frozenset({*QUOTES, "'"})


def quoted_titles(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """Titles in quotation marks: 'author of "The Salt Road"'."""
    for token in doc:
        closing = QUOTES.get(token.text)
        if not closing or token.whitespace_:
            continue
        end = next((i for i in range(token.i + 1, min(token.i + 12, len(doc))) if doc[i].text == closing), None)
        inside = list(doc[token.i + 1 : end]) if end else []
        if inside and inside[-1].text in {",", "."}:
            inside = inside[:-1]
        if len(inside) < 2 or not _is_title_case(inside):
            continue
        label = "PERSON" if all(t.ent_type_ == "PERSON" for t in inside) else "WORK_OF_ART"
        if token.i not in spelling.in_heading:
            yield Name(inside[0].i, inside[-1].i + 1, label, is_quoted=True)
        if label == "WORK_OF_ART":
            yield from _unquoted(doc, [t.text for t in inside], spelling)


def _unquoted(doc: Doc, words: list[str], spelling: Spelling) -> Iterator[Name]:
    """A title that stands in quotation marks elsewhere, where it has none."""
    for first in doc.written({words[0].lower()}):
        span = doc[first.i : first.i + len(words)]
        is_title = [t.text for t in span] == words and first.i not in spelling.in_heading
        if is_title and not (first.i and doc[first.i - 1].text in QUOTES):
            yield Name(span.start, span.end, "WORK_OF_ART", is_quoted=True)


def _is_title_case(tokens: list[Token]) -> bool:
    letters = [t for t in tokens if t.is_alpha]
    if (
        len(letters) < 2
        or letters[0].tag_ == "CC"
        or any(t.is_lower and (t.tag_ in FINITE or t.text == "not") for t in letters)
        or any(t.is_space or t.text in ".?!" for t in tokens)
    ):
        return False
    capital = [t for t in letters if t.text[0].isupper()]
    small = [t for t in letters if not t.text[0].isupper()]
    return (
        len(capital) >= 2
        and letters[0] in capital
        and letters[-1].text[0].isupper()
        and all(len(t) <= 4 or t.lower_ in small_words("joint") for t in small)
    )
