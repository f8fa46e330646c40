"""Fixtures that more than one test module needs."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def nlp():
    """The annotating pipeline, loaded once."""
    from kg.annotate.pipeline import load

    return load()


@pytest.fixture(scope="session")
def parse(nlp):
    """Gives the parse of a sentence as rules see it."""
    from parses import plain

    return lambda text: plain(nlp(text))
