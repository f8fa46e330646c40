"""What can hardly be meant is told, and kept."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from kg.given import documents_of
from kg.given.doubts import is_of_its_datatype

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("datatype", "value", "is_one"),
    [
        ("date", "2024-02-29", True),
        ("date", "2026-02-29", False),
        ("date", "2026-02-31", False),
        ("date", "2026-13-01", False),
        ("date", "2026-04-30+02:00", True),
        ("date", "12000-04-31", False),
        ("date", "-0044-03-15", True),
        ("date", "2026", False),
        ("dateTime", "2026-02-28T23:59:59Z", True),
        ("dateTime", "2026-02-30T10:00:00", False),
        ("dateTime", "2026-02-28T25:00:00", False),
        ("dateTimeStamp", "2026-02-28T23:59:59", False),
        ("gYear", "2026", True),
        ("gYearMonth", "2026-13", False),
        ("integer", "12", True),
        ("integer", "twelve", False),
        ("nonNegativeInteger", "-1", False),
        ("positiveInteger", "0", False),
        ("decimal", "1.5", True),
        ("decimal", "1e5", False),
        ("double", "1e5", True),
        ("double", "-INF", True),
        ("boolean", "yes", False),
        ("string", "", True),
        ("anyURI", "%", True),
    ],
)
def test_a_value_is_one_of_its_datatype_or_not(datatype: str, value: str, is_one: bool) -> None:
    assert is_of_its_datatype(Literal(value, datatype=NamedNode(XSD + datatype))) is is_one


def test_a_value_of_a_datatype_that_nobody_knows_may_be_one() -> None:
    assert is_of_its_datatype(Literal("x", datatype=NamedNode("urn:t")))


def test_what_is_doubtful_is_told_with_an_example_and_kept() -> None:
    lines = (
        f'<urn:a> <urn:born> "2026-02-31"^^<{XSD}date> .',
        f'<urn:b> <urn:age> "old"^^<{XSD}integer> .',
        "<urn:a> <urn:owns> <urn:a> .",
        "<urn:a> <http://www.w3.org/2002/07/owl#sameAs> <urn:a> .",
    )
    (document,), notes = documents_of("\n".join(lines).encode(), "a.nt")
    assert sorted(document.text.split("\n")) == sorted(lines[0:4])
    assert notes == (
        "2 values that the datatype does not have, such as '2026-02-31' for date; kept as given",
        "1 triple that relates a thing to itself, such as <urn:a> owns; kept as given",
    )


def test_what_is_in_order_is_not_told() -> None:
    assert documents_of(b'<urn:a> <urn:p> <urn:b> , "x" , 1 .', "a.ttl")[1] == ()
