"""Lemmas that the model cuts wrong: "fined" is of "fine", not of "fin"."""

from __future__ import annotations

from functools import cache

from kg import tables
from kg.parse import Doc


def mend_lemmas(doc: Doc) -> None:
    """Give verbs the lemma that the lexicon has for their form."""
    lemma_by_form = _lemma_by_form()
    for token in doc.written(lemma_by_form.keys()):
        if token.tag_.startswith("VB"):
            token.lemma_ = lemma_by_form[token.lower_]


@cache
def _lemma_by_form() -> dict[str, str]:
    return {row["word"]: row["lemma"] for row in tables.rows(tables.lexicon("lemmas"))}
