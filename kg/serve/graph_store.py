"""/rdf-graph-store: the SPARQL 1.1 Graph Store Protocol, for reading; a document's IRI names what it says."""

from __future__ import annotations

from pyoxigraph import Triple
from starlette.requests import Request
from starlette.responses import Response

from kg.export import document_triples
from kg.query import Answer
from kg.serve.answers import TRIPLES, formed, in_form, name_of, wants
from kg.serve.protocol import Refusal
from kg.serve.served import Served

METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH"]


def graph_store(request: Request) -> Response:
    """Answer with the whole graph or with what one document says."""
    served: Served = request.app.state.served
    if request.method not in ("GET", "HEAD"):
        served.update("")
    given = request.query_params.multi_items()
    if given == [("default", "")]:
        chosen = wants(request, TRIPLES)
        return formed(served.export(name_of(chosen)), chosen)
    if len(given) != 1 or given[0][0] != "graph":
        raise Refusal(400, "name one graph: ?default for all of it, or ?graph= and the IRI of a document")
    triples = _triples(served, given[0][1])
    if not triples:
        raise Refusal(404, "there is no graph of that name; each document has one, named by the document's IRI")
    return in_form(graph_answer(triples, served.identity.base), wants(request, TRIPLES))


def graph_answer(triples: list[Triple], base: str) -> Answer:
    """Triples as the answer to a query for triples."""
    rows = tuple((t.subject, t.predicate, t.object) for t in triples)
    return Answer("graph", ("subject", "predicate", "object"), rows, base=base)


def _triples(served: Served, iri: str) -> list[Triple]:
    try:
        return document_triples(served.store, iri)
    except ValueError as error:
        raise Refusal(400, f"{iri[:200]!r} is no IRI") from error
