"""Lemmas that the model cuts wrong: "fined" is of "fine", not of "fin"."""

from __future__ import annotations

from functools import cache

from kg.extract import wordlists
from kg.naming import roles
from kg.parse import Token

_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_CLAUSAL = frozenset({"nsubj", "nsubjpass", "dobj", "aux", "auxpass", "mark", "ccomp", "xcomp"})


def mend(token: Token) -> None:
    """Give a verb the lemma that the lexicon has for it; what stands like a noun is none."""
    if token.lower_ in _lemmas():
        token.lemma_ = _lemmas()[token.lower_]
    if token.tag_ == "VBZ" and token.dep_ in _NOMINAL and not any(c.dep_ in _CLAUSAL for c in token.children):
        token.tag_, token.pos_ = "NNS", "NOUN"  # "sieves were found"


def mend_participle(auxiliary: Token) -> None:
    """ "The trip had *been* understaffed": what stands behind "been" is a participle, though it looks like an
    adjective."""
    word = auxiliary.head
    if word.pos_ == "ADJ" and word.i > auxiliary.i:
        word.tag_, word.pos_ = "VBN", "VERB"


def mend_name(token: Token) -> None:
    """ "Wants them to *forfeit* both" is a verb; "the local *MP*, Ann Lee" is a post, and no name."""
    if token.dep_ in ("ccomp", "xcomp") and token.i and token.nbor(-1).tag_ == "TO" and token.nbor(-1).head == token:
        token.tag_, token.pos_, token.lemma_ = "VB", "VERB", token.lower_
    elif token.lower_ in roles() and not token.ent_type_ and any(c.lower_ == "the" for c in token.lefts):
        is_bare = all(c.pos_ != "PROPN" for c in token.lefts)
        if is_bare and any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in token.rights):
            token.tag_, token.pos_ = "NN", "NOUN"


@cache
def _lemmas() -> dict[str, str]:
    return {row["word"]: row["lemma"] for row in wordlists.rows("lemmas")}
