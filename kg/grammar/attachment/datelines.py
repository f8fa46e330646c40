"""Datelines: "OSLO, March 4 (Nordwire) - The mill" names no subject of what follows."""

from __future__ import annotations

from collections.abc import Iterator

from kg.parse import Token

_DASHES = frozenset({"-", "--", "\u2013", "\u2014"})
_LONGEST = 14
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})


def dateline(token: Token) -> Iterator[tuple[Token, Token, str]]:
    """Where a sentence begins with one: what hung on it hangs on what follows, and it hangs loose itself."""
    end = dateline_end(token) if token.is_sent_start else None
    if end is None:
        return
    before, root = token.doc[token.i : end.i + 1], token.sent.root
    if root in before:
        return
    for word in before:
        if word.pos_ == "VERB":
            word.pos_, word.tag_ = "PROPN", "NNP"  # "PORT ARDEN"
    placed = next((word for word in before if word.head not in before), token)
    for child in [c for word in before for c in word.children if c not in before and c.pos_ in _NOMINAL]:
        yield child, placed.head, placed.dep_  # "ANTWERP - *A painting* was found"
    for word in before:
        if word.head not in before and word.dep_ in (*_SUBJECT, "npadvmod", "dep", "nmod", "compound"):
            yield word, root, "dep"
        elif word.dep_ == "appos":
            yield word, word.head, "dep"


def dateline_end(first: Token) -> Token | None:
    """The dash behind place, date and agency; none if a verb or an article stands before it."""
    if not first.text.isupper() or len(first) < 3:
        return None
    for token in first.doc[first.i : first.i + _LONGEST]:
        if token.text in _DASHES and token.i > first.i and token.nbor(-1).whitespace_:
            return token
        if (token.pos_ in ("VERB", "AUX", "DET", "PRON") and not token.text.isupper()) or token.text == ".":
            return None
    return None
