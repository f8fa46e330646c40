"""Every triple is found by its predicate and by its object, and if not, that is noticed."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.store.indexes import check_indexes
from kg.store.lines import stored_lines

A, B, SAYS = (NamedNode(f"https://example.org/{name}") for name in ("a", "b", "says"))
OBJECTS = (A, B, Literal(255), Literal(256), Literal(255.0), Literal('x\n"y"'), Literal("ü", language="en"))


@pytest.fixture
def opened() -> Store:
    store = Store()
    store.extend([Quad(subject, SAYS, object) for subject in (A, B) for object in OBJECTS])
    return store


def test_what_is_whole_passes(opened: Store) -> None:
    check_indexes(opened, stored_lines(opened))


@pytest.mark.parametrize(
    "line",
    [
        b'<https://example.org/a> <https://example.org/says> "256" .',
        b"<https://example.org/a> <https://example.org/told> <https://example.org/b> .",
        b'<https://example.org/b> <https://example.org/says> "255"^^<http://www.w3.org/2001/XMLSchema#integer> .',
    ],
)
def test_what_is_not_found_is_told(opened: Store, line: bytes) -> None:
    with pytest.raises(RuntimeError, match="not all triples with"):
        check_indexes(opened, [*stored_lines(opened), line + b"\n"])


def test_a_term_that_cannot_be_read_is_told(opened: Store) -> None:
    with pytest.raises(RuntimeError, match="cannot be read"):
        check_indexes(opened, [b"<https://example.org/a> <a\\> <https://example.org/b> .\n"])
