"""The graph in the forms of RDF, each read back and counted before it is handed out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg import store as stores
from kg.errors import KgError
from kg.export.account import Counts, Exported, check, counted, counts_of, facts_of
from kg.rdf import TYPE, compact, for_xml, term, written
from kg.store import select

_PARTS = tuple(term(f"rdf:{name}") for name in ("subject", "predicate", "object"))


def _turtle(store: Store, base: str) -> Exported:
    data = stores.turtle(stores.sorted_lines(stores.store_triples(store)), base)
    return _read_back("ttl", data, RdfFormat.TURTLE, store, base)


def _lines(store: Store, base: str) -> Exported:
    data = b"".join(stores.sorted_lines(stores.store_triples(store)))
    return _read_back("nt", data, RdfFormat.N_TRIPLES, store, base)


def _jsonld(store: Store, base: str) -> Exported:
    return _read_back("jsonld", written(_sorted(store), RdfFormat.JSON_LD, base), RdfFormat.JSON_LD, store, base)


def _quads(name: str, format: RdfFormat) -> Callable[[Store, str], Exported]:
    """What an article says and supports in a graph of its name; facts, entities and vocabulary in the default graph."""

    def write(store: Store, base: str) -> Exported:
        quads = _by_document(store, base)
        return _read_back(name, written(quads, format, base), format, store, base, total=len(quads))

    return write


def _by_document(store: Store, base: str) -> list[Quad]:
    places = {thing.value: document for thing, document in select(store, _PLACES, base)}
    quads = [
        Quad(t.subject, t.predicate, t.object, places.get(getattr(t.subject, "value", ""), DefaultGraph()))
        for t in _sorted(store)
    ]
    supported = {Quad(s, p, o, d) for s, p, o, d in select(store, _SUPPORTED, base)}
    quads += sorted(supported, key=str)
    return sorted(quads, key=lambda quad: getattr(quad.graph_name, "value", ""))  # stable: triples stay sorted


def document_triples(store: Store, document: str) -> list[Triple]:
    """What one document says, as it stands in the graph of its name in TriG; nothing if there is no such document."""
    place = NamedNode(document)
    within = (term("kg:document"), term("kg:inDocument"))
    things = {quad.subject for property in within for quad in store.quads_for_pattern(None, property, place)}
    things.update(quad.subject for quad in store.quads_for_pattern(place, TYPE, term("kg:Document")))
    found = {quad.triple for thing in things for quad in store.quads_for_pattern(thing, None, None)}
    found |= {Triple(s, p, o) for s, p, o, d in select(store, _SUPPORTED) if d == place} if things else set()
    return sorted(found, key=str)


_PLACES = (
    "SELECT ?x ?d { { ?x kg:document ?d } UNION { ?x kg:inDocument ?d } UNION { ?x a kg:Document BIND(?x AS ?d) } }"
)
_SUPPORTED = """SELECT ?s ?p ?o ?d {
  ?st kg:status kg:Asserted ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:document ?d .
  FILTER NOT EXISTS { ?st kg:review kg:Rejected } }"""


def _rdfxml(store: Store, base: str) -> Exported:
    triples = [_for_xml(triple) for triple in _sorted(store)]
    changed = sum(one != other for one, other in zip(triples, _sorted(store), strict=True))
    lost = (f"control characters in {changed} texts stand as U+FFFD: XML cannot hold them",) if changed else ()
    return _read_back("rdfxml", written(triples, RdfFormat.RDF_XML, base), RdfFormat.RDF_XML, store, base, lost=lost)


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


def _reified(name: str, format: RdfFormat) -> Callable[[Store, str], Exported]:
    """RDF 1.2: a statement is a reifier of its triple; the triple itself stands only where it is a fact."""

    def write(store: Store, base: str) -> Exported:
        lines = stores.sorted_lines(_with_reifiers(store))
        quads = parse(b"".join(lines), format=RdfFormat.N_TRIPLES)
        data = b"".join(lines) if format is RdfFormat.N_TRIPLES else written((q.triple for q in quads), format, base)
        return _read_back(name, data, format, store, base, total=len(lines))

    return write


def _with_reifiers(store: Store) -> Iterator[Triple]:
    """The triples with `rdf:reifies` in the place of `rdf:subject`, `rdf:predicate` and `rdf:object`."""
    yield from (triple for triple in stores.store_triples(store) if triple.predicate not in _PARTS)
    for st, s, p, o in select(store, "SELECT ?st ?s ?p ?o { ?st rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"):
        yield Triple(st, term("rdf:reifies"), Triple(s, p, o))


def _sorted(store: Store) -> Iterator[Triple]:
    lines = stores.sorted_lines(stores.store_triples(store))
    return (quad.triple for quad in parse(b"".join(lines), format=RdfFormat.N_TRIPLES))


def _read_back(
    name: str,
    data: bytes,
    format: RdfFormat,
    store: Store,
    base: str,
    *,
    total: int | None = None,
    lost: Iterable[str] = (),
) -> Exported:
    expected = (len(store) if total is None else total, counts_of(store, base))
    found = counted(parse(data, format=format), _facts_as_read(store, base, format))
    check(format.name, _told(found), _told(expected))
    return Exported(name, {"": data}, found[1], tuple(lost))


def _facts_as_read(store: Store, base: str, format: RdfFormat) -> frozenset[Triple]:
    facts = facts_of(store, base)
    return frozenset(map(_for_xml, facts)) if format is RdfFormat.RDF_XML else facts


def _told(found: tuple[int, Counts]) -> str:
    return f"{found[0]:,} triples with {found[1]}"


WRITERS: dict[str, Callable[[Store, str], Exported]] = {
    "ttl": _turtle,
    "nt": _lines,
    "nq": _quads("nq", RdfFormat.N_QUADS),
    "trig": _quads("trig", RdfFormat.TRIG),
    "jsonld": _jsonld,
    "rdfxml": _rdfxml,
    "ttl12": _reified("ttl12", RdfFormat.TURTLE),
    "nt12": _reified("nt12", RdfFormat.N_TRIPLES),
}
