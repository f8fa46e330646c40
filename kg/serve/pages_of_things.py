"""A page for each thing at the path of its IRI, and the same as RDF for programs."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from pyoxigraph import NamedNode, Triple
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg import lookup
from kg.export import document_triples
from kg.serve.answers import HTML, SUFFIXES, TRIPLES, in_form, wants
from kg.serve.cards import Card, document_card, entity_card, other_card, statement_card
from kg.serve.faults import told
from kg.serve.graph_store import graph_answer
from kg.serve.rendering import page
from kg.serve.served import Served
from kg.serve.things import Cell, Reader

_MOST_ABOUT = 10_000  # triples about an entity that are given with its own
_KINDS: dict[str, tuple[Callable[[Reader, str], Card], str]] = {
    "entity": (entity_card, "entity.html"),
    "doc": (document_card, "document.html"),
    "statement": (statement_card, "statement.html"),
}


def thing(request: Request) -> Response:
    """The thing whose IRI has this path; what is unknown is 404, with the names that come near."""
    served: Served = request.app.state.served
    reader = Reader(served.store, served.address)
    iri = served.address.iri(request.scope["path"])
    if iri is None:
        return told(request, 404, "there is nothing here")
    heir = reader.text(iri, "dcterms:isReplacedBy")
    if heir:
        return RedirectResponse(served.address.href(heir) or "/", 301)
    if not _is_known(reader, iri):
        whole, _, suffix = iri.rpartition(".")
        if suffix not in SUFFIXES or not _is_known(reader, whole):
            return told(request, 404, "the graph knows nothing of that name", _near(reader, iri))
        return _as(reader, whole, SUFFIXES[suffix])
    return _as(reader, iri, wants(request, (*TRIPLES, HTML)))


def find(request: Request) -> Response:
    """Lead to the entity that a name means, or list those that it may mean."""
    served: Served = request.app.state.served
    name = request.query_params.get("name", "").strip()
    if not name:
        return told(request, 400, "say whom or what to find: /find?name=Halden")
    found = lookup.near(served.store, name, served.address.base)
    if len(found) == 1:
        return RedirectResponse(served.address.href(found[0].iri), 303)
    cells = [Cell(match.label, served.address.href(match.iri)) for match in found]
    return page("found.html", status=200 if cells else 404, title="Find", name=name, found=cells)


def _as(reader: Reader, iri: str, chosen: str) -> Response:
    if chosen != HTML:
        return in_form(graph_answer(_triples(reader, iri), reader.address.base), chosen)
    card, template = _KINDS.get(_kind(reader, iri), (other_card, "thing.html"))
    return page(template, title=reader.named(iri).words, card=card(reader, iri), path=reader.address.href)


def _kind(reader: Reader, iri: str) -> str:
    return iri.removeprefix(reader.address.base).partition("/")[0]


def _is_known(reader: Reader, iri: str) -> bool:
    return next(iter(reader.store.quads_for_pattern(NamedNode(iri), None, None)), None) is not None


def _triples(reader: Reader, iri: str) -> list[Triple]:
    """What is said of a thing; with an entity the facts about it, with a statement its sentence."""
    kind, store = _kind(reader, iri), reader.store
    if kind == "doc":
        return document_triples(store, iri)
    found = [quad.triple for quad in store.quads_for_pattern(NamedNode(iri), None, None)]
    if kind == "entity":
        about = (quad.triple for quad in store.quads_for_pattern(None, None, NamedNode(iri)))
        things = sorted((t for t in about if str(t.subject).startswith(f"<{reader.address.base}entity/")), key=str)
        found += things[:_MOST_ABOUT]
    for passage in reader.texts(iri, "kg:evidence") if kind == "statement" else ():
        found += [quad.triple for quad in store.quads_for_pattern(NamedNode(passage), None, None)]
    return sorted(set(found), key=str)


def _near(reader: Reader, iri: str) -> list[Cell]:
    name = urlsplit(iri).path.rpartition("/")[2].replace("_", " ")
    found = lookup.near(reader.store, name, reader.address.base) if _kind(reader, iri) == "entity" else []
    return [Cell(match.label, reader.address.href(match.iri)) for match in found]
