"""The graph in the formats of other programs: RDF, networks of facts, and a table of statements.

In: a store. Out: bytes that depend on nothing but the graph.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from kg.errors import KgError
from kg.rdf import BASE, compact, prefixes
from kg.store import select, sorted_lines, store_triples, turtle

if TYPE_CHECKING:
    import networkx

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TODAY = re.compile(rb' lastmodifieddate="[^"]*"')
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?[\d.,]+%?")


def export(store: Store, format: str, *, base: str = BASE) -> bytes:
    """The whole graph, or for `graphml` and `gexf` the network of its facts, for `csv` a row a statement."""
    if format not in FORMATS:
        raise KgError(f"no export format is called {format!r}. There are: {', '.join(FORMATS)}.")
    return FORMATS[format](store, base)


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A plain triple whose object is a thing or a proposition, and how many documents state it."""

    subject: str
    predicate: str
    object: str
    documents: int


def facts(store: Store, *, base: str = BASE) -> list[Fact]:
    """Every fact between things, sorted; facts with a value as object are left to the other formats."""
    documents: dict[tuple[str, str, str], set[str]] = {}
    for row in select(store, _FACTS, base):
        triple = (row["s"].value, row["p"].value, row["o"].value)
        documents.setdefault(triple, set()).add(row["d"].value)
    return sorted(Fact(*triple, len(found)) for triple, found in documents.items())


def to_networkx(store: Store, *, base: str = BASE) -> networkx.MultiDiGraph:
    """The facts as a network: nodes with `label` and `type`, edges with `relation`, `predicate` and `documents`."""
    import networkx

    graph = networkx.MultiDiGraph()
    found = facts(store, base=base)
    labels, types = _described(store, "rdfs:label", base), _described(store, "a", base)
    for iri in sorted({end for fact in found for end in (fact.subject, fact.object)}):
        graph.add_node(compact(iri, base), label=labels.get(iri, ""), type=compact(types.get(iri, ""), base))
    for fact in found:
        ends = compact(fact.subject, base), compact(fact.object, base)
        relation = labels.get(fact.predicate) or compact(fact.predicate, base)
        name = compact(fact.predicate, base)
        graph.add_edge(*ends, key=name, relation=relation, predicate=name, documents=fact.documents)
    return graph


_FACTS = """SELECT ?s ?p ?o ?d {
  ?st kg:status kg:Asserted ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:document ?d .
  FILTER(isIRI(?o)) FILTER NOT EXISTS { ?st kg:review kg:Rejected } }"""


def _described(store: Store, property: str, base: str) -> dict[str, str]:
    """The first value of a property, by IRI."""
    found: dict[str, str] = {}
    for row in select(store, f"SELECT ?x ?value {{ ?x {property} ?value }}", base):
        value = row["value"].value
        found[row["x"].value] = min(value, found.get(row["x"].value, value))
    return found


def _ttl(store: Store, base: str) -> bytes:
    return turtle(sorted_lines(store_triples(store)), base)


def _nt(store: Store, base: str) -> bytes:
    return b"".join(sorted_lines(store_triples(store)))


def _rdf(format: RdfFormat) -> Callable[[Store, str], bytes]:
    """A serialiser that reads back what it wrote: a triple that the format cannot hold must not vanish."""

    def write(store: Store, base: str) -> bytes:
        lines = sorted_lines(store_triples(store))
        triples = (quad.triple for quad in parse(b"".join(lines), format=RdfFormat.N_TRIPLES))
        try:
            data = serialize(triples, format=format, prefixes=prefixes(base)) or b""
        except ValueError as error:
            raise KgError(f"{format.name} cannot hold this graph: {error}. Export Turtle or N-Triples.") from error
        kept = sum(1 for _ in parse(data, format=format))
        if kept != len(lines):
            raise KgError(f"{format.name} holds {kept} of {len(lines)} triples. Export Turtle or N-Triples.")
        return data

    return write


def _quads(format: RdfFormat) -> Callable[[Store, str], bytes]:
    """What a document says in a graph of its name; facts, entities and vocabulary in the default graph."""

    def write(store: Store, base: str) -> bytes:
        used = prefixes(base) if format.supports_datasets and format == RdfFormat.TRIG else None
        return serialize(_by_document(store, base), format=format, prefixes=used) or b""

    return write


