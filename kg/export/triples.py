"""The graph in the forms of RDF, each read back and counted before it is handed out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg import store as stores
from kg.errors import KgError
from kg.rdf import TYPE, compact, for_xml, term, written
from kg.store import select


def _turtle(store: Store, base: str) -> bytes:
    data = stores.turtle(stores.sorted_lines(stores.store_triples(store)), base)
    return _counted(data, RdfFormat.TURTLE, store)


def _lines(store: Store, base: str) -> bytes:
    return _counted(b"".join(stores.sorted_lines(stores.store_triples(store))), RdfFormat.N_TRIPLES, store)


def _jsonld(store: Store, base: str) -> bytes:
    data = written(_sorted(store), RdfFormat.JSON_LD, base)
    return _counted(data, RdfFormat.JSON_LD, store)


def _quads(format: RdfFormat) -> Callable[[Store, str], bytes]:
    """What a document says in a graph of its name; facts, entities and vocabulary in the default graph."""

    def write(store: Store, base: str) -> bytes:
        return _counted(written(_by_document(store, base), format, base), format, store)

    return write


def _by_document(store: Store, base: str) -> list[Quad]:
    places = {thing.value: document for thing, document in select(store, _PLACES, base)}
    quads = [
        Quad(t.subject, t.predicate, t.object, places.get(getattr(t.subject, "value", ""), DefaultGraph()))
        for t in _sorted(store)
    ]
    return sorted(quads, key=lambda quad: getattr(quad.graph_name, "value", ""))  # stable: triples stay sorted


def document_triples(store: Store, document: str) -> list[Triple]:
    """What one document says, as it stands in the graph of its name in TriG; nothing if there is no such document."""
    place = NamedNode(document)
    within = (term("kg:document"), term("kg:inDocument"))
    things = {quad.subject for property in within for quad in store.quads_for_pattern(None, property, place)}
    things.update(quad.subject for quad in store.quads_for_pattern(place, TYPE, term("kg:Document")))
    return sorted((quad.triple for thing in things for quad in store.quads_for_pattern(thing, None, None)), key=str)


_PLACES = (
    "SELECT ?x ?d { { ?x kg:document ?d } UNION { ?x kg:inDocument ?d } UNION { ?x a kg:Document BIND(?x AS ?d) } }"
)


def _rdfxml(store: Store, base: str) -> bytes:
    triples = [_for_xml(triple) for triple in _sorted(store)]
    data = written(triples, RdfFormat.RDF_XML, base)
    return _counted(data, RdfFormat.RDF_XML, store)


def _for_xml(triple: Triple) -> Triple:
    """A triple as XML can say it: no control characters, and a relation that can be the name of an element."""
    if not re.search(r"[^\W\d][\w.-]*$", triple.predicate.value):
        raise KgError(
            f"RDF/XML has no way to write the relation {compact(triple.predicate.value)}. Export Turtle or N-Triples."
        )
    object = triple.object
    if isinstance(object, Literal) and for_xml(object.value) != object.value:
        return Triple(triple.subject, triple.predicate, Literal(for_xml(object.value)))
    return triple


def _sorted(store: Store) -> Iterator[Triple]:
    lines = stores.sorted_lines(stores.store_triples(store))
    return (quad.triple for quad in parse(b"".join(lines), format=RdfFormat.N_TRIPLES))


def _counted(data: bytes, format: RdfFormat, store: Store) -> bytes:
    found, expected = sum(1 for _ in parse(data, format=format)), len(store)
    if found != expected:
        raise KgError(
            f"{format.name}: {found:,} triples read back where {expected:,} were written. Export Turtle or N-Triples."
        )
    return data


WRITERS: dict[str, Callable[[Store, str], bytes]] = {
    "ttl": _turtle,
    "nt": _lines,
    "nq": _quads(RdfFormat.N_QUADS),
    "trig": _quads(RdfFormat.TRIG),
    "jsonld": _jsonld,
    "rdfxml": _rdfxml,
}
