"""What would break the parser, and with it the program, does not reach it."""

from __future__ import annotations

import pytest

from kg.errors import UnreadableDocument
from kg.given import documents_of

RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x.example/"'


def nested_triples(depth: int) -> str:
    return f"<x:a> <x:b> {'<<( <x:a> <x:b> ' * depth}<x:c>{' )>>' * depth} ."


def nested_elements(depth: int) -> str:
    inner = "<rdf:Description><x:b>" * depth + "</x:b></rdf:Description>" * depth
    return f"<rdf:RDF {RDF}>{inner}</rdf:RDF>"


def entities(*declared: str) -> str:
    value = '<rdf:Description rdf:about="http://a.example/"><x:b>&a;</x:b></rdf:Description>'
    return f"<!DOCTYPE r [{''.join(declared)}]><rdf:RDF {RDF}>{value}</rdf:RDF>"


@pytest.mark.parametrize(
    ("content", "source", "words"),
    [
        (nested_triples(100_000), "a.ttl", "one in another"),
        (nested_triples(100_000), "a.nt", "one in another"),
        (nested_elements(100_000), "a.rdf", "deep"),
        (entities('<!ENTITY b "lol">', '<!ENTITY a "&b;&b;">'), "a.rdf", "line 1: the entity a leads"),
        (entities('<!ENTITY a SYSTEM "file:///etc/passwd">'), "a.owl", "the entity a leads"),
        (entities(f'<!ENTITY a "{"x" * 5_000}">'), "a.rdf", "the entity a leads"),
        ('{"@context":' * 20_000 + "{}" + "}" * 20_000, "a.jsonld", "JSON-LD"),
        ('{"x:b":' * 200_000 + "1" + "}" * 200_000, "a.jsonld", "JSON-LD"),
    ],
    ids=range(8),
)
def test_what_would_break_the_parser_is_refused(content: str, source: str, words: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        documents_of(content.encode(), source)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("content", "source", "count"),
    [
        ("<x:a> <x:b> " + "[ <x:b> " * 1_000 + "1" + "]" * 1_000 + " .", "a.ttl", 1_001),
        (entities('<!ENTITY a "short">'), "a.rdf", 1),
        ('<x:a> <x:b> "<<<<<< no triples >>>>>>" .', "a.nt", 1),
        (nested_elements(400), "a.rdf", 400),
    ],
)
def test_what_is_unusual_but_sound_is_read(content: str, source: str, count: int) -> None:
    assert documents_of(content.encode(), source)[0][0].text.count("\n") + 1 == count


@pytest.mark.parametrize(
    "context", ["https://schema.org", "http://schema.org/", ["https://schema.org/", {"ex": "http://ex.example/"}]]
)
def test_the_context_of_schema_org_comes_with_the_program(context: object) -> None:
    import json

    content = json.dumps({"@context": context, "@type": "Person", "name": "Ada", "sameAs": "https://ada.example/"})
    text = documents_of(content.encode(), "a.jsonld")[0][0].text
    assert '<https://schema.org/name> "Ada"' in text
    assert "<https://schema.org/sameAs> <https://ada.example/>" in text
    assert "<https://schema.org/Person>" in text
