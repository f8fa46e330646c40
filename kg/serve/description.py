"""What the SPARQL service says of itself, in the words of the SPARQL 1.1 Service Description."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.query.answer import Answer
from kg.query.formats import FORMAT_BY_NAME
from kg.rdf import TYPE, term
from kg.store import Identity

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_NAMES = {
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "jsonld": "JSON-LD",
    "rdfxml": "RDF_XML",
}


def service_description(endpoint: str, identity: Identity) -> Answer:
    """The description of the service at an address, as the answer to a query for triples."""
    rows = tuple((t.subject, t.predicate, t.object) for t in _triples(endpoint, identity))
    return Answer("graph", ("subject", "predicate", "object"), rows, base=identity.base)


def _triples(endpoint: str, identity: Identity) -> Iterator[Triple]:
    service, dataset, graph = (BlankNode(name) for name in ("service", "dataset", "graph"))
    yield Triple(service, TYPE, _sd("Service"))
    yield Triple(service, _sd("endpoint"), NamedNode(endpoint))
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield from (Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + _NAMES[name])) for name in FORMAT_BY_NAME)
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, TYPE, _sd("Dataset"))
    yield Triple(dataset, _sd("defaultGraph"), graph)
    yield Triple(graph, TYPE, _sd("Graph"))
    yield Triple(graph, NamedNode(f"{_VOID}triples"), Literal(str(identity.triples), datatype=term("xsd:integer")))


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)
