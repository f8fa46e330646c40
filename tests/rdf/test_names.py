"""Any name makes an IRI, and short forms go both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Triple, parse

from kg import rdf, store
from kg.errors import InvalidConfig


@given(st.text(min_size=1, max_size=40))
def test_any_name_makes_an_iri_that_survives_turtle(name):
    subject = rdf.Names().entity(name)
    lines = store.sorted_lines([Triple(subject, rdf.LABEL, rdf.literal(name))])
    back = [quad.triple for quad in parse(store.turtle(lines), format=RdfFormat.TURTLE)]
    assert [t.subject for t in back] == [subject]
    assert back[0].object == rdf.literal(name)


@pytest.mark.parametrize("base", ["https://news.example/", "http://localhost:8000/kg/", "https://zoë.example/"])
def test_a_web_address_with_a_slash_is_a_base(base):
    rdf.check_base(base)


@pytest.mark.parametrize(
    "base",
    [
        "",
        "notaniri",
        "http://x y/",
        "https://news.example",
        "https://n.example/#",
        "https://n.example/?q=/",
        "http://[",
    ],
)
def test_anything_else_is_no_base(base):
    with pytest.raises(InvalidConfig, match="is no base for IRIs"):
        rdf.check_base(base)


@pytest.mark.parametrize(
    "name, iri",
    [
        ("kg:sells", "https://example.org/kg/ontology#sells"),
        ("kgo:keepUpWith", "https://example.org/kg/open#keepUpWith"),
        ("ent:Gull", "https://example.org/kg/entity/Gull"),
        ("rdf:type", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
    ],
)
def test_a_prefixed_name_goes_both_ways(name, iri):
    assert (rdf.expand(name), rdf.compact(iri)) == (iri, name)


@pytest.mark.parametrize("words", ["Ferrow County", "12:30", "x:y", "a <b>", "http://elsewhere.example/x"])
def test_other_words_are_left_alone(words):
    assert rdf.expand(words) == words.strip("<>")
    assert rdf.compact(words) == words


@pytest.mark.parametrize(
    "address, iri",
    [
        ("https://news.example/a b?c=d#e", "https://news.example/a%20b?c=d#e"),
        ("http://zoë.example/ä", "http://zo%C3%AB.example/%C3%A4"),
        ("javascript:alert(1)", None),
        ("ftp://news.example/", None),
        ("news.example", None),
        ("http://[", None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_web_address_is_one(address, iri):
    found = rdf.web_iri(address)
    assert (found.value if found else None) == iri


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://ada.example/", True),
        ("urn:isbn:0451450523", True),
        ("urn:x", False),
        ("urn:x:a b", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("mailto:ada@tarn.example", False),
    ],
)
def test_only_addresses_and_urns_lead_out_of_the_graph(text: str, is_one: bool) -> None:
    assert (rdf.outer_iri(text) is not None) is is_one
