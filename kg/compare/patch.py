"""The difference of two graphs as an RDF Patch: lines to delete (D) and to add (A), in one transaction.

The format is that of Apache Jena, in which a line is a letter and a line of N-Triples.
"""

from __future__ import annotations

from kg.compare.sides import Side


def patch(old: Side, new: Side) -> bytes:
    """What makes the new graph of the old one, exactly; the same graphs give the same bytes."""
    deleted = (b"D " + line for line in sorted(old.lines - new.lines))
    added = (b"A " + line for line in sorted(new.lines - old.lines))
    return b"".join((b"TX .\n", *deleted, *added, b"TC .\n"))
