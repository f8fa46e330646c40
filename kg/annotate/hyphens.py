"""Words cut at a hyphen that hang side by side, "Ex" and "banker" in "Ex-banker pleads guilty", hang on their last."""

from __future__ import annotations

from kg.annotate.pieces import UNTAGGED
from kg.grammar.phrases import HYPHENS
from kg.parse import Doc


def hang_halves(doc: Doc) -> None:
    """Let the word behind a hyphen head what stands before it, where the parser hung both on one word alike."""
    for hyphen in doc.written(HYPHENS):
        if not 0 < hyphen.i < len(doc) - 1 or hyphen.tag_ == UNTAGGED:
            continue
        before, behind = hyphen.nbor(-1), hyphen.nbor()
        is_inside = not before.whitespace_ and not hyphen.whitespace_ and behind.head not in (before, behind, hyphen)
        if is_inside and all((word.head, word.dep_) == (behind.head, behind.dep_) for word in (before, hyphen)):
            for word in [*before.lefts]:
                doc.hang(word, behind, word.dep_)
            doc.hang(before, behind, "compound")
            doc.hang(hyphen, behind, "punct")
