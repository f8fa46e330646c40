"""Files of triples become documents: canonical lines, named faults, and the same triples are the same document."""

from __future__ import annotations

import pytest

from kg.errors import UnreadableDocument
from kg.given import documents_of
from kg.given.triples import SUFFIXES

PREFIXES = "@prefix ex: <http://ex.example/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
ADA = "<http://ex.example/ada> <http://ex.example/knows> <http://ex.example/bo> ."
FORMS = {
    "people.ttl": f"{PREFIXES}ex:ada ex:knows ex:bo .",
    "people.nt": ADA,
    "people.nq": ADA,
    "people.trig": f"{PREFIXES}{{ ex:ada ex:knows ex:bo }}",
    "people.rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://ex.example/">'
    '<rdf:Description rdf:about="http://ex.example/ada"><ex:knows rdf:resource="http://ex.example/bo"/>'
    "</rdf:Description></rdf:RDF>",
    "people.jsonld": '{"@id": "http://ex.example/ada", "http://ex.example/knows": {"@id": "http://ex.example/bo"}}',
}
FORMS["people.owl"] = FORMS["people.rdf"]


def text_of(turtle: str) -> str:
    return documents_of((PREFIXES + turtle).encode(), "file.ttl")[0][0].text


def fault_of(content: str, source: str = "file.ttl") -> str:
    with pytest.raises(UnreadableDocument) as caught:
        documents_of(content.encode(), source)
    return str(caught.value)


@pytest.mark.parametrize("name", sorted(FORMS))
def test_every_syntax_gives_the_same_document(name: str) -> None:
    (document,), left_out = documents_of(FORMS[name].encode(), name)
    assert (document.text, document.title, document.is_data, left_out) == (ADA, name, True, ())


def test_every_suffix_is_tried_here() -> None:
    assert {name.removeprefix("people") for name in FORMS} == set(SUFFIXES)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("007", '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("1.50", '"1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ('"x"@en-GB', '"x"@en-gb'),
        ('"one\\ntwo \\"three\\" \\u00e9"', '"one\\ntwo \\"three\\" é"'),
        ('"\\u2028"', '"\u2028"'),
        ('"abc"^^xsd:integer', '"abc"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ('"POINT(1 2)"^^ex:wkt', '"POINT(1 2)"^^<http://ex.example/wkt>'),
    ],
)
def test_values_are_as_the_graph_will_have_them(written: str, kept: str) -> None:
    assert text_of(f"ex:ada ex:says {written} .") == f"<http://ex.example/ada> <http://ex.example/says> {kept} ."


def test_order_and_repetition_make_no_difference() -> None:
    one = text_of("ex:b ex:p ex:c . ex:a ex:p [ ex:q 1 ] , [ ex:q 2 ] .")
    other = text_of("ex:a ex:p [ ex:q 2 ] . ex:b ex:p ex:c , ex:c . ex:a ex:p [ ex:q 1 ] .")
    assert one == other
    assert one.split("\n") == sorted(one.split("\n"))


def test_a_very_long_value_stays_whole() -> None:
    assert "x" * 3_000_000 in text_of(f'ex:a ex:p "{"x" * 3_000_000}" .')


@pytest.mark.parametrize(
    ("content", "source", "words"),
    [
        (f"{PREFIXES}ex:a ex:b ex:c .\nex:a ex:b .", "a.ttl", "TURTLE" and "line 4"),
        ("<a> <b> <c> .", "a.ttl", "give the file a base"),
        ("<http://a> <http://b> c .", "a.nt", "line 1"),
        ("", "a.ttl", "holds no triples"),
        ("# nothing", "a.trig", "holds no triples"),
        ("{", "a.jsonld", "JSON-LD"),
        ('{"@context": "https://ex.example/context", "name": "Ada"}', "a.jsonld", "kg fetches nothing"),
        ("<rdf:RDF", "a.rdf", "line 1"),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_to_do(content: str, source: str, words: str) -> None:
    assert words in fault_of(content, source)


def test_triples_about_triples_are_left_out_and_counted() -> None:
    content = f"{PREFIXES}ex:a ex:b ex:c . ex:r ex:reifies <<( ex:a ex:b ex:c )>> ."
    (document,), left_out = documents_of(content.encode(), "a.ttl")
    assert (document.text.count("\n"), left_out) == (0, ("left out triples that state nothing: 1 of triples",))
