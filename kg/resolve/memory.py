"""What resolving found out of the names and groups of a collection, for resolving most of them once more."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.resolve.comparing import Comparisons
from kg.resolve.things import Things


@dataclass(frozen=True, slots=True)
class Memory:
    """Kept through one build: what is in it is only used where the same records would give the same again."""

    comparisons: Comparisons = field(default_factory=Comparisons)
    things: Things = field(default_factory=Things)
