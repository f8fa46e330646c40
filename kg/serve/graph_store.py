"""/rdf-graph-store: the SPARQL 1.1 Graph Store Protocol; a document's IRI names what it says, and with a token a
client may put graphs of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple, parse
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kg.export import document_triples
from kg.model import PART
from kg.query import Answer
from kg.rdf import TYPE, term
from kg.serve.answers import TRIPLES, formed, in_form, name_of, wants
from kg.serve.body import body_of, content_type
from kg.serve.protocol import Refusal
from kg.serve.served import Served

METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH"]
_LARGEST = 20_000_000  # bytes of a graph that is put


async def graph_store(request: Request) -> Response:
    """Answer with the whole graph or with what one document says; change a named graph for those who may."""
    served: Served = request.app.state.served
    if request.method in ("GET", "HEAD"):
        return await run_in_threadpool(_read, request, served)
    if served.writer is None:
        served.update("")
        return Response(status_code=403)
    served.writer.check(request.headers.get("authorization", ""))
    if request.method == "PATCH":
        raise Refusal(405, "a graph is changed by PUT, POST and DELETE")
    name = _name_to_write(request)
    if request.method == "DELETE":
        await run_in_threadpool(served.writer.delete, name)
        return Response(status_code=204)
    content, kind = await body_of(request, _LARGEST), content_type(request)
    is_more = request.method == "POST"
    is_new = await run_in_threadpool(served.writer.put, name, content, kind, is_more=is_more)
    return Response(status_code=201 if is_new else 204)


def _name_to_write(request: Request) -> str:
    """The name of the graph that is to be changed: an IRI."""
    asked = request.query_params.multi_items()
    if len(asked) != 1 or asked[0][0] != "graph" or not asked[0][1]:
        raise Refusal(400, "name the graph that is to be changed: ?graph= and an IRI of yours")
    name = asked[0][1]
    try:
        NamedNode(name)
    except ValueError as error:
        raise Refusal(400, f"{name[:200]!r} is no IRI") from error
    if PART in name:
        raise Refusal(400, f"no graph may be called so: {PART} tells parts of large ones")
    return name


def _read(request: Request, served: Served) -> Response:
    asked = request.query_params.multi_items()
    if asked == [("default", "")]:
        chosen = wants(request, TRIPLES)
        return formed(served.export(name_of(chosen)), chosen)
    if len(asked) != 1 or asked[0][0] != "graph":
        raise Refusal(400, "name one graph: ?default for all of it, or ?graph= and the IRI of a document")
    triples = _triples(served, asked[0][1])
    if not triples:
        raise Refusal(404, "there is no graph of that name; each document has one, named by the document's IRI")
    return in_form(graph_answer(triples, served.identity.base), wants(request, TRIPLES))


def graph_answer(triples: list[Triple], base: str) -> Answer:
    """Triples as the answer to a query for triples."""
    rows = tuple((t.subject, t.predicate, t.object) for t in triples)
    return Answer("graph", ("subject", "predicate", "object"), rows, base=base)


def _triples(served: Served, iri: str) -> list[Triple]:
    try:
        return document_triples(served.store, iri) or list(_given(served.store, iri))
    except ValueError as error:
        raise Refusal(400, f"{iri[:200]!r} is no IRI") from error


def _given(store: Store, name: str) -> Iterator[Triple]:
    """Yield the triples of a file of that name, or of the graph that was put under it, as they were given."""
    found = (quad.subject for quad in store.quads_for_pattern(None, TYPE, term("kg:DataFile")))
    for document in sorted(subject.value for subject in found if isinstance(subject, NamedNode)):
        source, text = (_value(store, document, property) for property in ("dcterms:source", "kg:text"))
        if source.partition(PART)[0] == name:
            yield from (quad.triple for quad in parse(text.encode("utf-8"), format=RdfFormat.N_QUADS))


def _value(store: Store, subject: str, property: str) -> str:
    found = store.quads_for_pattern(NamedNode(subject), term(property), None)
    return next((quad.object.value for quad in found if isinstance(quad.object, Literal)), "")
