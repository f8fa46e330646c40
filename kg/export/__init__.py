"""The graph for other programs: RDF in all its forms, networks of facts, and a table of statements.

In: a store. Out: bytes that depend on nothing but the graph, read back and counted before they are handed out.
"""

from __future__ import annotations

from pyoxigraph import Store

from kg.errors import KgError
from kg.export import network, spreadsheet, triples
from kg.export.network import Fact, facts, to_networkx
from kg.export.triples import document_triples
from kg.rdf import BASE
from kg.store import to_rdflib

__all__ = ["FORMATS", "Fact", "document_triples", "export", "facts", "to_networkx", "to_rdflib"]

FORMATS = {**triples.WRITERS, **network.WRITERS, **spreadsheet.WRITERS}


def export(store: Store, format: str, *, base: str = BASE) -> bytes:
    """The whole graph in one of FORMATS; KgError if what was written does not read back whole."""
    name = format.lower().removeprefix(".")
    if name not in FORMATS:
        raise KgError(f"no export format is called {format!r}. There are: {', '.join(FORMATS)}.")
    return FORMATS[name](store, base)
