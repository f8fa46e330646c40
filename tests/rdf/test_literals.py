"""Literals are canonical, and what fits no datatype stays as it was written."""

from __future__ import annotations

import pytest
from pyoxigraph import Triple

from kg import rdf, store


@pytest.mark.parametrize(
    "value, datatype, expected",
    [
        ("007", "xsd:integer", "7"),
        ("-0.80", "xsd:decimal", "-0.8"),
        ("1.0", "xsd:decimal", "1"),
        ("-0.0", "xsd:decimal", "0"),
        ("+12.50", "xsd:decimal", "12.5"),
        ("2021-05-04", "xsd:date", "2021-05-04"),
        ("2016", "xsd:gYear", "2016"),
        ("2016-04", "xsd:gYearMonth", "2016-04"),
        ("1", "xsd:boolean", "true"),
    ],
)
def test_literals_are_written_as_the_store_would_write_them(value, datatype, expected):
    made = rdf.literal(value, datatype)
    assert (made.value, made.datatype) == (expected, rdf.term(datatype))
    triple = Triple(rdf.LABEL, rdf.LABEL, made)
    assert [t.object for t in store.store_triples(store.load([triple]))] == [made]


@pytest.mark.parametrize(
    "value, datatype", [("many", "xsd:integer"), ("2021-13-40", "xsd:date"), ("१२", "xsd:integer")]
)
def test_what_does_not_fit_its_datatype_stays_a_string(value, datatype):
    assert rdf.literal(value, datatype) == rdf.literal(value)


@pytest.mark.parametrize(
    ("value", "datatype", "language", "expected"),
    [
        ("Brücke", "xsd:string", "de", '"Brücke"@de'),
        ("1.5", "http://www.w3.org/2001/XMLSchema#double", "", '"1.5"^^<http://www.w3.org/2001/XMLSchema#double>'),
        ("POINT(1 2)", "http://ex.example/wkt", "", '"POINT(1 2)"^^<http://ex.example/wkt>'),
    ],
)
def test_what_was_given_keeps_language_and_datatype(value: str, datatype: str, language: str, expected: str) -> None:
    assert str(rdf.literal(value, datatype, language)) == expected
