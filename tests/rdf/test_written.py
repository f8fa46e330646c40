"""The same triples, the same bytes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.rdf import written

DOC = "https://example.org/kg/doc/River-1"
TRIPLES = [
    Triple(NamedNode(f"{DOC}#char=0,9"), NamedNode("https://example.org/kg/ontology#inDocument"), NamedNode(DOC)),
    Triple(NamedNode(DOC), NamedNode("http://purl.org/dc/terms/title"), Literal("doc:River\\#char\\=0\\,9")),
]


def test_prefixes_are_sorted_and_passages_stand_by_their_iris():
    lines = written(TRIPLES, RdfFormat.TURTLE).decode().splitlines()
    head = [line for line in lines if line.startswith("@prefix")]
    assert head == sorted(head) and len(head) > 10
    assert f"<{DOC}#char=0,9> kg:inDocument doc:River-1 ." in lines


@pytest.mark.parametrize("format", [RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.JSON_LD, RdfFormat.RDF_XML])
def test_what_is_written_reads_back(format):
    assert {quad.triple for quad in parse(written(TRIPLES, format), format=format)} == set(TRIPLES)


def test_trig_is_written_alike():
    quads = [Quad(t.subject, t.predicate, t.object, NamedNode(DOC)) for t in TRIPLES]
    data = written(quads, RdfFormat.TRIG)
    assert set(parse(data, format=RdfFormat.TRIG)) == set(quads)


CODE = """
from hashlib import sha256
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple
from kg.rdf import written
triples = [Triple(NamedNode("urn:a"), NamedNode("http://purl.org/dc/terms/title"), Literal("x"))]
formats = (RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.JSON_LD, RdfFormat.RDF_XML)
print([sha256(written(triples, format)).hexdigest() for format in formats])
"""


def test_the_bytes_do_not_change_between_runs():
    command = [sys.executable, "-c", CODE]
    runs = {
        subprocess.run(command, capture_output=True, check=True, env={"PYTHONHASHSEED": seed}).stdout for seed in "012"
    }
    assert len(runs) == 1
