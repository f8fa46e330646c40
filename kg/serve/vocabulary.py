"""The pages of the vocabulary: the classes and relations of the ontology, and the relations in the texts' own words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from pyoxigraph import Literal, NamedNode, Triple
from starlette.requests import Request
from starlette.responses import Response

from kg.rdf import KG, KGO, term
from kg.serve.answers import HTML, TRIPLES, in_form, wants
from kg.serve.graph_store import graph_answer
from kg.serve.rendering import page
from kg.serve.served import Served
from kg.serve.things import Cell, Reader, Some

ONTOLOGY, OPEN = (urlsplit(iri).path for iri in (KG, KGO))
_KINDS = ("owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty", "kg:Relation")
_MOST = 3_000  # terms on a page


@dataclass(frozen=True, slots=True)
class TermCard:
    """A class or property as the page of its vocabulary shows it."""

    name: str
    label: str
    is_class: bool
    comment: str
    examples: list[str]
    broader: list[Cell]
    uses: int  # things of the class, statements with the relation


def vocabulary(request: Request) -> Response:
    """The terms that begin like this path: on a page with an anchor for each, or as RDF."""
    served: Served = request.app.state.served
    reader = Reader(served.store, served.address)
    start = KG if request.url.path == ONTOLOGY else KGO
    terms = _terms(reader, start)
    chosen = wants(request, (*TRIPLES, HTML))
    if chosen != HTML:
        return in_form(graph_answer(_triples(reader, [start.rstrip("#"), *terms]), served.identity.base), chosen)
    uses = _uses(reader, start)
    ranked = sorted(terms, key=lambda iri: (-uses[iri], iri))
    cards = Some(tuple(_card(reader, iri, start, uses[iri]) for iri in ranked[:_MOST]), len(ranked))
    title = "Ontology" if start == KG else "Relations in the articles' own words"
    return page("vocabulary.html", title=title, iri=start, terms=cards)


def _terms(reader: Reader, start: str) -> list[str]:
    found = (
        quad.subject.value
        for kind in _KINDS
        for quad in reader.store.quads_for_pattern(None, term("rdf:type"), term(kind))
        if isinstance(quad.subject, NamedNode)
    )
    return sorted({iri for iri in found if iri.startswith(start)})


def _uses(reader: Reader, start: str) -> Counter[str]:
    """How often each term is the class of a thing or the relation of a statement."""
    found = (
        quad.object.value
        for property in ("rdf:type", "rdf:predicate")
        for quad in reader.store.quads_for_pattern(None, term(property), None)
        if isinstance(quad.object, NamedNode | Literal)
    )
    return Counter(iri for iri in found if iri.startswith(start))


def _card(reader: Reader, iri: str, start: str, uses: int) -> TermCard:
    return TermCard(
        name=iri.removeprefix(start),
        label=reader.named(iri).words,
        is_class=term("owl:Class").value in reader.texts(iri, "rdf:type"),
        comment=" ".join(reader.texts(iri, "rdfs:comment")),
        examples=reader.texts(iri, "skos:example"),
        broader=[*reader.cells(iri, "rdfs:subClassOf"), *reader.cells(iri, "rdfs:subPropertyOf")],
        uses=uses,
    )


def _triples(reader: Reader, terms: list[str]) -> list[Triple]:
    quads = (quad for iri in terms for quad in reader.store.quads_for_pattern(NamedNode(iri), None, None))
    return sorted((quad.triple for quad in quads), key=str)
