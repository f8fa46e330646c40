"""The roles of one statement: in order, each told once."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Argument, Literal

Pair = tuple[str, Argument]


def each_once(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """The roles in order, without words that longer ones of the same role hold: the "with hope" of "with hope and
    pride"."""
    kept = (pair for pair in pairs if not any(_holds(other, pair) for other in pairs))
    return tuple(sorted(kept, key=lambda pair: (pair[0], repr(pair[1]))))


def _holds(other: Pair, pair: Pair) -> bool:
    longer, shorter = other[1], pair[1]
    if other[0] != pair[0] or not isinstance(longer, Literal) or not isinstance(shorter, Literal):
        return False
    if longer.start is None or longer.end is None or shorter.start is None or shorter.end is None:
        return False
    is_longer = longer.end - longer.start > shorter.end - shorter.start
    return is_longer and longer.start <= shorter.start and shorter.end <= longer.end
