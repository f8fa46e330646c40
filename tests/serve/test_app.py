"""The server: SPARQL in every form, and nobody through another web page."""

from __future__ import annotations

import csv
import io
import warnings

import pyoxigraph
import pytest
from graphs import article, say, triples

from kg import query, store
from kg.serve.app import application
from kg.serve.served import Served

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of the test client, about its own successor
    from starlette.testclient import TestClient

RIVER = article("River", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))
SELLERS = "SELECT ?s { ?s kg:sells ?o }"
SELLER = "https://example.org/kg/entity/Brightwater"
MADE = "CONSTRUCT { ?s kg:sells ?o } WHERE { ?s kg:sells ?o }"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    out = tmp_path_factory.mktemp("served")
    store.write(out, triples(RIVER))
    served = Served(out, query.Limits(seconds=2, rows=50))
    yield TestClient(application(served), base_url="http://127.0.0.1:8765")
    served.pool.end()


def ask(client, text, accept="", **headers):
    return client.get("/sparql", params={"query": text}, headers={"accept": accept, **headers})


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "application/json", "*/*"])
def test_rows_as_json(client, accept):
    (row,) = ask(client, SELLERS, accept).json()["results"]["bindings"]
    assert row == {"s": {"type": "uri", "value": SELLER}}


def test_rows_as_csv_and_xml(client):
    assert list(csv.reader(io.StringIO(ask(client, SELLERS, "text/csv").text))) == [["s"], [SELLER]]
    found = pyoxigraph.parse_query_results(
        ask(client, SELLERS, "application/sparql-results+xml").content, format=pyoxigraph.QueryResultsFormat.XML
    )
    assert [row["s"].value for row in found] == [SELLER]


@pytest.mark.parametrize(
    ("accept", "format"),
    [
        ("text/turtle", pyoxigraph.RdfFormat.TURTLE),
        ("application/n-triples", pyoxigraph.RdfFormat.N_TRIPLES),
        ("application/ld+json", pyoxigraph.RdfFormat.JSON_LD),
        ("application/rdf+xml", pyoxigraph.RdfFormat.RDF_XML),
    ],
)
def test_triples_in_every_form(client, accept, format):
    response = ask(client, MADE, accept)
    assert response.headers["content-type"].startswith(accept)
    assert len(list(pyoxigraph.parse(response.content, format=format))) == 1


def test_a_form_that_there_is_not_is_406(client):
    assert ask(client, SELLERS, "image/png").status_code == 406


def test_rows_that_were_cut_are_marked(client):
    response = ask(client, "SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert response.headers["x-rows-cut"] == "50"
    assert "there are more" in response.headers["warning"]


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        ("SELECT * {", 400, "not SPARQL"),
        ("", 400, "the query is empty"),
        ("SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }", 400, "not allowed"),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }", 503, "longer than"),
    ],
)
def test_what_goes_wrong_is_one_line_and_the_server_lives(client, text, status, words):
    response = ask(client, text)
    assert response.status_code == status
    assert words in response.text and response.text.count("\n") == 1
    assert ask(client, "ASK { }").status_code == 200


def test_an_update_is_refused(client):
    response = client.post("/sparql", data={"update": "CLEAR ALL"})
    assert response.status_code == 403 and "kg build" in response.text


def test_the_service_describes_itself(client):
    found = list(pyoxigraph.parse(client.get("/sparql").content, format=pyoxigraph.RdfFormat.TURTLE))
    assert any(quad.predicate.value.endswith("#endpoint") for quad in found)


def test_a_graph_that_was_replaced_is_seen(tmp_path):
    store.write(tmp_path, triples(RIVER))
    served = Served(tmp_path)
    client = TestClient(application(served), base_url="http://127.0.0.1:8765")
    assert SELLER in ask(client, SELLERS, "text/csv").text
    store.write(tmp_path, triples(article("Lake", "Ferrow sells Tern.", say("Ferrow", "kg:sells", "Tern"))))
    assert ask(client, SELLERS, "text/csv").text.splitlines()[1].endswith("/Ferrow")
    served.pool.end()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 421),
        ({"host": "127.0.0.1.evil.example"}, 421),
        ({"host": "127.0.0.1:8765@evil.example"}, 421),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}, 403),
        ({"sec-fetch-site": "same-site", "sec-fetch-mode": "cors"}, 403),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}, 200),
        ({"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}, 200),
        ({"host": "localhost:8765"}, 200),
        ({"host": "[::1]:8765"}, 200),
    ],
)
def test_strangers_are_kept_out(client, headers, status):
    assert ask(client, "ASK { }", **headers).status_code == status


def test_no_answer_may_be_framed_sniffed_or_read_elsewhere(client):
    headers = ask(client, "ASK { }").headers
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers


def test_a_large_body_is_refused(client):
    response = client.post("/sparql", content=b"A" * 1_100_000, headers={"content-type": "application/sparql-query"})
    assert response.status_code == 413


def test_health_tells_what_is_served(client):
    assert client.get("/health").json()["status"] == "ok"
