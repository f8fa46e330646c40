"""Answers print as tables for readers and as the standard formats for programs."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph
import pytest
from graphs import article, graph, say

from kg import query
from kg.errors import QueryError

STORE = graph(
    article("T", 'Gull & "Sons" sells\toats.', say('Gull & "Sons"', "kg:sells", "oats"), published="2021-05-04")
)
NAMES = "SELECT ?s ?name ?n WHERE { ?s kg:isNamed true ; rdfs:label ?name . BIND(5 AS ?n) } ORDER BY ?name"


def test_a_table_shows_labels():
    assert query.render(query.ask(STORE, "SELECT ?s ?p ?o { ?s kg:sells ?o BIND(kg:sells AS ?p) }")) == (
        's              p      o\n-------------  -----  ----\nGull & "Sons"  sells  oats\n(1 row)\n'
    )


def test_csv_holds_plain_values():
    rows = list(csv.reader(io.StringIO(query.render(query.ask(STORE, NAMES), "csv"))))
    assert rows == [
        ["s", "name", "n"],
        ["https://example.org/kg/entity/Gull_Sons", 'Gull & "Sons"', "5"],
        ["https://example.org/kg/entity/oats", "oats", "5"],
    ]


def test_tsv_holds_terms():
    lines = query.render(query.ask(STORE, NAMES), "tsv").splitlines()
    assert lines[0] == "?s\t?name\t?n"
    assert lines[1] == '<https://example.org/kg/entity/Gull_Sons>\t"Gull & \\"Sons\\""\t5'


def test_json_is_what_sparql_says_and_reads_back():
    text = query.render(query.ask(STORE, NAMES), "json")
    found = json.loads(text)
    assert found["head"]["vars"] == ["s", "name", "n"]
    assert found["results"]["bindings"][1]["name"] == {"type": "literal", "value": "oats"}
    back = pyoxigraph.parse_query_results(text.encode(), format=pyoxigraph.QueryResultsFormat.JSON)
    assert [row["name"].value for row in back] == ['Gull & "Sons"', "oats"]


def test_what_is_unbound_is_left_out():
    answer = query.ask(STORE, "SELECT ?a ?b { BIND(1 AS ?a) }")
    assert list(answer) == [{"a": "1"}]
    assert json.loads(query.render(answer, "json"))["results"]["bindings"] == [
        {"a": {"type": "literal", "value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}}
    ]
    assert query.render(answer, "csv") == "a,b\n1,\n"


@pytest.mark.parametrize("what, words, json_value", [("kg:sells", "yes", True), ("kg:owns", "no", False)])
def test_ask_is_answered_with_yes_or_no(what, words, json_value):
    answer = query.ask(STORE, f"ASK {{ ?s {what} ?o }}")
    assert query.render(answer) == f"{words}\n" and bool(answer) is json_value
    assert json.loads(query.render(answer, "json")) == {"head": {}, "boolean": json_value}
    assert query.render(answer, "csv") == f"{str(json_value).lower()}\n"


@pytest.mark.parametrize("text", ["CONSTRUCT { ?s kg:sells ?o } WHERE { ?s kg:sells ?o }", "DESCRIBE ent:oats"])
def test_triples_print_as_turtle(text):
    made = query.render(query.ask(STORE, text), "ttl")
    assert "ent:" in made
    assert list(pyoxigraph.parse(made.encode(), format=pyoxigraph.RdfFormat.TURTLE))


def test_triples_print_as_a_table_too():
    text = query.render(query.ask(STORE, "CONSTRUCT { ?s kg:sells ?o } WHERE { ?s kg:sells ?o }"))
    assert text.splitlines()[2] == 'Gull & "Sons"  sells      oats'


def test_rows_do_not_print_as_turtle():
    with pytest.raises(QueryError, match="CONSTRUCT"):
        query.render(query.ask(STORE, NAMES), "ttl")


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(QueryError, match="table, csv, tsv, json, xml, ttl"):
        query.render(query.ask(STORE, NAMES), "xls")


def test_what_is_cut_is_said():
    answer = query.ask(STORE, "SELECT * { ?s ?p ?o }", query.Limits(rows=3))
    assert len(answer) == 3 and answer.is_cut and "there are more" in answer.notice
    assert not query.ask(STORE, NAMES, query.Limits(rows=2)).is_cut
