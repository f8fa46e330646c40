"""Things of files of triples among the names of articles: the same rules, and the same IRI is the same thing."""

from __future__ import annotations

import pytest
from resolve.readings import reading

from kg.given import documents_of, reading_of
from kg.judgements import Judgement
from kg.known import KnownThing
from kg.model import MentionKind, Reading, Resolution
from kg.ontology import load
from kg.resolve import resolve
from kg.resolve.records import Record
from kg.resolve.world import told

ONTOLOGY = load()
PREFIXES = """@prefix ex: <http://ex.example/> . @prefix schema: <https://schema.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix wd: <http://www.wikidata.org/entity/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
HALDEN = 'ex:17 a schema:Corporation ; schema:name "Halden Systems" ; schema:alternateName "Halden" .'
NEWS = "[C Halden Systems] of [G Ferrow] hired [P Mia Orsino]."


def file(turtle: str, source: str = "a.ttl") -> Reading:
    return reading_of(documents_of((PREFIXES + turtle).encode(), source)[0][0], ONTOLOGY)


def record(turtle: str, name: str) -> Record:
    return next(record for record in told(file(turtle)).records if record.name == name)


def entities(resolution: Resolution) -> dict[str, tuple[str, ...]]:
    """The documents of each entity, by its label."""
    found: dict[str, set[str]] = {}
    for (document, _), entity in resolution.entity_by_cluster.items():
        found.setdefault(entity.id, set()).add(document.partition("-")[0])
    return {id: tuple(sorted(documents)) for id, documents in found.items()}


def test_a_file_s_thing_and_an_article_s_name_are_one_and_the_file_names_it() -> None:
    found = resolve([file(HALDEN), reading(NEWS)])
    (halden,) = [entity for entity in found.entities if "Halden" in entity.label]
    assert (halden.label, halden.type, halden.aliases) == ("Halden Systems", "kg:Company", ("Halden",))
    assert halden.same_as == ("http://ex.example/17",)
    (joined,) = [each for each in found.contributions if each.joined]
    assert joined.probability > 0.95 and "same name" in joined.reasons[0]


@pytest.mark.parametrize(
    ("turtle", "article", "is_one"),
    [
        ('ex:1 a schema:Person ; schema:name "Halden Systems" .', NEWS, False),  # a person is no company
        ('ex:1 a schema:Person ; schema:name "Maria Garcia" .', "[P Maria Garcia] left [G Ferrow].", False),  # common
        (
            'ex:1 a schema:Person ; schema:name "Maria Garcia" ; ex:mayorOf ex:2 . ex:2 schema:name "Ferrow" .',
            "[P Maria Garcia] left [G Ferrow].",
            True,
        ),
        ('ex:1 a schema:Corporation ; schema:name "Halden Shipping" .', NEWS, False),
    ],
)
def test_the_rules_are_those_of_articles(turtle: str, article: str, is_one: bool) -> None:
    found = resolve([file(turtle), reading(article)])
    assert any(len(documents) > 1 for documents in entities(found).values()) is is_one


def test_the_same_iri_in_two_files_is_one_thing_whatever_it_is_called() -> None:
    found = resolve([file(HALDEN), file('ex:17 schema:name "HSG plc" ; ex:p ex:3 .', "b.ttl")])
    assert ("a_ttl", "b_ttl") in entities(found).values()
    assert {each.reasons for each in found.contributions if each.joined} == {("files give both the same IRI",)}


def test_an_iri_that_another_file_only_points_to_is_the_thing_that_is_named_there() -> None:
    found = resolve([file(HALDEN), file("ex:deal ex:buyer ex:17 .", "b.ttl")])
    (halden,) = [entity for entity in found.entities if entity.label == "Halden Systems"]
    assert halden.kind is MentionKind.NAME
    assert not [entity for entity in found.entities if entity.label == "17"]


def test_two_things_of_one_file_stay_two() -> None:
    found = resolve([file('ex:1 schema:name "Halden" . ex:2 schema:name "Halden" .'), reading("[C Halden] grew.")])
    assert len([entity for entity in found.entities if entity.label == "Halden"]) >= 2


def test_what_two_files_call_the_same_elsewhere_is_one() -> None:
    one, other = file(f"{HALDEN} ex:17 owl:sameAs wd:Q9 .", "a.ttl"), file("ex:x skos:exactMatch wd:Q9 .", "b.ttl")
    assert ("a_ttl", "b_ttl") in entities(resolve([one, other])).values()


def test_a_judgement_keeps_apart_what_files_call_one() -> None:
    one, other = file(HALDEN, "a.ttl"), file('ex:17 schema:name "Norvik" .', "b.ttl")
    apart = Judgement("different", "Halden Systems", "Norvik")
    assert ("a_ttl", "b_ttl") not in entities(resolve([one, other], judgements=[apart])).values()


def test_a_user_s_list_and_a_file_that_give_one_address_mean_one_thing() -> None:
    listed = KnownThing("Halden Systems", "known.csv", 2, addresses=("http://ex.example/17",))
    found = resolve([file(HALDEN), reading(NEWS)], [listed])
    assert [documents for documents in entities(found).values() if len(documents) == 2]


def test_a_place_that_geonames_has_is_that_place() -> None:
    found = record(
        'ex:1 a schema:City ; schema:name "Portland" ; owl:sameAs <https://sws.geonames.org/5746545/> .', "Portland"
    )
    assert [link.id for link in found.links if link.source == "GeoNames"] == ["5746545"]


def test_facts_of_a_file_tell_namesakes_apart() -> None:
    found = record(
        """ex:1 a schema:Person ; schema:name "John Smith" ; schema:jobTitle "judge" ;
        schema:birthDate "1960-01-02"^^xsd:date ;
        schema:containedInPlace ex:2 ; ex:knows ex:3 . ex:2 schema:name "Calder" . ex:3 schema:name "Ann Lee" .""",
        "John Smith",
    )
    assert (found.roles, found.born, found.inside) == ({"judge"}, 1960, {"calder"})
    assert found.neighbours == {"calder", "ann lee"}
    assert found.is_sure


def test_a_description_without_a_name_is_nobody_else_s() -> None:
    turtle = '[] a schema:PostalAddress ; schema:streetAddress "1 Quay" .'
    found = resolve([file(turtle, "a.ttl"), file(f"{turtle} ex:1 ex:p 1 .", "b.ttl")])
    assert len([entity for entity in found.entities if entity.label == "postal address 1 Quay"]) == 2
