"""What tests of single words share: the state and the status of the first word with that text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.factuality import Factuality, State
from kg.model import Document, Status, status_of


@pytest.fixture
def state_at(nlp) -> Callable[[str, str], State]:
    """Gives the state of a word of a sentence, with who says so."""

    def read(sentence: str, word: str) -> State:
        ((_, doc),) = annotate([Document(sentence, "t", "t")], nlp)
        return Factuality(doc).of(next(token for token in doc if token.text == word))

    return read


@pytest.fixture
def status_at(state_at) -> Callable[[str, str], Status]:
    """Gives the status of a word of a sentence."""

    def read(sentence: str, word: str) -> Status:
        state = state_at(sentence, word)
        return status_of(state.mode, state.polarity, state.is_attributed)

    return read
