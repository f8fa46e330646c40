"""IRIs and paths lead to each other, and no path leads out of the graph."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf import Names
from kg.serve.address import Address

KG = Address("https://example.org/kg/")
ROOT = Address("https://news.example/")


@pytest.mark.parametrize(
    ("address", "iri", "path"),
    [
        (KG, "https://example.org/kg/entity/Gull", "/kg/entity/Gull"),
        (KG, "https://example.org/kg/doc/River-1#char=0,9", "/kg/doc/River-1#char=0,9"),
        (KG, "https://example.org/kg/ontology#sells", "/kg/ontology#sells"),
        (ROOT, "https://news.example/entity/Gull", "/entity/Gull"),
        (ROOT, "https://example.org/kg/open#beUnsafe", "/kg/open#beUnsafe"),
        (ROOT, "https://news.example//evil.example/x", ""),
        (ROOT, "https://example.org/kg/entity/Gull", ""),
        (KG, "http://www.w3.org/2002/07/owl#Class", ""),
    ],
)
def test_a_thing_of_the_graph_has_a_path(address, iri, path):
    assert address.path(iri) == path


@pytest.mark.parametrize(
    ("iri", "href"), [("http://a.example/", "http://a.example/"), ("javascript:x", ""), ("urn:x", "")]
)
def test_a_link_leads_to_the_web_or_nowhere(iri, href):
    assert KG.href(iri) == href


@pytest.mark.parametrize(
    "path", ["", "/", "/kg/", "/kg/entity", "/kg/entity/", "/other/entity/X", "/kg/En/X", "/kg/../x/y"]
)
def test_a_path_that_no_thing_can_have(path):
    assert KG.iri(path) is None


@given(st.text(min_size=1, max_size=40))
def test_every_name_has_a_path_that_leads_back(name):
    for address in (KG, ROOT):
        iri = Names(address.base).entity(name).value
        assert address.iri(unquote(address.path(iri))) == iri
