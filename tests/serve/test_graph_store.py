"""The Graph Store Protocol for reading."""

from __future__ import annotations

import pyoxigraph
import pytest
from serve.conftest import BASE, RIVER

from kg import export, store

PATH = "/rdf-graph-store"
DOCUMENT = f"{BASE}doc/{RIVER.document.id}"


@pytest.mark.parametrize(
    ("accept", "format"),
    [("text/turtle", "ttl"), ("application/n-triples", "nt"), ("*/*", "ttl"), ("application/ld+json", "jsonld")],
)
def test_the_default_graph_is_the_whole_graph_in_the_bytes_of_an_export(client, river, accept, format):
    response = client.get(f"{PATH}?default", headers={"accept": accept})
    assert response.content == export.export(store.open_store(river), format)


def test_a_document_names_what_it_says_as_in_trig(client, river):
    trig = export.export(store.open_store(river), "trig")
    quads = pyoxigraph.parse(trig, format=pyoxigraph.RdfFormat.TRIG)
    expected = {quad.triple for quad in quads if getattr(quad.graph_name, "value", "") == DOCUMENT}
    response = client.get(PATH, params={"graph": DOCUMENT}, headers={"accept": "text/turtle"})
    found = {quad.triple for quad in pyoxigraph.parse(response.content, format=pyoxigraph.RdfFormat.TURTLE)}
    assert found == expected and len(found) > 50


@pytest.mark.parametrize(
    ("query", "accept", "status"),
    [
        ("", "", 400),
        ("default&graph=urn:x", "", 400),
        ("default=yes", "", 400),
        ("graph=urn:x&graph=urn:y", "", 400),
        ("graph=no iri", "", 400),
        ("graph=%3E%20%7B", "", 400),
        ("graph=urn:nobody", "", 404),
        (f"graph={BASE}entity/Gull", "", 404),
        ("default", "image/png", 406),
        (f"graph={DOCUMENT}", "image/png", 406),
    ],
)
def test_what_names_no_graph_is_said_in_a_line(client, query, accept, status):
    response = client.get(f"{PATH}?{query}", headers={"accept": accept} if accept else {})
    assert response.status_code == status and response.text.count("\n") == 1


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_nothing_is_changed(client, method):
    response = client.request(method, f"{PATH}?default", content=b"<urn:a> <urn:b> <urn:c> .")
    assert response.status_code == 403 and "articles" in response.text and response.text.count("\n") == 1
