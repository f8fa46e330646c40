"""The facts as a network, for programs that draw and measure networks."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, Store

from kg.errors import KgError
from kg.rdf import BASE, compact, for_xml
from kg.store import select

if TYPE_CHECKING:
    import networkx

_NODES = """SELECT ?iri ?label ?type ?named ?documents {
  { SELECT ?iri (COUNT(?d) AS ?documents) { ?iri kg:mentionedIn ?d } GROUP BY ?iri }
  ?iri rdfs:label ?label ; kg:isNamed ?named ; a/rdfs:label ?type } ORDER BY ?iri"""
_FACTS = """SELECT ?s ?p ?o ?d ?c ?quote {
  ?st kg:status kg:Asserted ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:document ?d ; kg:confidence ?c ;
      kg:evidence/kg:quote ?quote .
  FILTER NOT EXISTS { ?st kg:review kg:Rejected } }"""
_RELATIONS = "SELECT ?p ?label { ?p a kg:Relation ; rdfs:label ?label }"
_PROPOSITIONS = "SELECT ?st ?s ?label { ?st rdf:subject ?s ; rdfs:label ?label }"


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A plain triple, and what stands behind it."""

    subject: str  # prefixed names
    predicate: str
    object: str  # a prefixed name, or the value of a literal
    is_value: bool
    documents: int
    statements: int
    confidence: float  # of the surest statement
    sentence: str  # one of those that state it


def facts(store: Store, *, base: str = BASE) -> list[Fact]:
    """Every fact of the graph, sorted."""
    found: dict[tuple[str, str, str, bool], list[tuple[str, float, str]]] = {}
    for s, p, o, document, confidence, quote in select(store, _FACTS, base):
        is_value = isinstance(o, Literal)
        object = o.value if is_value else compact(o.value, base)
        key = compact(s.value, base), compact(p.value, base), object, is_value
        found.setdefault(key, []).append((document.value, float(confidence.value), quote.value))
    return sorted(_fact(key, statements) for key, statements in found.items())


def _fact(key: tuple[str, str, str, bool], statements: list[tuple[str, float, str]]) -> Fact:
    documents = len({document for document, _, _ in statements})
    surest = max(confidence for _, confidence, _ in statements)
    return Fact(*key, documents, len(statements), surest, min(quote for _, _, quote in statements))


def to_networkx(store: Store, *, base: str = BASE) -> networkx.MultiDiGraph:
    """The facts as a network: entities joined by relations, parallel lines and all.

    A fact about a proposition ("Marsh Watch opposes: Brightwater sells Gull") is a line to whom the proposition is
    about, with the proposition in `about`; facts with values ("chief engineer") are in a node's `values`.
    """
    import networkx

    graph = networkx.MultiDiGraph()
    for iri, label, type, named, documents in select(store, _NODES, base):
        graph.add_node(
            compact(iri.value, base),
            label=for_xml(label.value),
            type=type.value,
            named=named.value == "true",
            documents=int(documents.value),
            values="",
        )
    relations = {compact(p.value, base): label.value for p, label in select(store, _RELATIONS, base)}
    propositions = {
        compact(st.value, base): (compact(s.value, base), for_xml(label.value))
        for st, s, label in select(store, _PROPOSITIONS, base)
    }
    for fact in facts(store, base=base):
        _add(graph, fact, for_xml(relations.get(fact.predicate, fact.predicate)), propositions)
    return graph


def _add(graph: networkx.MultiDiGraph, fact: Fact, relation: str, propositions: Mapping[str, tuple[str, str]]) -> None:
    node = graph.nodes.get(fact.subject)
    if fact.is_value and node is not None:
        said = relation if fact.object == "true" else for_xml(f"{relation}: {fact.object}")
        node["values"] = f"{node['values']}; {said}" if node["values"] else said
        return
    target, about = propositions.get(fact.object, (fact.object, ""))
    if fact.subject in graph and target in graph:
        graph.add_edge(
            fact.subject,
            target,
            label=relation,
            relation=fact.predicate,
            about=about,
            documents=fact.documents,
            statements=fact.statements,
            confidence=fact.confidence,
            sentence=for_xml(fact.sentence),
        )


def _graphml(store: Store, base: str) -> bytes:
    import networkx

    graph, out = to_networkx(store, base=base), io.BytesIO()
    networkx.write_graphml_xml(graph, out)
    _check_network(graph, networkx.read_graphml(io.BytesIO(out.getvalue()), force_multigraph=True))
    return out.getvalue()


def _gexf(store: Store, base: str) -> bytes:
    import networkx

    graph, out = to_networkx(store, base=base), io.BytesIO()
    for index, (_, _, data) in enumerate(graph.edges(data=True)):
        data["id"] = index
    networkx.write_gexf(graph, out)
    data = re.sub(rb' lastmodifieddate="[^"]*"', b"", out.getvalue())  # the same graph, the same bytes
    _check_network(graph, networkx.read_gexf(io.BytesIO(data)))
    return data


def _check_network(written: networkx.MultiDiGraph, back: networkx.MultiDiGraph) -> None:
    sizes = [(g.number_of_nodes(), g.number_of_edges()) for g in (written, back)]
    if sizes[0] != sizes[1]:
        raise KgError(f"{sizes[1]} nodes and lines read back where {sizes[0]} were written. Use another format.")


WRITERS: dict[str, Callable[[Store, str], bytes]] = {"graphml": _graphml, "gexf": _gexf}
