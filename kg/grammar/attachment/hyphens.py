"""Words that a hyphen joins: "vice-president", whose parts the parser hangs side by side, hyphen and all."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.phrases import HYPHENS
from kg.parse import Doc, Token

_FLAT = frozenset({"NN", "NNS", "JJ"})


def hyphened(doc: Doc) -> Iterator[Arc]:
    """ "Was elected *vice-president* of the union", "lost the *semi-final*": one word, the last part of which is its
    head; nobody is elected vice, or a hyphen."""
    for hyphen in doc.written(HYPHENS):
        if 0 < hyphen.i < len(doc) - 1 and (hyphen.nbor(-1).lower_, hyphen.nbor().lower_) == ("co", "accused"):
            last = hyphen.nbor()  # "her *co-accused*"
            hyphen.tag_, last.tag_, last.pos_, last.lemma_ = "HYPH", "NN", "NOUN", "accused"
            yield from _one_word(hyphen.nbor(-1), hyphen, last)
        elif hyphen.tag_ in _FLAT and 0 < hyphen.i < len(doc) - 1 and _is_inside(hyphen):
            yield from _one_word(hyphen.nbor(-1), hyphen, hyphen.nbor())


def _is_inside(hyphen: Token) -> bool:
    first, last = hyphen.nbor(-1), hyphen.nbor()
    return not (first.whitespace_ or hyphen.whitespace_) and first.is_alpha and first.is_lower and last.tag_ in _FLAT


def _one_word(first: Token, hyphen: Token, last: Token) -> Iterator[Arc]:
    above = first if first.head not in (hyphen, last) and first.head != first else last
    if above.head in (first, hyphen, last):
        return
    if last.tag_ == "JJ" and first.dep_ != "amod":
        last.tag_, last.pos_ = "NN", "NOUN"  # "the semi-final"
    hyphen.tag_, hyphen.pos_ = "HYPH", "PUNCT"
    yield last, above.head, above.dep_
    yield from ((c, last, c.dep_) for part in (first, hyphen) for c in list(part.children) if c not in (hyphen, last))
    yield first, last, "compound"
    yield hyphen, last, "punct"
