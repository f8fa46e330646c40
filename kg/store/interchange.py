"""The graph as rdflib knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Store

from kg.rdf import BASE, prefixes
from kg.store.lines import store_triples

if TYPE_CHECKING:
    import rdflib


def to_rdflib(store: Store, base: str = BASE) -> rdflib.Graph:
    """The graph as rdflib knows it, literals as written."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes(base).items():
        graph.bind(prefix, namespace)
    terms: dict[NamedNode | Literal, rdflib.term.Node] = {}
    for triple in store_triples(store):
        graph.add(tuple(_rdflib_term(term, terms) for term in triple))  # type: ignore[arg-type]
    return graph


def _rdflib_term(term: NamedNode | Literal, known: dict[NamedNode | Literal, rdflib.term.Node]) -> rdflib.term.Node:
    import rdflib

    if term not in known:
        if isinstance(term, NamedNode):
            known[term] = rdflib.URIRef(term.value)
        else:
            datatype = None if term.language or term.datatype.value.endswith("#string") else term.datatype.value
            known[term] = rdflib.Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
    return known[term]
