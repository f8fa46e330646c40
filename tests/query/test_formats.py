"""Answers in the standard formats read back as what they were."""

from __future__ import annotations

import pyoxigraph
import pytest
from graphs import article, graph, say

from kg import query
from kg.errors import QueryError
from kg.query.formats import FORMAT_BY_NAME

STORE = graph(article("T", "Gull sells oats.", say("Gull", "kg:sells", "oats"), published="2021-05-04"))
TERMS = r"""SELECT * {
  VALUES ?x { <http://a.example/?b=1&c=2> "a<b>&\"c\"\r\n\tx" "blå"@nb 5 5.0 5.5 5e3 true "2021-05-04"^^xsd:date UNDEF }
  BIND(2 AS ?y) }"""
READERS = {
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "xml": pyoxigraph.QueryResultsFormat.XML,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
}
GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { ?s kg:sells ?x ; ?p ?o }"
RDF = {
    "ttl": pyoxigraph.RdfFormat.TURTLE,
    "nt": pyoxigraph.RdfFormat.N_TRIPLES,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
}


@pytest.mark.parametrize("name", READERS)
def test_rows_read_back_term_by_term(name):
    answer = query.ask(STORE, TERMS)
    back = pyoxigraph.parse_query_results(query.render(answer, name).encode(), format=READERS[name])
    assert isinstance(back, pyoxigraph.QuerySolutions)
    assert {tuple(row) for row in back} == set(answer.rows)


@pytest.mark.parametrize("name", ["json", "xml"])
@pytest.mark.parametrize("relation", ["kg:sells", "kg:opposes"])
def test_a_yes_or_no_reads_back(name, relation):
    answer = query.ask(STORE, f"ASK {{ ?s {relation} ?o }}")
    back = pyoxigraph.parse_query_results(query.render(answer, name).encode(), format=READERS[name])
    assert isinstance(back, pyoxigraph.QueryBoolean)
    assert bool(back) is bool(answer)


@pytest.mark.parametrize("name", RDF)
def test_triples_read_back(name):
    answer = query.ask(STORE, GRAPH)
    back = pyoxigraph.parse(query.render(answer, name).encode(), format=RDF[name])
    assert {(quad.subject, quad.predicate, quad.object) for quad in back} == set(answer.rows)


def test_xml_holds_no_character_that_xml_cannot():
    answer = query.ask(STORE, r'SELECT ("a\u0007b" AS ?x) { }')
    assert "a\ufffdb" in query.render(answer, "xml")


@pytest.mark.parametrize(
    ("text", "format"), [(TERMS, name) for name in RDF] + [(GRAPH, name) for name in ("csv", "tsv", "json", "xml")]
)
def test_a_format_for_another_kind_of_query_is_refused_with_those_that_fit(text, format):
    fitting = "CONSTRUCT" if format in RDF else "SELECT"
    with pytest.raises(QueryError, match=f"{format} is for {fitting}"):
        query.render(query.ask(STORE, text), format)


@pytest.mark.parametrize("name", ["table", "csv", "json", "xml"])
def test_capitals_name_the_same_format(name):
    answer = query.ask(STORE, TERMS)
    assert query.render(answer, name.upper()) == query.render(answer, name)


def test_every_media_type_is_told_once():
    types = [each.media_type for each in FORMAT_BY_NAME.values()]
    assert len(types) == len(set(types))


@pytest.mark.parametrize(
    ("word", "name"), [("turtle", "ttl"), ("N-Triples", "nt"), ("json-ld", "jsonld"), ("TTL", "ttl")]
)
def test_the_forms_of_rdf_have_more_than_one_name(word, name):
    answer = query.ask(STORE, GRAPH)
    assert query.render(answer, word) == query.render(answer, name)
