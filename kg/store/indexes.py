"""Whether every triple of a store is found by its predicate and by its object too, which have files of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pyoxigraph import Store

_AT_ONCE = 500  # terms that are asked for together: so few are looked up, and not all triples gone through


def check_indexes(opened: Store, lines: list[bytes]) -> None:
    """Raise RuntimeError, or OSError, unless the triples of those lines are found by both.

    Rows are counted here: over a damaged file the engine's own COUNT never ends.
    """
    predicates, objects = Counter[bytes](), Counter[bytes]()
    for line in lines:
        _, predicate, rest = line.split(b" ", 2)
        predicates[predicate] += 1
        objects[rest.removesuffix(b" .\n")] += 1
    try:
        _check(opened, "?s ?x ?o", predicates)
        _check(opened, "?s ?p ?x", objects)
    except (SyntaxError, ValueError) as error:
        raise RuntimeError("its terms cannot be read") from error


def _check(opened: Store, pattern: str, counts: Counter[bytes]) -> None:
    """Whether as many triples as were counted are found by each term. A blank node, which no graph of ours has, cannot
    be asked for; the digest tells of it."""
    terms = [term for term in counts if not term.startswith((b"_:", b"<<"))]
    for start in range(0, len(terms), _AT_ONCE):
        some = terms[start : start + _AT_ONCE]
        found = Counter(_found(opened, pattern, some))
        for number, term in enumerate(some):
            if found[str(number)] != counts[term]:
                raise RuntimeError(f"not all triples with {term.decode()} are found by it")


def _found(opened: Store, pattern: str, terms: Iterable[bytes]) -> Iterator[str]:
    """For each triple that is found by a term, the number of the term: the engine need not look that up."""
    values = " ".join(f"({term.decode()} {number})" for number, term in enumerate(terms))
    rows = opened.query(f"SELECT ?i {{ VALUES (?x ?i) {{ {values} }} {pattern} }}")
    yield from (row[0].value for row in rows)  # type: ignore[union-attr]
