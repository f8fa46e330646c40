"""The graph on disk, and what it was made from: the one home of all that stands in an output folder.

In: triples, readings, changes. Out: `output/store/` with an identity file, `output/graph.ttl`, `output/readings/`; and
the one door to open them. What is made of readings stands in the modules beside, which are imported by name.
"""

from __future__ import annotations

from kg.settings import OUTPUT
from kg.store.claiming import claimed
from kg.store.exports import (
    PAGE,
    TURTLE,
    exported,
    is_export_current,
    is_export_noted,
    note_export,
    turtle_is_current,
    write_turtle,
)
from kg.store.files import keep, write_atomically
from kg.store.interchange import to_rdflib
from kg.store.lines import digest, load, redigest, sorted_lines, store_triples, turtle
from kg.store.opening import FORMAT, IDENTITY, Identity, damaged, identify, locate, open_store, read_identity, select
from kg.store.writing import Notes, is_unsure, replace, update, write

__all__ = [
    "FORMAT",
    "IDENTITY",
    "OUTPUT",
    "PAGE",
    "TURTLE",
    "Identity",
    "Notes",
    "claimed",
    "damaged",
    "digest",
    "exported",
    "identify",
    "is_export_current",
    "is_export_noted",
    "is_unsure",
    "keep",
    "load",
    "locate",
    "note_export",
    "open_store",
    "read_identity",
    "redigest",
    "replace",
    "select",
    "sorted_lines",
    "store_triples",
    "to_rdflib",
    "turtle",
    "turtle_is_current",
    "update",
    "write",
    "write_atomically",
    "write_turtle",
]
