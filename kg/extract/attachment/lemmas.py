"""Lemmas that the model cuts wrong: "fined" is of "fine", not of "fin"."""

from __future__ import annotations

from functools import cache

from kg.extract import wordlists
from kg.parse import Token

_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_CLAUSAL = frozenset({"nsubj", "nsubjpass", "dobj", "aux", "auxpass", "mark", "ccomp", "xcomp"})


def mend(token: Token) -> None:
    """Give a verb the lemma that the lexicon has for it; what stands like a noun is none."""
    if token.lower_ in _lemmas():
        token.lemma_ = _lemmas()[token.lower_]
    if token.tag_ == "VBZ" and token.dep_ in _NOMINAL and not any(c.dep_ in _CLAUSAL for c in token.children):
        token.tag_, token.pos_ = "NNS", "NOUN"  # "sieves were found"


@cache
def _lemmas() -> dict[str, str]:
    return {row["word"]: row["lemma"] for row in wordlists.rows("lemmas")}
