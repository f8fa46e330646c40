"""Files of triples on the command line: what is told of them, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Kg

PEOPLE = (
    '@prefix foaf: <http://xmlns.com/foaf/0.1/> . <http://e.example/a> foaf:name "Ada" ; foaf:knows [ a foaf:Person ] .'
)


def test_files_of_triples_are_told_apart_from_articles(kg: Kg) -> None:
    Path("people.ttl").write_text(PEOPLE)
    ended = kg("build", "people.ttl")
    assert ended.status == 0
    assert "0 articles, 0 sentences, 3 facts\n1 data file, 3 triples\n" in ended.out
    assert kg("validate").status == kg("verify").status == 0
    assert "data" in kg("query", "documents").out


@pytest.mark.parametrize(
    ("format", "told"),
    [
        ("ttl", "1 data file; read back"),
        ("csv", "things, 1 data file left out"),
        ("neo4j", "1 data file; read back"),
        ("ftm", "1 data file; read back"),
    ],
)
def test_an_export_does_not_count_them_as_articles(kg: Kg, format: str, told: str) -> None:
    Path("people.ttl").write_text(PEOPLE)
    kg("build", "people.ttl")
    ended = kg("export", "-f", format, "--to", "written")
    assert told in ended.err and "1 article" not in ended.err


def test_a_bad_file_is_named_with_its_line_and_the_status_is_3(kg: Kg) -> None:
    Path("data").mkdir()
    Path("data/people.ttl").write_text(PEOPLE)
    Path("data/bad.ttl").write_text("<http://a> <http://b>\n.")
    ended = kg("build", "data")
    assert ended.status == 3
    assert "bad.ttl: is no valid Turtle: line " in ended.err and "mend that line" in ended.err


def test_what_kg_wrote_itself_is_left_out_in_one_line_which_is_no_fault(kg: Kg) -> None:
    Path("people.ttl").write_text(PEOPLE)
    kg("build", "people.ttl")
    Path("graph.ttl").write_bytes(Path("output/graph.ttl").read_bytes())
    ended = kg("build", "graph.ttl", "--out", "again")
    assert ended.status == 0
    assert ended.err.count("left out triples that state nothing: ") == 1
    assert "of statements" in ended.err


def test_statements_of_a_file_come_out_as_lines_of_json(kg: Kg) -> None:
    Path("people.ttl").write_text(PEOPLE)
    ended = kg("extract", "people.ttl")
    assert ended.status == 0
    assert ended.out.count('"extractor": "given"') == 3


def test_what_can_hardly_be_meant_is_told_and_kept(kg: Kg) -> None:
    day = '"2026-02-31"^^<http://www.w3.org/2001/XMLSchema#date>'
    Path("a.nt").write_text(f"<http://e.example/a> <http://e.example/born> {day} .\n")
    ended = kg("build", "a.nt")
    assert ended.status == 0
    assert (
        "kg: a.nt: 1 value that the datatype does not have, such as '2026-02-31' for date; kept as given" in ended.err
    )
    assert "2026-02-31" in kg("query", "SELECT ?o { ?s <http://e.example/born> ?o }").out
    assert kg("validate").status == kg("verify").status == 0


def test_a_thing_that_a_file_names_as_kg_does_is_that_thing(kg: Kg) -> None:
    Path("a.nt").write_text('<http://e.example/1> <http://xmlns.com/foaf/0.1/name> "Velden Brewing" .\n')
    own = "<https://example.org/kg/entity/Velden_Brewing>"
    Path("b.ttl").write_text(f'{own} <http://www.w3.org/2000/01/rdf-schema#label> "Velden Beer Group" .')
    assert kg("build", "a.nt", "b.ttl").status == 0
    found = kg("query", "SELECT ?x { ?x kg:isNamed true }", "-f", "csv").out.splitlines()
    assert len(found) == 2
    assert kg("query", f"ASK {{ {own} schema:sameAs {own} }}").out == "no\n"
    assert kg("validate").status == 0


def test_a_search_shows_a_triple_in_words_with_its_number(kg: Kg) -> None:
    Path("a.ttl").write_text(PEOPLE.replace("foaf:knows", '<http://e.example/trade> "boat builder" ; foaf:knows'))
    kg("build", "a.ttl")
    found = kg("search", "boat").out
    assert "Ada trade boat builder · given by the file\n  a.ttl · a.ttl, triple " in found
    assert "<http" not in found
