"""Where a text quotes: which words stand inside quotation marks, and in which quotation."""

from __future__ import annotations

from kg.parse import Doc

_SPEECH_MARKS = frozenset({'"', "“", "”"})


def quoted(doc: Doc) -> list[bool]:
    """For each token whether it stands inside double quotation marks; a paragraph closes them."""
    inside, marks = False, []
    for token in doc:
        if token.is_space and "\n" in token.text:
            inside = False
        if token.text in _SPEECH_MARKS:
            inside = token.text == "“" or (token.text == '"' and not inside)
        marks.append(inside)
    return marks


def quotations(doc: Doc) -> list[int]:
    """For each token the number of the quotation it stands in; 0 outside of all."""
    number, before, found = 0, False, []
    for inside in quoted(doc):
        number += inside and not before
        found.append(number if inside else 0)
        before = inside
    return found
