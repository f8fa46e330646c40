"""The forms of RDF go by the names that people type."""

from __future__ import annotations

import pytest

from kg.rdf.formats import format_called


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("turtle", "ttl"),
        (".TTL", "ttl"),
        ("N-Triples", "nt"),
        ("ntriples", "nt"),
        ("n_quads", "nq"),
        ("nquads", "nq"),
        ("TriG", "trig"),
        ("json-ld", "jsonld"),
        ("xml", "rdfxml"),
        ("n3", "ttl"),
        ("text/turtle", "ttl"),
        ("turtle12", "ttl12"),
        ("application/ld+json", "jsonld"),
        ("RDF/XML", "rdfxml"),
        ("ftm-all", "ftm-all"),
        ("GraphML", "graphml"),
        ("", ""),
    ],
)
def test_a_word_means_a_format(word: str, name: str) -> None:
    assert format_called(word) == name
