"""Triples as bytes that depend on nothing but the triples and their order: the prefixes of a graph, sorted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.rdf.names import BASE, prefixes

_PREFIXED = (RdfFormat.TURTLE, RdfFormat.TRIG)
_PLAIN = (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS)
# No text holds this: in a quoted literal a backslash stands before one of a few letters or another backslash.
_PASSAGE = re.compile(rb"\bdoc:([^\s\\]*)\\#char\\=(\d+)\\,(\d+)")


def written(items: Iterable[Triple] | Iterable[Quad], format: RdfFormat, base: str = BASE) -> bytes:
    """The triples or quads in a format of RDF; passages stand by their full IRIs, since names hold no `#`."""
    data = serialize(items, format=format, prefixes=None if format in _PLAIN else prefixes(base)) or b""
    if format not in _PREFIXED:
        return data
    head = sorted(re.match(rb"(?:@prefix .*\n)*", data).group().splitlines(keepends=True))  # type: ignore[union-attr]
    body = _PASSAGE.sub(rb"<%sdoc/\1#char=\2,\3>" % base.encode(), data[sum(map(len, head)) :])
    return b"".join(head) + b"\n" + body
