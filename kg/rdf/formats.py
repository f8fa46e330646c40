"""The names that people give to the forms of RDF, and the one that each has here."""

from __future__ import annotations

import re

_WORDS = {
    "ttl": "turtle n3 notation3 text/turtle",
    "nt": "ntriple ntriples application/n-triples",
    "nq": "nquad nquads application/n-quads",
    "trig": "application/trig",
    "jsonld": "json application/ld+json",
    "rdfxml": "xml rdf owl application/rdf+xml",
    "ttl12": "turtle12",
    "nt12": "ntriples12",
}


def _plain(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", word.lower())


NAME_BY_WORD = {_plain(word): name for name, words in _WORDS.items() for word in (name, *words.split())}


def format_called(word: str) -> str:
    """The name of a format that a word means; the word itself, in lower case, if it is no form of RDF.

    >>> format_called("RDF/XML"), format_called("json-ld"), format_called("GraphML")
    ('rdfxml', 'jsonld', 'graphml')
    """
    return NAME_BY_WORD.get(_plain(word), word.strip().lower().removeprefix("."))
