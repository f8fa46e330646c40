"""Why the graph says what it says: the statements behind a fact or claim, each with its sentence."""

from __future__ import annotations

from kg.explain.statements import Explained, Explanation, Mark, explain, explain_words
from kg.explain.text import render

__all__ = ["Explained", "Explanation", "Mark", "explain", "explain_words", "render"]
