"""A document of triples states what its lines state."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal as Value
from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from kg.given import documents_of, reading_of
from kg.model import Literal, Mention, MentionKind, Reading, Statement, Status
from kg.ontology import load

PREFIXES = """@prefix ex: <http://ex.example/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix schema: <https://schema.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix wd: <http://www.wikidata.org/entity/> .
"""
ONTOLOGY = load()


def reading(turtle: str, source: str = "a.trig") -> Reading:
    return reading_of(documents_of((PREFIXES + turtle).encode(), source)[0][0], ONTOLOGY)


def in_words(statement: Statement) -> tuple[str, str, str]:
    object = statement.object
    value = object.name if isinstance(object, Mention) else object.value if isinstance(object, Literal) else ""
    return statement.subject.name, statement.predicate.name.rpartition("/")[2], value


def check_offsets(found: Reading) -> None:
    text = found.document.text
    for sentence in found.sentences:
        assert text[sentence.start : sentence.end] == sentence.quote
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.text
    for each in found.statements:
        line = each.evidence
        assert text[each.subject.start : each.subject.end] == each.subject.text
        for part in (each.subject, each.predicate, each.object):
            assert part is not None and part.start is not None and part.end is not None
            assert line.start <= part.start < part.end <= line.end


@pytest.mark.parametrize(
    ("turtle", "expected"),
    [
        ('ex:ada foaf:name "Ada Quill" .', ("Ada Quill", "name", "Ada Quill")),
        ("ex:Ada_Quill schema:worksFor ex:Tarn .", ("Ada Quill", "kg:employedBy", "Tarn")),
        ("ex:p1 foaf:knows wd:Q42 .", ("p1", "knows", "Q42")),
        ("ex:p1 a foaf:Person .", ("p1", "kg:givenClass", "http://xmlns.com/foaf/0.1/Person")),
        ("ex:p1 owl:sameAs wd:Q42 .", ("p1", "kg:identicalTo", "http://www.wikidata.org/entity/Q42")),
        ("ex:p1 foaf:mbox <mailto:ada@tarn.example> .", ("p1", "mbox", "mailto:ada@tarn.example")),
        ("ex:p1 foaf:homepage <https://ada.example/> .", ("p1", "homepage", "https://ada.example/")),
        ("ex:p1 ex:likes <javascript:alert(1)> .", ("p1", "likes", "javascript:alert(1)")),
        ("ex:p1 ex:age 41 .", ("p1", "age", "41")),
    ],
)
def test_a_triple_is_a_statement(turtle: str, expected: tuple[str, str, str]) -> None:
    (statement,) = reading(turtle).statements
    assert in_words(statement) == expected
    assert (statement.status, statement.confidence, statement.extractor) == (Status.ASSERTED, 1.0, "given")


@pytest.mark.parametrize(
    ("turtle", "name", "is_named", "type"),
    [
        ('ex:p1 rdfs:label "Ada" ; skos:prefLabel "Ada Quill" .', "Ada Quill", True, "kg:Entity"),
        ('ex:p1 rdfs:label "Brücke"@de , "Bridge"@en .', "Bridge", True, "kg:Entity"),
        ('ex:p1 rdfs:label "Brücke"@de .', "Brücke", True, "kg:Entity"),
        ('ex:p1 foaf:givenName "Ada" ; foaf:familyName "Quill" ; a foaf:Person .', "Ada Quill", True, "kg:Person"),
        ('ex:p1 foaf:name " Ada \\n Quill " .', "Ada Quill", True, "kg:Entity"),
        ('ex:p1 rdfs:label "\\u200b" ; foaf:name "Ada" .', "Ada", True, "kg:Entity"),
        ('ex:p1 rdfs:label "???" ; foaf:name "A\\u0007da" .', "A da", True, "kg:Entity"),
        ('ex:Ada_Quill rdfs:label "-" .', "Ada Quill", True, "kg:Entity"),
        ('ex:p1 rdfs:label "-" .', "-", True, "kg:Entity"),
        ("ex:Halden_Systems a schema:Corporation , schema:Organization .", "Halden Systems", True, "kg:Company"),
        ("wd:Q42 a wd:Q5 .", "Q42", False, "kg:Person"),
        ("ex:17 ex:p 1 .", "17", False, "kg:Entity"),
        ('[] a schema:PostalAddress ; schema:streetAddress "1 Quay" .', "postal address 1 Quay", False, "kg:Entity"),
        ("[] a schema:PostalAddress .", "postal address", False, "kg:Entity"),
        (f'ex:p1 rdfs:label "{"long " * 100}" .', "long " * 23 + "long…", True, "kg:Entity"),
    ],
)
def test_things_have_names_and_classes(turtle: str, name: str, is_named: bool, type: str) -> None:
    mention = reading(turtle).statements[0].subject
    assert (mention.name, mention.kind is MentionKind.NAME, mention.type) == (name, is_named, type)


def test_a_thing_without_a_name_is_called_after_whom_it_belongs_to() -> None:
    found = reading('ex:p1 foaf:name "Ada" ; schema:address [ schema:postalCode [] ] .')
    assert "address of Ada" in {mention.name for mention in found.mentions}


def test_two_iris_are_two_things_unless_the_file_says_that_they_are_one() -> None:
    two = reading('ex:a foaf:name "Ada" . ex:b foaf:name "Ada" .')
    one = reading('ex:a foaf:name "Ada" ; owl:sameAs ex:b . ex:b foaf:name "Ada" .')
    assert [len({m.cluster for m in found.mentions}) for found in (two, one)] == [2, 1]


def test_a_named_graph_of_somebody_is_claimed() -> None:
    found = reading('ex:g { ex:a ex:p ex:b } ex:g prov:wasAttributedTo ex:Mia . ex:Mia foaf:name "Mia" .')
    by_status = {statement.status: statement for statement in found.statements}
    assert [holder.name for holder in by_status[Status.CLAIMED].attributed_to] == ["Mia"]
    assert in_words(by_status[Status.CLAIMED]) == ("a", "p", "b")
    assert len(found.statements) == 3


def test_a_named_graph_of_nobody_is_stated() -> None:
    assert {s.status for s in reading("ex:g { ex:a ex:p ex:b }").statements} == {Status.ASSERTED}


def test_values_keep_language_and_datatype() -> None:
    found = reading('ex:a ex:p "x"@de , "2020-01-01"^^<http://www.w3.org/2001/XMLSchema#date> , "y" .')
    values = {(v.value, v.datatype.rpartition("#")[2], v.language) for s in found.statements if (v := s.object)}  # type: ignore[union-attr]
    assert values == {("x", "xsd:string", "de"), ("2020-01-01", "date", ""), ("y", "xsd:string", "")}


def test_each_thing_has_one_mention_and_statements_have_their_own() -> None:
    found = reading("ex:a ex:p ex:b , ex:c . ex:b ex:p ex:c .")
    assert len(found.mentions) == 3
    assert len({s.id for s in found.statements}) == 3
    check_offsets(found)


IRIS = st.sampled_from(
    ["http://ex.example/a", "http://ex.example/ö/#x", "urn:x:1", "mailto:a@b", "http://ex.example/?q=%3C"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(IRIS, IRIS, st.one_of(IRIS, st.text(), st.integers())), min_size=1, max_size=6))
def test_offsets_hold_whatever_the_values(rows: list[tuple[str, str, str | int]]) -> None:
    def term(value: str | int) -> NamedNode | Value:
        return (
            NamedNode(value)
            if isinstance(value, str) and value.startswith(("http:", "urn:", "mailto:"))
            else Value(value)
        )

    clean = [row for row in rows if not isinstance(row[2], str) or row[2].isprintable() or row[2] == "\n"]
    quads = [Quad(NamedNode(s), NamedNode(p), term(o)) for s, p, o in clean]
    if quads:
        data = serialize(quads, format=RdfFormat.N_QUADS)
        assert data is not None
        check_offsets(reading_of(documents_of(data, "a.nq")[0][0], ONTOLOGY))
