"""Entities of FollowTheMoney, by its own schemata and property names."""

from __future__ import annotations

import json

import pytest
from graphs import article, graph, say

from kg.errors import KgError
from kg.export import export, exported
from kg.export.followthemoney_schema import Entity, schemata
from kg.model import Literal
from kg.ontology import load

SALE = say("Brightwater", "kg:sells", "Gull")
RIVER = article(
    "River news",
    "Brightwater sells Gull. Marsh Watch opposes the sale. Ada Quill works for Brightwater. "
    "Ada Quill, chief engineer, fell. "
    "Ada Quill said Brightwater owns Hull. Brightwater owns Ferrow Mills. Tom Quill is the son of Ada Quill. "
    "Ada Quill supports the River Act. The River Act helps Marsh Watch. Brightwater was founded in 1994.",
    SALE,
    say("Marsh Watch", "kg:opposes", SALE, 1),
    say("Ada Quill", "kg:employedBy", "Brightwater", 2, time=("works", "2020-01-01", "2020-12-31")),
    say("Ada Quill", "kg:holdsPosition", Literal("chief engineer"), 3),
    say("Ada Quill", "kgo:fall", None, 3, words="fell"),
    say("Brightwater", "kg:owns", "Hull", 4, by="Ada Quill", cue="said"),
    say("Brightwater", "kg:owns", "Ferrow Mills", 5),
    say("Tom Quill", "kg:childOf", "Ada Quill", 6),
    say("Ada Quill", "kg:supports", "River Act", 7),
    say("River Act", "kgo:help", "Marsh Watch", 8, words="helps"),
    say("Brightwater", "kg:foundedOn", Literal("1994"), 9),
    published="2025-03-05",
    site="The River Post",
    url="https://river.example/1",
    author="Bo Ek",
)
TYPES = {
    "Brightwater": "kg:Company",
    "Ferrow Mills": "kg:Company",
    "Hull": "kg:GeopoliticalEntity",
    "Gull": "kg:Product",
    "Ada Quill": "kg:Person",
    "Tom Quill": "kg:Person",
    "Marsh Watch": "kg:AdvocacyGroup",
    "River Act": "kg:Policy",
}
NEWS = graph(RIVER, types=TYPES)


def entities(format: str = "ftm") -> list[dict]:
    return [json.loads(line) for line in export(NEWS, format).decode().splitlines()]


def named(name: str) -> dict:
    (found,) = (each for each in entities() if name in each["properties"].get("name", ()))
    return found


def links(schema: str, format: str = "ftm") -> list[dict]:
    return [each["properties"] for each in entities(format) if each["schema"] == schema]


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("Brightwater", "Company"),
        ("Ada Quill", "Person"),
        ("Marsh Watch", "Organization"),
        ("Hull", "Address"),
        ("Gull", "Asset"),
        ("River news", "Article"),
    ],
)
def test_things_and_articles_are_entities(name: str, schema: str) -> None:
    assert named(name)["schema"] == schema


def test_values_stand_in_their_properties_or_in_notes() -> None:
    ada = named("Ada Quill")["properties"]
    assert ada["position"] == ["chief engineer"]
    assert sorted(ada["notes"]) == ["falls", "supports: River Act"]
    assert named("Brightwater")["properties"]["incorporationDate"] == ["1994"]
    assert named("Hull")["properties"]["full"] == ["Hull"]


def test_a_fact_is_a_link_of_its_kind_with_its_evidence() -> None:
    (job,) = links("Employment")
    article_id = named("River news")["id"]
    assert job == {
        "employee": [named("Ada Quill")["id"]],
        "employer": [named("Brightwater")["id"]],
        "role": ["employed by"],
        "summary": ["Ada Quill works for Brightwater."],
        "proof": [article_id],
        "publisher": ["The River Post"],
        "sourceUrl": ["https://river.example/1"],
        "startDate": ["2020-01-01"],
        "endDate": ["2020-12-31"],
        "recordId": job["recordId"],
    }
    assert [each["relationship"] for each in links("Family")] == [["child of"]]
    assert [each["asset"] for each in links("Ownership")] == [[named("Ferrow Mills")["id"]]]
    assert len(links("Documentation")) == 7


def test_a_stance_leads_to_whom_it_is_about() -> None:
    (stance,) = (each for each in links("UnknownLink") if each["role"] == ["opposes"])
    assert (stance["object"], stance["description"]) == ([named("Brightwater")["id"]], ["Brightwater sells Gull"])


def test_a_claim_is_there_only_when_asked_for_and_is_never_an_ownership() -> None:
    assert not [each for each in links("UnknownLink") if "status" in each]
    (claim,) = (each for each in links("UnknownLink", "ftm-all") if "status" in each)
    assert (claim["role"], claim["status"], claim["description"]) == (["owns"], ["claimed"], ["claimed by Ada Quill"])
    assert len(links("Ownership", "ftm-all")) == 1


def test_what_is_lost_is_told() -> None:
    made = exported(NEWS, "ftm")
    assert str(made.counts) == "9 facts, 7 things, 1 article"
    assert made.lost[:3] == (
        "1 statement left out: no facts; -f ftm-all tells them too, as links with a status",
        "1 thing left out: their classes have no schema (Policy 1)",
        "1 fact left out: whom they are about was left out, or another says the same",
    )


@pytest.mark.parametrize(
    "wrong",
    [
        Entity("a", "Person"),  # no name
        Entity("a b", "Person", {"name": ["x"]}),
        Entity("a", "Thing", {"name": ["x"]}),
        Entity("a", "Spaceship", {"name": ["x"]}),
        Entity("a", "Person", {"name": ["x"], "wings": ["2"]}),
        Entity("a", "Person", {"name": ["x"], "birthDate": ["in May"]}),
        Entity("a", "Person", {"name": ["x"], "sourceUrl": ["x.txt"]}),
        Entity("a", "Person", {"name": ["x"], "proof": ["nobody"]}),
        Entity("a", "Person", {"name": ["x"], "proof": ["b"]}),  # no document
    ],
)
def test_what_is_no_entity_of_theirs_is_not_written(wrong: Entity) -> None:
    with pytest.raises(KgError, match="ftm: "):
        schemata().check([wrong, Entity("b", "Person", {"name": ["y"]})])


def test_the_table_names_only_what_there_is() -> None:
    known, ontology = schemata(), load()
    assert set(known.schema_by_class) <= {
        f"https://example.org/kg/ontology#{name.removeprefix('kg:')}" for name in ontology.classes
    }
    for schema, subject, object in known.link_by_relation.values():
        assert known.kind(schema, subject) in known.parents and known.kind(schema, object) in known.parents
    assert all(parent in known.parents for parents in known.parents.values() for parent in parents)
