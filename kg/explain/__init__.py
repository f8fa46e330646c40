"""Why the graph says what it says: the statements behind a fact or claim, each with its sentence."""

from __future__ import annotations

from kg.explain.asked import explain_words
from kg.explain.entities import Identity, identities
from kg.explain.statements import Explained, Explanation, Mark, explain, explained, statements_about
from kg.explain.text import details, render, sentence_lines, standing_words

__all__ = [
    "Explained",
    "Explanation",
    "Identity",
    "Mark",
    "details",
    "explain",
    "explain_words",
    "explained",
    "identities",
    "render",
    "sentence_lines",
    "standing_words",
    "statements_about",
]
