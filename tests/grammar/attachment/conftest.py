"""The tree that the tests of attachment look at: a sentence as the model parses it, with the arcs set right."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.model import Document


@pytest.fixture(scope="session")
def tree(nlp):
    """Gives the tree of a text."""

    def read(text):
        [(_, doc)] = annotate([Document(text, "t", "t")], nlp)
        return doc

    return read


@pytest.fixture(scope="session")
def token_of(tree):
    """Gives the first word of a text that is written so, to ask where it hangs."""
    return lambda text, word: next(token for token in tree(text) if token.text == word)
