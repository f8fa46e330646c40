"""Readings become the triples of docs/model.md."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from graphs import RUN, article, graph, resolve, say, triples
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from kg import rdf, store
from kg.model import Contribution, Document, Literal, Reading, Resolution

SOLD = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County")
HARBOUR = article(
    "Harbour deal",
    "Brightwater sells its Gull drone to Ferrow County. Marsh Watch opposes the sale. "
    "Ada Quill said Brightwater may buy Loom Works. The dam broke, reportedly.",
    SOLD,
    say("Brightwater", "kg:sellsTo", "Ferrow County", of=SOLD),
    say("Marsh Watch", "kg:opposes", SOLD, 1),
    say("Brightwater", "kg:acquires", "Loom Works", 2, mode="possible", by="Ada Quill", cue="said may"),
    say("The dam", "kgo:break", None, 3, words="broke", by="?", cue="reportedly"),
    published="2021-05-04T09:30:00Z",
    url="https://news.example/harbour deal?a=1",
)


def turtle(*readings: Reading, **more: object) -> str:
    """The graph of some articles as one string, a triple a line."""
    lines = store.sorted_lines(triples(*readings, **more))
    text = b"".join(lines).decode()
    for prefix, iri in rdf.prefixes().items():
        text = text.replace(iri, f"{prefix}:")
    return text


@pytest.mark.parametrize(
    "triple",
    [
        "<ent:Brightwater> <kg:sells> <ent:Gull> .",
        "<ent:Brightwater> <kg:sellsTo> <ent:Ferrow_County> .",
        "<ent:Marsh_Watch> <kg:opposes> <st:Brightwater_sells_Gull-",
        "<kg:recipient> <ent:Ferrow_County> .",
        "<kg:attributedTo> <ent:Ada_Quill> .",
        "<kg:attributedTo> <kg:UnnamedSource> .",
        '<rdfs:label> "Marsh Watch opposes: Brightwater sells Gull" .',
        '<rdf:object> "true"^^<xsd:boolean> .',
        "<kgo:break> <rdf:type> <kg:OpenRelation> .",
        "<kgo:break> <rdf:type> <kg:Relation> .",
        '<dcterms:issued> "2021-05-04"^^<xsd:date> .',
        "<schema:url> <https://news.example/harbour%20deal?a=1> .",
        '<kg:cue> "said may" .',
        '<kg:confidence> "0.8"^^<xsd:decimal> .',
        "<prov:wasDerivedFrom> <st:Brightwater_sells_Gull-",
        "#char=0,50> <kg:sentenceIndex>",
        "#char=36,49> <kg:refersTo> <ent:Ferrow_County> .",
    ],
)
def test_a_reading_gives_the_triples_of_the_model(triple):
    assert triple in turtle(HARBOUR)


@pytest.mark.parametrize("name", ["kg:acquires", "kgo:break"])
def test_what_is_possible_or_claimed_is_no_fact(name):
    assert not [t for t in triples(HARBOUR) if t.predicate == rdf.term(name)]


@pytest.mark.parametrize(
    "how, is_fact",
    [
        ({}, True),
        ({"mode": "possible"}, False),
        ({"mode": "future"}, False),
        ({"mode": "desired"}, False),
        ({"mode": "conditional"}, False),
        ({"mode": "unknown"}, False),
        ({"negative": True}, False),
        ({"by": "Gull"}, False),
        ({"by": "?"}, False),
    ],
)
def test_a_fact_stands_only_on_an_asserted_statement(how, is_fact):
    reading = article("T", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull", **how))
    assert any(t.predicate == rdf.term("kg:sells") for t in triples(reading)) is is_fact


def test_a_rejected_statement_takes_its_fact_along_unless_another_holds_it():
    one = article("One", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))
    two = article("Two", "Brightwater sells Gull again.", say("Brightwater", "kg:sells", "Gull"))
    verdict = {one.statements[0].id: "rejected"}
    assert "<ent:Brightwater> <kg:sells> <ent:Gull> ." not in turtle(one, reviews=verdict)
    assert "<kg:review> <kg:Rejected> ." in turtle(one, reviews=verdict)
    assert "<ent:Brightwater> <kg:sells> <ent:Gull> ." in turtle(one, two, reviews=verdict)


def test_what_only_repeats_a_rejected_statement_goes_with_it():
    whole = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County")
    part = say("Brightwater", "kg:sellsTo", "Ferrow County", of=whole)
    reading = article("T", "Brightwater sells Gull to Ferrow County.", whole, part)
    st, derived = (statement.id for statement in reading.statements)
    fact = "<ent:Brightwater> <kg:sellsTo> <ent:Ferrow_County> ."
    assert fact in turtle(reading)
    assert fact not in turtle(reading, reviews={st: "rejected"})
    assert fact in turtle(reading, reviews={st: "rejected", derived: "accepted"})
    assert "<ent:Brightwater> <kg:sells> <ent:Gull> ." in turtle(reading, reviews={derived: "rejected"})


def test_two_names_of_one_thing_are_one_entity():
    reading = article("T", "Brightwater Inc. grew. Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull", 1))
    text = turtle(reading, aliases={"Brightwater": "Brightwater Inc."}, types={"Brightwater Inc.": "kg:Company"})
    assert "<ent:Brightwater_Inc> <kg:sells> <ent:Gull> ." in text
    assert '<ent:Brightwater_Inc> <skos:altLabel> "Brightwater" .' in text
    assert "<ent:Brightwater_Inc> <rdf:type> <kg:Company> ." in text


def test_the_same_reading_by_two_rules_is_one_statement_with_both_rules():
    one = say("Brightwater", "kg:sells", "Gull", rule="frame", confidence=0.6)
    two = say("Brightwater", "kg:sells", "Gull", rule="buyers", confidence=0.9)
    text = turtle(article("T", "Brightwater sells Gull.", one, two))
    assert text.count("<rdf:type> <kg:Statement>") == 1
    assert '<kg:extractor> "frame"' in text and '<kg:extractor> "buyers"' in text
    assert '<kg:confidence> "0.9"' in text


def test_statements_that_differ_under_one_id_are_both_kept():
    one = say("Brightwater", "kg:sells", "Gull", cue="")
    two = say("Brightwater", "kg:sells", "Gull", cue="indeed", confidence=0.3)
    reading = article("T", "Brightwater sells Gull.", one, two)
    assert reading.statements[0].id == reading.statements[1].id
    text = turtle(reading)
    assert text.count("<rdf:type> <kg:Statement>") == 2
    assert text == turtle(dataclasses.replace(reading, statements=reading.statements[::-1]))


def test_a_proposition_that_is_not_there_stays_as_words():
    reading = article("T", "Marsh Watch opposes the sale.", say("Marsh Watch", "kg:opposes", SOLD.subject and "sale"))
    lost = dataclasses.replace(HARBOUR, statements=HARBOUR.statements[2:])
    assert '<kg:opposes> "Brightwater sells Gull" .' in turtle(lost)
    assert "<kg:opposes> <ent:sale> ." in turtle(reading)


def test_the_order_of_articles_changes_nothing():
    other = article("River", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))
    assert turtle(HARBOUR, other) == turtle(other, HARBOUR)


def test_another_base_moves_everything_but_the_vocabulary():
    resolution = resolve(HARBOUR)
    lines = store.sorted_lines(rdf.triples([HARBOUR], resolution, RUN, base="https://me.example/"))
    text = b"".join(lines).decode()
    assert "<https://me.example/entity/Gull>" in text and rdf.BASE + "entity" not in text
    assert "<https://example.org/kg/ontology#sells>" in text


@given(st.text(min_size=1, max_size=60))
def test_any_text_keeps_its_length_and_its_place(text):
    document = Document(text, "T", "t.txt")
    reading = Reading(document)
    held = next(t.object.value for t in rdf.triples([reading], Resolution((), {}), RUN) if "text" in t.predicate.value)
    assert len(held) == len(text)


def test_literal_objects_are_canonical_too():
    reading = article("T", "Gull cost 05 dollars.", say("Gull", "kg:amount", Literal("05", "xsd:integer")))
    assert '<ent:Gull> <kg:amount> "5"^^<xsd:integer> .' in turtle(reading)


def test_the_graph_carries_the_ontology():
    labels = {t.subject.value for t in store.store_triples(graph()) if t.predicate == rdf.LABEL}
    assert rdf.term("kg:sells").value in labels


def test_the_example_in_the_documentation_is_what_comes_out():
    page = (Path(__file__).parents[2] / "docs" / "model.md").read_text("utf-8")
    (block,) = re.findall(r"```turtle\n(.*?)```", page, re.DOTALL)
    document = f"{rdf.BASE}doc/Harbour_deal-7e4a9fd9"
    text = block.replace("<…#char", f"<{document}#char").replace("<…/", f"<{rdf.BASE}").replace("<https://…>", "<x:…>")
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in rdf.prefixes().items())
    shown = {quad.triple for quad in parse(head + text, format=RdfFormat.TURTLE)}
    holder = say(
        "Brightwater", "kg:sells", "Gull", recipient="Ferrow County", by="spokesman", cue="said", rule="frame:sells"
    )
    reading = article(
        "Harbour deal",
        "Brightwater sells its Gull drone to Ferrow County, a spokesman said.",
        holder,
        source="news/harbour.txt",
        published="2021-05-04",
        language="en",
    )
    told = (Contribution("Brightwater", reading.document.id, "kg:Company", 1),)
    made = set(triples(reading, types={"Brightwater": "kg:Company"}, contributions=told))
    loose = ("…", "/run/", "Brightwater Inc.", "the whole text", "spokesman")
    assert {t for t in shown - made if not any(word in str(t) for word in loose)} == set()
    assert len(shown & made) > 35


@pytest.mark.parametrize(
    ("subject", "relation", "label"),
    [
        ("two men", "kg:sues", "two men sue Gull"),
        ("two men", "kgo:carry", "two men carry Gull"),
        ("Two Rivers", "kg:sues", "Two Rivers sues Gull"),
        ("man", "kgo:carry", "man carries Gull"),
    ],
)
def test_the_label_of_a_statement_agrees_with_a_subject_without_a_name(subject: str, relation: str, label: str) -> None:
    text = f"{subject} beside Gull."
    news = article("News", text, say(subject, relation, "Gull"))
    assert f'<rdfs:label> "{label}" .' in turtle(news, unnamed=("two men", "man"))
