"""What properties and classes of other vocabularies become."""

from __future__ import annotations

import pytest

from kg import tables
from kg.given.vocabulary import class_of, class_words, property_of, relation_of, words_of
from kg.ontology import Ontology, load

RDFS, OWL = "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2002/07/owl#"
KG, WDT = "https://example.org/kg/ontology#", "http://www.wikidata.org/prop/direct/"


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


@pytest.mark.parametrize(
    ("iri", "has_entity", "relation"),
    [
        (f"{KG}sells", True, "kg:sells"),
        ("https://schema.org/worksFor", True, "kg:employedBy"),
        ("http://schema.org/worksFor", True, "kg:employedBy"),
        (f"{WDT}P108", True, "kg:employedBy"),
        ("https://schema.org/worksFor", False, "https://schema.org/worksFor"),  # "Tarn Robotics" is no entity
        ("https://schema.org/birthDate", False, "kg:birthDate"),
        ("https://schema.org/birthDate", True, "https://schema.org/birthDate"),
        (f"{WDT}P40", True, f"{WDT}P40"),  # has the child, and kg:childOf is the other way round
        ("http://xmlns.com/foaf/0.1/knows", True, "http://xmlns.com/foaf/0.1/knows"),
        ("http://xmlns.com/foaf/0.1/name", False, "http://xmlns.com/foaf/0.1/name"),
        (f"{RDFS}label", False, "kg:called"),
        (f"{OWL}sameAs", True, "kg:identicalTo"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", True, "kg:givenClass"),
        (f"{RDFS}subClassOf", True, "kgo:subClassOf"),
        (f"{KG}status", True, "kgo:status"),
        ("https://example.org/kg/open#keepUpWith", True, "kgo:keepUpWith"),
        ("http://purl.org/dc/terms/source", True, "kgo:source"),
        ("rdf:type", True, "kg:givenClass"),  # an IRI that is written like a prefixed name
        ("javascript:alert(1)", True, "javascript:alert(1)"),
    ],
)
def test_relations(ontology: Ontology, iri: str, has_entity: bool, relation: str) -> None:
    assert relation_of(iri, ontology, has_entity=has_entity) == relation


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (f"{KG}PoliticalParty", "kg:PoliticalParty"),
        ("http://schema.org/Person", "kg:Person"),
        ("http://xmlns.com/foaf/0.1/Person", "kg:Person"),
        ("http://www.w3.org/ns/org#Organization", "kg:Organization"),
        ("https://w3id.org/ftm#Company", "kg:Company"),
        ("http://www.wikidata.org/entity/Q5", "kg:Person"),
        ("http://other.example/Q5", ""),
        (f"{KG}Statement", ""),
        ("https://schema.org/PostalAddress", ""),
    ],
)
def test_classes(ontology: Ontology, iri: str, expected: str) -> None:
    assert class_of(iri, ontology) == expected


@pytest.mark.parametrize(
    ("iri", "words"),
    [
        ("http://xmlns.com/foaf/0.1/workplaceHomepage", "workplace homepage"),
        ("http://ex.example/vocabulary#is_part-of", "is part of"),
        ("http://ex.example/Zo%C3%AB", "zoë"),
        ("http://ex.example/", "ex.example"),
        ("urn:x:likes", "likes"),
    ],
)
def test_words_of_an_iri(iri: str, words: str) -> None:
    assert words_of(iri) == words


def test_a_class_has_its_own_words() -> None:
    assert class_words("http://www.wikidata.org/entity/Q5") == "human"


def test_every_line_of_the_tables_leads_somewhere(ontology: Ontology) -> None:
    for row in tables.rows(tables.lexicon("given/properties")):
        relation = row["relation"]
        assert relation.startswith("kgo:") or not relation or relation in ontology.relations, row
        assert row["example"] and property_of(row["property"]).part == row["part"]
    for row in tables.rows(tables.lexicon("given/classes")):
        assert ontology.is_a(row["kg"], "kg:Entity"), row


def test_every_equivalent_is_declared_once(ontology: Ontology) -> None:
    every = [other for relation in ontology.relations.values() for other in relation.equivalents]
    assert len(every) == len(set(every)) > 30
