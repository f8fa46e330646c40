"""Graphs that kg wrote come in again as facts and entities; its records about texts stay out."""

from __future__ import annotations

import pytest
from graphs import article, say, triples
from pyoxigraph import RdfFormat, Triple

from kg import rdf
from kg.given import documents_of, reading_of
from kg.given.triples import SUFFIXES
from kg.model import MentionKind, Reading
from kg.ontology import load

HARBOUR = article(
    "Harbour",
    "Brightwater sells Gull. Ferrow Watch fears that Brightwater owns Gull.",
    say("Brightwater", "kg:sells", "Gull"),
    say("Ferrow Watch", "kg:fears", say("Brightwater", "kg:owns", "Gull", 1, mode="possible"), 1),
)


def imported(suffix: str = ".ttl") -> tuple[Reading, str]:
    format: RdfFormat = SUFFIXES[suffix]
    (document,), left_out = documents_of(rdf.written(triples(HARBOUR), format), f"graph{suffix}")
    return reading_of(document, load()), " ".join(left_out)


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".jsonld", ".rdf"])
def test_facts_and_entities_are_taken(suffix: str) -> None:
    reading, _ = imported(suffix)
    said = {(s.subject.name, s.predicate.name, getattr(s.object, "name", "")) for s in reading.statements}
    assert ("Brightwater", "kg:sells", "Gull") in said
    assert not any(predicate in ("kg:owns", "kg:fears") for _, predicate, _ in said), "no fact"
    assert {mention.name for mention in reading.mentions} == {"Brightwater", "Gull", "Ferrow Watch"}


def test_what_is_left_out_is_counted_by_kind() -> None:
    _, left_out = imported()
    for kind in ("statements", "passages", "documents", "runs", "the naming of entities"):
        assert f" of {kind}" in left_out


def test_a_file_of_others_that_uses_kg_s_words_is_taken_whole() -> None:
    content = b"""@prefix kg: <https://example.org/kg/ontology#> . @prefix ex: <http://ex.example/> .
        ex:ada a kg:Person ; kg:employedBy ex:tarn ; kg:isNamed true ."""
    (document,), left_out = documents_of(content, "a.ttl")
    assert (document.text.count("\n") + 1, left_out) == (3, ())


def test_a_description_stays_one() -> None:
    shore = article("Shore", "Residents bought Gull.", say("Residents", "kg:buys", "Gull"))
    store_triples = [t for t in triples(shore) if not str(t.predicate).endswith("isNamed>")]
    unnamed = Triple(rdf.Names().entity("Residents"), rdf.term("kg:isNamed"), rdf.literal("false", "xsd:boolean"))
    (document,), _ = documents_of(rdf.written([*store_triples, unnamed], RdfFormat.TURTLE), "graph.ttl")
    kinds = {mention.name: mention.kind for mention in reading_of(document, load()).mentions}
    assert kinds == {"Residents": MentionKind.NOMINAL, "Gull": MentionKind.NAME}
