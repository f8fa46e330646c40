"""Passages of a document: its sentences as evidence, and the words of a clause."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Evidence
from kg.parse import Doc, Token


def _run_around(head: Token) -> list[Token]:
    """The words under a predicate that stand together with it: not the "which" of "which they wanted to sell"."""
    under = {token.i for token in head.subtree} | {token.i for token in head.sent if token.is_space}
    left = right = head.i
    while left - 1 in under:
        left -= 1
    while right + 1 in under:
        right += 1
    return [token for token in head.doc[left : right + 1] if not token.is_space]


def clause_words(head: Token) -> list[Token]:
    """The embedded clause without its conjunction and its outer punctuation."""
    words = _run_around(head)
    while (
        words
        and (words[0].is_punct or words[0].is_quote or words[0].lower_ in ("that", "whether", "if"))
        and len(words) > 1
    ):
        words.pop(0)
    while words and (words[-1].is_punct or words[-1].is_quote) and len(words) > 1:
        words.pop()
    return words


def bounds(doc: Doc) -> Iterator[tuple[int, int]]:
    """Where the words of each sentence begin and end, without blanks."""
    for sent in doc.sents:
        solid = [token.i for token in sent if not token.is_space]
        if solid:
            yield solid[0], solid[-1] + 1


def sentences(doc: Doc) -> list[Evidence]:
    """Each sentence of a document as evidence."""
    found = []
    for index, (first, last) in enumerate(bounds(doc)):
        span = doc[first:last]
        found.append(Evidence(span.start_char, span.end_char, span.text, index))
    return found
