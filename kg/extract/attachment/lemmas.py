"""Lemmas that the model cuts wrong: "fined" is of "fine", not of "fin"."""

from __future__ import annotations

from functools import cache

from kg.extract import wordlists
from kg.parse import Token


def mend(token: Token) -> None:
    """Give a verb the lemma that the lexicon has for it."""
    if token.pos_ == "VERB" and token.lower_ in _lemmas():
        token.lemma_ = _lemmas()[token.lower_]


@cache
def _lemmas() -> dict[str, str]:
    return {row["word"]: row["lemma"] for row in wordlists.rows("lemmas")}
