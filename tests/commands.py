"""How a test calls the command line: `kg("query", "who-sells-what")`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ended:
    """How a command ended: its status and what it printed."""

    status: int
    out: str
    err: str


Kg = Callable[..., Ended]
