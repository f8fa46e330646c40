"""Places that their form shows, whatever the tagger makes of them: "Lund-based", "LUND, March 3 (Newswire) - "."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.datelines import datelines
from kg.annotate.names.spelling import Name, Spelling
from kg.annotate.names.tokens import is_hyphen
from kg.naming import small_words
from kg.parse import Doc

_LONGEST_TOWN = 4  # tokens: "RIO DE LA PLATA", "ST. LUCIA"


def placed(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """Places that their form shows, whatever the tagger makes of them: "Lund-based", "LUND, March 3 (Newswire) - "."""
    for token in doc[:-2]:
        if not token.text[0].isupper() or token.ent_type_ or not token.is_alpha or token.i in spelling.in_heading:
            continue
        is_based = is_hyphen(token.nbor()) and token.nbor(2).lower_ in small_words("based") | small_words("affixed")
        if is_based:
            yield Name(token.i, token.i + 1)
    for dateline in datelines(doc):
        end = dateline.start
        while end < dateline.end and end - dateline.start < _LONGEST_TOWN and _is_of_town(doc, dateline.start, end):
            end += 1
        if end > dateline.start:
            yield Name(dateline.start, end)


def _is_of_town(doc: Doc, start: int, i: int) -> bool:
    """Whether a word in capitals, or the dot behind "ST", may be part of a town's name."""
    return doc[i].is_upper or (i == start + 1 and doc[i].text == "." and len(doc[start]) == len("ST"))