def _by_document(store: Store, base: str) -> Iterable[Quad]:
    places = {row["x"].value: row["d"] for row in select(store, _PLACES, base)}
    quads = (
        Quad(triple.subject, triple.predicate, triple.object, places.get(_iri(triple.subject), DefaultGraph()))
        for triple in (quad.triple for quad in parse(_nt(store, base), format=RdfFormat.N_TRIPLES))
    )
    return sorted(quads, key=lambda quad: getattr(quad.graph_name, "value", ""))  # stable: lines stay sorted


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""


_PLACES = (
    "SELECT ?x ?d { { ?x kg:document ?d } UNION { ?x kg:inDocument ?d } UNION { ?x a kg:Document BIND(?x AS ?d) } }"
)


def _graphml(store: Store, base: str) -> bytes:
    import networkx

    return _written(networkx.write_graphml_xml, _clean(to_networkx(store, base=base)))


def _gexf(store: Store, base: str) -> bytes:
    import networkx

    return _TODAY.sub(b"", _written(networkx.write_gexf, _clean(to_networkx(store, base=base))))


def _written(write: Callable[[networkx.MultiDiGraph, io.BytesIO], None], graph: networkx.MultiDiGraph) -> bytes:
    target = io.BytesIO()
    write(graph, target)
    return target.getvalue()


def _clean(graph: networkx.MultiDiGraph) -> networkx.MultiDiGraph:
    """The same network without characters that XML cannot hold."""
    for _, attributes in graph.nodes(data=True):
        attributes["label"] = _NOT_IN_XML.sub("\ufffd", attributes["label"])
    for *_, attributes in graph.edges(data=True):
        attributes["relation"] = _NOT_IN_XML.sub("\ufffd", attributes["relation"])
    return graph


_COLUMNS = ("status", "subject", "relation", "object", "said by", "from", "to", "sentence", "source", "confidence")
_STATEMENTS = """SELECT ?st ?status ?s ?p ?o ?from ?to ?sentence ?source ?confidence {
  ?st a kg:Statement ; kg:status/rdfs:label ?status ; rdf:subject/rdfs:label ?s ; rdf:predicate/rdfs:label ?p ;
    rdf:object ?object ; kg:evidence/kg:quote ?sentence ; kg:document/dcterms:source ?source ;
    kg:confidence ?confidence .
  OPTIONAL { ?object rdfs:label ?label }
  BIND(IF(isLiteral(?object) && DATATYPE(?object) = xsd:boolean, "", COALESCE(?label, STR(?object))) AS ?o)
  OPTIONAL { ?st kg:startDate ?from } OPTIONAL { ?st kg:endDate ?to } }"""


def _csv(store: Store, base: str) -> bytes:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    writer.writerows(_rows(store, base))
    return target.getvalue().encode("utf-8", "replace")


def _rows(store: Store, base: str) -> Iterator[list[str]]:
    holders: dict[str, set[str]] = {}
    for row in select(store, "SELECT ?st ?who { ?st kg:attributedTo/rdfs:label ?who }", base):
        holders.setdefault(row["st"].value, set()).add(row["who"].value)
    found = {row["st"].value: row for row in select(store, _STATEMENTS, base)}
    for iri, row in sorted(found.items(), key=lambda item: (item[1]["source"].value, item[0])):
        words = {name: _text(row[name]) for name in ("status", "s", "p", "o", "from", "to")}
        rest = [_text(row[name]) for name in ("sentence", "source", "confidence")]
        said_by = "; ".join(sorted(holders.get(iri, ())))
        cells = [words["status"], words["s"], words["p"], words["o"], said_by, words["from"], words["to"], *rest]
        yield [_defused(cell) for cell in cells]


def _text(term: object) -> str:
    return term.value if isinstance(term, Literal | NamedNode) else ""


def _defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell


FORMATS: dict[str, Callable[[Store, str], bytes]] = {
    "ttl": _ttl,
    "nt": _nt,
    "nq": _quads(RdfFormat.N_QUADS),
    "trig": _quads(RdfFormat.TRIG),
    "jsonld": _rdf(RdfFormat.JSON_LD),
    "rdfxml": _rdf(RdfFormat.RDF_XML),
    "graphml": _graphml,
    "gexf": _gexf,
    "csv": _csv,
}
