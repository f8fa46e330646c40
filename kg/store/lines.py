"""A graph as lines of N-Triples: sorted, digested, as Turtle, and in memory."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import RdfFormat, Store, Triple, parse, serialize

from kg.rdf import BASE, written

_TYPE = b" <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
_DIGESTS = 1 << 256


def digest(lines: Iterable[bytes]) -> str:
    """The digest of a set of lines, in any order: the sum of their own, so that a change costs no more than itself.

    >>> redigest(digest([b"a", b"b"]), [b"a"], [b"c"]) == digest([b"c", b"b"])
    True
    """
    return redigest("0", (), lines)


def redigest(before: str, deleted: Iterable[bytes], inserted: Iterable[bytes]) -> str:
    """The digest of a set of lines after a change."""
    more, less = sum(map(_number, inserted)), sum(map(_number, deleted))
    return f"{(int(before, 16) + more - less) % _DIGESTS:064x}"


def _number(line: bytes) -> int:
    return int.from_bytes(hashlib.sha256(line).digest())


def load(triples: Iterable[Triple]) -> Store:
    """A store in memory that holds those triples."""
    store = Store()
    store.bulk_load(b"".join(sorted_lines(triples)), RdfFormat.N_TRIPLES)
    return store


def sorted_lines(triples: Iterable[Triple]) -> list[bytes]:
    """The triples as lines of N-Triples, each once, in an order that depends on nothing else; types come first."""
    return in_order(written_lines(triples))


def written_lines(triples: Iterable[Triple]) -> list[bytes]:
    """The triples as lines of N-Triples, as they come."""
    return (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").splitlines(keepends=True)


def in_order(lines: Iterable[bytes]) -> list[bytes]:
    """Lines, each once, in an order that depends on nothing else; types come first."""
    by_subject: dict[bytes, list[bytes]] = defaultdict(list)
    for line in set(lines):
        by_subject[line[: line.index(b" ") + 1]].append(line)
    return [line for subject in sorted(by_subject) for line in sorted(by_subject[subject], key=_type_first)]


def _type_first(line: bytes) -> bytes:
    return line.replace(_TYPE, b" ! ", 1)


def turtle(lines: Iterable[bytes], base: str = BASE) -> bytes:
    """The Turtle of sorted lines: the same graph, the same bytes."""
    quads = parse(b"".join(lines), format=RdfFormat.N_TRIPLES, lenient=True)  # the engine wrote them
    return written((quad.triple for quad in quads), RdfFormat.TURTLE, base)


def store_triples(store: Store) -> Iterator[Triple]:
    """Yield the triples of a store."""
    return (quad.triple for quad in store)


def stored_lines(store: Store) -> list[bytes]:
    """The triples of a store as lines of N-Triples, each once; one in a named graph, which we never make, shows it."""
    return (store.dump(format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
