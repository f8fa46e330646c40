"""Searching for words finds what a person would find, best first, whatever is typed."""

from __future__ import annotations

import pytest
from graphs import article, graph, say
from pyoxigraph import Store

from kg.errors import QueryError, QueryLimit
from kg.query import words as searching
from kg.query.words import expression, search

HARBOUR = article(
    "Harbour contract",
    "The port signed two contracts with Brightwater. Zoë Ångström opposes the sale of pumps. The pumps leak.",
    say("The port", "kgo:sign", "Brightwater"),
    say("Zoë Ångström", "kg:opposes", "sale", 1),
)


@pytest.fixture(scope="module")
def harbour() -> Store:
    return graph(HARBOUR, aliases={"sale": "sale"}, unnamed=("The port", "sale"))


def texts(harbour: Store, words: str, kind: str = "sentence") -> list[str]:
    return [found.words for found in search(harbour, words, 10)[kind].found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("contract", ["The port signed two contracts with Brightwater."]),
        ("CONTRACTED", ["The port signed two contracts with Brightwater."]),
        ("angstrom zoe", ["Zoë Ångström opposes the sale of pumps."]),
        ('"pumps leak"', ["The pumps leak."]),
        ('"leak pumps"', []),
        ("pumps -sale", ["The pumps leak."]),
        ('pumps -"of pumps"', ["The pumps leak."]),
        ("bright*", ["The port signed two contracts with Brightwater."]),
        ("bright", []),
        ("pumps OR contract", []),
        ("pumps leak", ["The pumps leak."]),
        ("pumps", ["The pumps leak.", "Zoë Ångström opposes the sale of pumps."]),
    ],
)
def test_sentences(harbour, words, expected):
    assert texts(harbour, words) == expected


def test_names_and_titles_are_found_too(harbour):
    assert texts(harbour, "brightwater", "name") == ["Brightwater"]
    assert texts(harbour, "harbour", "title") == ["Harbour contract"]


@pytest.mark.parametrize(
    "words",
    [
        'a"b',
        "pumps'; DROP TABLE sentence; --",
        "NEAR(pumps leak, 2)",
        "words : pumps",
        "{words iri} : pumps",
        "^pumps",
        "pumps AND",
        "(pumps",
        "*pumps*",
        "--pumps sale",
        "pumps\x00leak",
        "\ud800pumps",
        "pumps " + "-x " * 20,
        "\u202epumps",
        "中文 pumps",
    ],
)
def test_nothing_typed_is_more_than_words(harbour, words):
    for hits in search(harbour, words, 5).values():
        assert len(hits.found) <= 5


@pytest.mark.parametrize("words", ["", "  ", "-", "?!", '"', '""', "-pumps", "x" * 1001, "a " * 33])
def test_what_holds_no_word_or_too_many_is_refused(harbour, words):
    with pytest.raises(QueryError):
        search(harbour, words, 5)


def test_a_search_that_takes_too_long_is_ended(harbour, monkeypatch):
    monkeypatch.setattr(searching, "SECONDS", -1.0)
    monkeypatch.setattr(searching, "_STEPS", 1)
    with pytest.raises(QueryLimit, match="took longer"):
        search(harbour, "pumps", 5)


def test_what_is_cut_is_told(harbour):
    hits = search(harbour, "pumps", 1)["sentence"]
    assert (len(hits.found), hits.is_cut) == (1, True)
    assert not search(harbour, "pumps", 2)["sentence"].is_cut


def test_words_found_are_marked(harbour):
    (found,) = search(harbour, "zoe oppose", 5, marks=("[", "]"))["sentence"].found
    assert found.marked == "[Zoë] Ångström [opposes] the sale of pumps."
    assert found.words == "Zoë Ångström opposes the sale of pumps."


def test_an_expression_holds_words_in_quotes_only():
    assert expression('a "b c" d* -e') == '("a" AND "b c" AND "d" *) NOT ("e")'
