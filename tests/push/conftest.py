"""An endpoint of one's own for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from push.endpoint import Endpoint, serving


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """An endpoint that is up."""
    with serving() as found:
        yield found
