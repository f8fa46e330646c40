"""What the page reads from the store."""

from __future__ import annotations

from graphs import article, graph, say
from view.news import stores

from kg.model import Literal
from kg.view.content import KG, Value
from kg.view.gather import read_content

BASE = "https://example.org/kg/"


def test_a_statement_arrives_with_all_that_a_reader_may_ask() -> None:
    sale = say(
        "Brightwater", "kg:sells", "Gull", by="Ada Voss", cue="said", recipient="Ferrow", words="sells", rule="r"
    )
    text = "Brightwater sells Gull to Ferrow, Ada Voss said."
    content = read_content(graph(article("Deal", text, sale, published="2031-02-03", url="https://a.example/")))
    (statement,) = content.statements.values()
    assert (statement.subject, statement.predicate) == (f"{BASE}entity/Brightwater", f"{KG}sells")
    assert statement.object == Value(f"{BASE}entity/Gull")
    assert (statement.status, statement.mode, statement.holders) == ("claimed", "factual", (f"{BASE}entity/Ada_Voss",))
    assert statement.roles == (("recipient", Value(f"{BASE}entity/Ferrow")),)
    assert (statement.cue, statement.confidence, statement.rule) == ("said", 0.8, "r")
    assert content.sentences[statement.sentence].quote == text
    assert text[slice(*statement.subject_span or ())] == "Brightwater"
    (document,) = content.documents.values()
    assert (document.title, document.published, document.url) == ("Deal", "2031-02-03", "https://a.example/")


def test_objects_are_entities_statements_literals_or_nothing() -> None:
    sale = say("Brightwater", "kg:sells", "Gull")
    content = read_content(
        graph(
            article(
                "Deal",
                "Brightwater sells Gull. Ada opposes it. Brightwater began in 2019. Gull broke.",
                sale,
                say("Ada", "kg:opposes", sale, 1),
                say("Brightwater", "kg:foundedOn", Literal("2019", "xsd:gYear"), 2),
                say("Gull", "kgo:break", None, 3),
            )
        )
    )
    objects = {s.predicate.split("#")[1]: s.object for s in content.statements.values()}
    assert objects["sells"] == Value(f"{BASE}entity/Gull")
    assert objects["opposes"] and objects["opposes"].text in content.statements
    assert objects["foundedOn"] == Value("2019", is_literal=True)
    assert objects["break"] is None


def test_a_rejected_statement_is_marked_as_such() -> None:
    reading = article("Deal", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))
    content = read_content(graph(reading, reviews={reading.statements[0].id: "rejected"}))
    assert [statement.status for statement in content.statements.values()] == ["rejected"]


def test_classes_bring_their_colours_and_relations_their_labels() -> None:
    content = read_content(stores())
    company = content.classes[f"{KG}Company"]
    assert company.label == "company" and company.colour.startswith("#") and company.shape
    assert content.relations[f"{KG}sells"].label == "sells"


def test_relations_that_nobody_curated_are_verbs_too() -> None:
    says = [say("Halden", "kgo:leave", "Oslo"), say("Halden", "kgo:beSoldTo", "Bergen", 1)]
    content = read_content(graph(article("Moves", "Halden left Oslo. Halden was sold to Bergen.", *says)))
    assert [term.label for term in content.relations.values()] == ["is sold to", "leaves"]


def test_an_empty_graph_is_no_error() -> None:
    content = read_content(graph())
    assert (content.entities, content.statements) == ({}, {})
