"""Names of several words that a table knows, of which the recogniser may have found a part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.annotate.names.spelling import Name, Spelling
from kg.naming import known_organizations, known_places
from kg.parse import Doc, Span

_APART = re.compile(r",|-|'s?(?=\s|$)")  # what the tokenizer cuts from a word


def known_names(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """Names of several words that a table knows: "French Guiana", of which the recogniser took half."""
    for token in doc:
        if not token.text[:1].isupper():
            continue
        in_heading = token.i in spelling.in_heading
        for size in _known_sizes().get(token.text, ()):
            span = doc[token.i : token.i + size]
            if len(span) == size and (span.text in known_places() or span.text in known_organizations()):
                is_longer = in_heading and _is_longer_below(doc, span, spelling)
                if not is_longer and not any(_goes_on(e, span) for e in span.sent.ents):
                    yield Name(span.start, span.end)
                break


def _is_longer_below(doc: Doc, known: Span, spelling: Spelling) -> bool:
    """Whether the running text goes on with the word behind a known name in a heading: "Great Lakes | Steel"."""
    following = doc[known.end : known.end + 1].text
    if not following[:1].isupper():
        return False
    words = [token.lower_ for token in (*known, doc[known.end])]
    below = (token for token in doc.written({words[0]}) if token.i not in spelling.in_heading)
    return any([t.lower_ for t in doc[token.i : token.i + len(words)]] == words for token in below)


def _goes_on(ent: Span, known: Span) -> bool:
    """Whether the recogniser's find is a longer name with a known one in it: "Bank of Norway Tower"."""
    if not (ent.start <= known.start and known.end <= ent.end and len(ent) > len(known)) or ent.label_ == "PERSON":
        return False
    first = known.start - 1 - (ent.doc[known.start - 1].lower_ == "the")
    beside = [ent.doc[i] for i in (first, known.end) if ent.start <= i < ent.end]
    return any(word.text not in {"and", ","} and word.tag_ != "POS" for word in beside)


@cache
def _known_sizes() -> dict[str, tuple[int, ...]]:
    """How many words the names have that the tables know, by their first word, longest first; none of one word."""
    sizes: dict[str, set[int]] = {}
    for name in [*known_places(), *known_organizations()]:
        first, *rest = _APART.sub(r" \g<0> ", name).split()
        if rest:
            sizes.setdefault(first, set()).add(len(rest) + 1)
    return {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}
