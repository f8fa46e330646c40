"""The graph for other programs: RDF in all its forms, networks of facts, tables, and FollowTheMoney.

In: a store. Out: bytes that depend on nothing but the graph, read back and counted before they are handed out.
"""

from __future__ import annotations

from pyoxigraph import Store

from kg.errors import KgError
from kg.export import followthemoney, neo4j, network, spreadsheet, triples
from kg.export.account import Counts, Exported
from kg.export.files import save
from kg.export.network import Fact, facts, to_networkx
from kg.export.selection import Selection, selected
from kg.export.triples import document_triples
from kg.rdf import BASE
from kg.rdf.formats import format_called
from kg.store import to_rdflib

__all__ = [
    "FORMATS",
    "Counts",
    "Exported",
    "Fact",
    "Selection",
    "document_triples",
    "export",
    "exported",
    "facts",
    "save",
    "selected",
    "to_networkx",
    "to_rdflib",
]

FORMATS = {**triples.WRITERS, **network.WRITERS, **spreadsheet.WRITERS, **neo4j.WRITERS, **followthemoney.WRITERS}


def export(store: Store, format: str, *, base: str = BASE) -> bytes:
    """The whole graph in one of FORMATS that is one file; KgError if what was written does not read back whole."""
    return exported(store, format, base=base).data


def exported(store: Store, format: str, selection: Selection | None = None, *, base: str = BASE) -> Exported:
    """The graph, or a part of it, in one of FORMATS, with what was read back and what the format does not hold.

    Raises KgError if what was written does not read back whole.
    """
    name = format_called(format)
    if name not in FORMATS:
        raise KgError(f"no export format is called {format!r}. There are: {', '.join(FORMATS)}.")
    return FORMATS[name](selected(store, selection or Selection(), base), base)
