"""Fixtures that more than one test module needs."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def nlp():
    """The annotating pipeline, loaded once."""
    from kg.annotate.pipeline import load

    return load()
