"""Parses: written by hand, "word/TAG/dep>head" for each word, or made by the parser; plain ones, as rules see them."""

from __future__ import annotations

import spacy

from kg.annotate.whole import whole
from kg.parse import Doc

_POS = {
    "NNP": "PROPN",
    "PRP": "PRON",
    "PRP$": "PRON",
    "MD": "AUX",
    "IN": "ADP",
    "TO": "PART",
    "CC": "CCONJ",
    "DT": "DET",
}
_VOCAB = spacy.blank("en").vocab
_BE = {"is", "was", "were", "are", "be", "been", "has", "have"}


def doc(parse: str, lemmas: dict[str, str] | None = None) -> Doc:
    """A Doc from "Lund/NNP/nsubj>sold sold/VBD/ROOT>sold"; of equal words, a head is the nearest.

    >>> [token.dep_ for token in doc("Lund/NNP/nsubj>left left/VBD/ROOT>left")]
    ['nsubj', 'ROOT']
    """
    parts = [part.rsplit("/", 2) for part in parse.split()]
    words = [word for word, _, _ in parts]
    arcs = [arc.split(">") for _, _, arc in parts]
    made = spacy.tokens.Doc(
        _VOCAB,
        words=words,
        tags=[tag for _, tag, _ in parts],
        pos=[_pos(word, tag) for word, tag, _ in parts],
        lemmas=[(lemmas or {}).get(word, word.lower()) for word in words],
        deps=[label for label, _ in arcs],
        heads=[_nearest(words, head, place) for place, (_, head) in enumerate(arcs)],
    )
    return plain(made)


def plain(made: spacy.tokens.Doc) -> Doc:
    """A Doc of spaCy's as rules see it."""
    return whole(made.text, [(made, list(range(len(made.text))))], made.vocab)


def _pos(word: str, tag: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if word in _BE else "VERB"
    return _POS.get(tag) or {"N": "NOUN", "J": "ADJ", "R": "ADV", "C": "NUM"}.get(tag[0], "PUNCT")


def _nearest(words: list[str], head: str, place: int) -> int:
    return min((n for n, word in enumerate(words) if word == head), key=lambda n: abs(n - place))
