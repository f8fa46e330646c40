"""What a query may not do is refused by its words, wherever they hide, and nothing else is."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query.guard import check, decoded, tokens
from kg.query.matching import rewritten

REFUSED = [
    "SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }",
    "SELECT * { service <http://a.example/> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <http://a.example/> { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<http://a.example/>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE <http://a.example/> { ?s ?p ?o } }",
    "PREFIX : <http://a.example/> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <http://a.example/> { ?s ?p ?o } }",
    "SELECT * { \\U00000053ERVICE <http://a.example/> { ?s ?p ?o } }",
    "SELECT * { # comment\nSERVICE <http://a.example/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p '\\u0027 SERVICE <http://a.example/> { ?s ?p ?o } # ' }",
    "LOAD <http://a.example/>",
    "INSERT DATA { <a> <b> <c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "PREFIX x: <http://x/> CLEAR ALL",
    "DROP ALL",
    "SELECT * { " + "{" * 61 + "?s ?p ?o" + "}" * 61 + " }",
    "SELECT (" + "(" * 5000 + "1" + ")" * 5000 + " AS ?x) {}",
    "SELECT * { ?s ?p '" + "x" * 100_001 + "' }",
    "SELECT * { ?s ?p ?o FILTER(" + "1+" * 20_000 + "1) }",
    'SELECT * { VALUES ?x { """x" } SERVICE <http://a.example/> { ?s ?p ?o } }',
    "SELECT * { " + "?s ?p '''x''' . " * 101 + " }",
]
ALLOWED = [
    "SELECT * { ?s rdfs:label 'SERVICE FROM LOAD INSERT' }",
    'SELECT * { ?s rdfs:label """they "LOAD" FROM it""" }',
    "SELECT ?service ?from { ?service ?from ?load } # SERVICE",
    "SELECT * { ?s <http://x/SERVICE#FROM> ?o }",
    "SELECT * { ?s ex:service ?o ; ex:load ?l }",
    "SELECT * { ?s ?p 'x'@from }",
    "SELECT * { ?s ?p ?o FILTER(?o < 5 && ?o > 3) }",
    "SELECT * { " + "{" * 40 + "?s ?p ?o" + "}" * 40 + " }",
    "PREFIX dc: <http://purl.org/dc/> ASK { ?s dc:from ?o }",
]


@pytest.mark.parametrize("query", REFUSED, ids=lambda q: q[:60])
def test_what_reaches_out_changes_or_is_too_large_is_refused(query):
    with pytest.raises(QueryError) as caught:
        check(query)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("query", ALLOWED, ids=lambda q: q[:60])
def test_words_in_texts_comments_and_names_are_free(query):
    check(query)


@given(st.text(alphabet="\"'\\<>#?:{}() \nuU0053SERVICEFROM", max_size=60))
def test_any_text_is_either_checked_or_refused(text):
    try:
        check(text)
    except QueryError:
        return


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_surroundings_in_plain_words_hide_a_service(before, after):
    plain = "".join(c for c in before if c.isalnum() or c in " {}.")
    with pytest.raises(QueryError):
        check(f"{plain} SERVICE <http://a.example/> {after}")


def test_escapes_are_read_as_characters():
    assert decoded("\\u0041\\U00000042\\uD800") == "AB\ud800"
    assert decoded("\\UFFFFFFFF") == "\\UFFFFFFFF"
    assert list(tokens("\\u0053elect 'x' # y")) == [("word", "SELECT"), ("string", "'x'")]


SLOW = {
    "an open quote with escapes": '"' + '\\"' * 49_000,
    "quotes of three that are open": "'''a" * 33_000,
    "dots": "a." * 49_000,
    "names": "a:" * 49_000,
    "open brackets": "<a" * 49_000,
    "open lines": '"a\n' * 33_000,
}


@pytest.mark.parametrize("name", SLOW)
def test_a_look_at_a_query_takes_no_longer_for_its_signs(name):
    began = time.process_time()
    for look in (check, lambda text: rewritten(f"{text} matches", lambda words, most: {})):
        with suppress(QueryError):
            look(SLOW[name])
    assert time.process_time() - began < 3
