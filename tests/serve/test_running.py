"""`kg serve` as a process, with clients that other people made."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from serve.conftest import BASE, RIVER
from serve.hostile import HOSTILE
from serve.server import Server, serving
from SPARQLWrapper import CSV, JSON, TURTLE, XML, SPARQLWrapper

from kg import store

SELLERS = "SELECT ?s ?o { ?s kg:sells ?o }"
PAIR = (f"{BASE}entity/Brightwater", f"{BASE}entity/Gull")


@pytest.fixture(scope="module")
def server(river: Path) -> Iterator[Server]:
    with serving(river, "--timeout", "5") as started:
        yield started


def test_one_line_says_where_it_is(server):
    assert server.greeting.count(server.address) == 2 and "Ctrl-C" in server.greeting


def test_sparqlwrapper_gets_rows(server):
    client = SPARQLWrapper(f"{server.address}/sparql")
    client.setQuery(SELLERS)
    for method in ("GET", "POST"):
        client.setMethod(method)
        client.setReturnFormat(JSON)
        (row,) = client.queryAndConvert()["results"]["bindings"]
        assert (row["s"]["value"], row["o"]["value"]) == PAIR
    client.setReturnFormat(XML)
    assert len(client.queryAndConvert().getElementsByTagName("result")) == 1
    client.setReturnFormat(CSV)
    assert client.queryAndConvert().decode().splitlines()[1] == ",".join(PAIR)


def test_sparqlwrapper_gets_triples_and_a_yes(server):
    client = SPARQLWrapper(f"{server.address}/sparql")
    client.setQuery("CONSTRUCT WHERE { ?s kg:sells ?o }")
    client.setReturnFormat(TURTLE)
    graph = rdflib.Graph().parse(data=client.queryAndConvert(), format="turtle")
    assert [(str(s), str(o)) for s, _, o in graph] == [PAIR]
    client.setQuery("ASK { ?s kg:sells ?o }")
    client.setReturnFormat(JSON)
    assert client.queryAndConvert()["boolean"] is True


def test_rdflib_sees_the_graph_as_one_of_its_own(server, river):
    graph = rdflib.Graph(SPARQLStore(f"{server.address}/sparql"))
    seller, product = map(rdflib.URIRef, PAIR)
    sells = rdflib.URIRef(f"{BASE}ontology#sells")
    assert list(graph.triples((seller, sells, None))) == [(seller, sells, product)]
    assert (seller, sells, product) in graph and (product, sells, seller) not in graph
    assert len(graph) == store.read_identity(river).triples


def test_rdflib_reads_a_page_of_a_thing_and_a_graph_of_the_store(server):
    graph = rdflib.Graph().parse(f"{server.address}/kg/entity/Brightwater")
    assert (rdflib.URIRef(PAIR[0]), rdflib.RDFS.label, rdflib.Literal("Brightwater")) in graph
    document = f"{BASE}doc/{RIVER.document.id}"
    whole = rdflib.Graph().parse(f"{server.address}/rdf-graph-store?graph={document}", format="turtle")
    assert rdflib.Literal(RIVER.document.text) in set(whole.objects(rdflib.URIRef(document)))


def test_a_query_by_get_and_by_its_own_media_type(server):
    assert server.get("/sparql?query=ASK%7B%7D")[1].split() == ['{"head":', "{},", '"boolean":', "true}"]
    status, text = server.get("/sparql", "text/csv", SELLERS.encode(), **{"Content-Type": "application/sparql-query"})
    assert (status, text.splitlines()[1]) == (200, ",".join(PAIR))


OUTSIDE = (
    *("/../../etc/passwd", "/pages/../served.py", "/pages/%2e%2e/served.py", "/kg/entity/%2e%2e%2f%2e%2e"),
    *("//etc/passwd", "/pages/..%5cserved.py", "/%00", "/%ff"),
)


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_path_leads_to_a_file(server, path):
    connection = HTTPConnection(server.address.removeprefix("http://"))
    connection.putrequest("GET", path, skip_accept_encoding=True)
    connection.endheaders()
    response = connection.getresponse()
    assert response.status == 404
    assert b"root:" not in response.read()


@pytest.mark.parametrize("path", ["/kg/entity/", "/questions/", "/find?name="])
def test_very_long_addresses_are_answered(server, path):
    assert server.get(path + "x" * 20_000)[0] == 404


def test_another_name_for_this_machine_is_not_answered(server):
    assert server.get("/health", Host="kg.evil.example")[0] == 421


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_at_once_even_in_the_midst_of_a_query(river, how):
    with serving(river, "--timeout", "60") as server:
        asking = threading.Thread(target=lambda: _quietly(server), daemon=True)
        asking.start()
        time.sleep(1)
        began = time.monotonic()
        status, said = server.stop(how)
        assert time.monotonic() - began < 6
        assert status in (0, -how) and said == ""
        assert status == 0 or how is signal.SIGTERM


def _quietly(server: Server) -> None:
    try:
        server.ask(HOSTILE["cross product"])
    except OSError:
        return


def kg(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "kg", "serve", *words], capture_output=True, text=True, timeout=60)


def test_a_body_that_breaks_off_or_is_to_be_too_large_is_no_fault_of_the_server(river):
    with serving(river) as started:
        host = started.address.removeprefix("http://")
        head = f"POST /sparql HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/sparql-query\r\n"
        for size in (99_999_999_999, 50):
            with socket.create_connection(tuple(host.split(":")), timeout=10) as client:
                client.sendall(f"{head}Content-Length: {size}\r\n\r\nASK".encode())
                assert size == 50 or client.recv(12) == b"HTTP/1.1 413"
        assert started.ask("ASK { ?s ?p ?o }")[0] == 200
        assert "Traceback" not in started.stop()[1]


def test_a_port_that_is_taken_is_told_in_a_line(river):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        ended = kg("--out", str(river), "--port", port)
    assert ended.returncode == 2 and ended.stdout == ""
    assert f"port {port}" in ended.stderr and "--port" in ended.stderr and ended.stderr.count("\n") == 1


def test_without_a_graph_it_says_so_in_a_line(tmp_path):
    ended = kg("--out", str(tmp_path))
    assert ended.returncode == 2 and "kg build" in ended.stderr and ended.stderr.count("\n") == 1


@pytest.mark.parametrize("words", [("--port", "70000"), ("--timeout", "0"), ("--rows", "0"), ("--workers", "0")])
def test_options_that_make_no_sense_are_refused(river, words):
    assert kg("--out", str(river), *words).returncode == 2
