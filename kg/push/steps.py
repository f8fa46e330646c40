"""What is to be sent: the difference between two sets of lines of N-Triples, cut into requests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

MOST_TRIPLES = 1000  # in a request; Virtuoso parses no more than a few thousand
MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Step:
    """One request: lines that go and lines that come; doing it twice does no more than doing it once."""

    deleted: tuple[bytes, ...] = ()
    inserted: tuple[bytes, ...] = ()
    is_replacing: bool = False  # whatever else stands in the graph goes first

    @property
    def digest(self) -> str:
        """Named by content."""
        found = hashlib.sha256(b"replace\n" if self.is_replacing else b"change\n")
        for sign, lines in ((b"-", self.deleted), (b"+", self.inserted)):
            for line in lines:
                found.update(sign + line)
        return found.hexdigest()


def steps(
    there: Set[bytes], wanted: Set[bytes], most: int = MOST_TRIPLES, *, is_replacing: bool = False
) -> Iterator[Step]:
    """Yield the requests that make a graph what it should be: what belongs to one subject goes and comes together.

    >>> [(step.deleted, step.inserted) for step in steps({b"a", b"b"}, {b"b", b"c"}, 1)]
    [((b'a',), ()), ((), (b'c',))]
    """
    changed = wanted if is_replacing else there ^ wanted
    is_first = is_replacing
    for lines in _portions(sorted(changed), most):
        deleted = tuple(line for line in lines if line not in wanted)
        yield Step(deleted, tuple(line for line in lines if line in wanted), is_first)
        is_first = False
    if is_first:
        yield Step(is_replacing=True)


def _portions(lines: Iterable[bytes], most: int) -> Iterator[list[bytes]]:
    portion: list[bytes] = []
    size = 0
    for line in lines:
        if portion and (len(portion) >= most or size + len(line) > MOST_BYTES):
            yield portion
            portion, size = [], 0
        portion.append(line)
        size += len(line)
    if portion:
        yield portion
