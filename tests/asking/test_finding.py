"""What is found is shown with its words marked, its place, and what was read from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from graphs import article, say, triples

from kg import rdf, store
from kg.asking.finding import find, plain, render
from kg.asking.shown import Screen
from kg.shipped import folder


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    news = article(
        "Harbour contract",
        "Brightwater signed two contracts. Ada Quill said \u202ethe contract\x07 is void.",
        say("Brightwater", "kgo:sign", "two contracts", words="signed"),
        say("the contract", "kg:describedAs", "void", 1, by="Ada Quill", cue="said"),
        published="2025-03-01",
    )
    place = tmp_path_factory.mktemp("found")
    store.write(place, [*rdf.ontology_triples(folder("ontology")), *triples(news)])
    return place


def test_sentences_come_with_statements_and_places(out):
    text = render(find(out, "signed contract"), Screen())
    assert "“Brightwater [signed] two [contracts].”\n" in text
    assert "  Harbour contract, 2025-03-01 · harbour_contract.txt, characters 0-33" in text
    assert "    Brightwater signs two contracts · stated by the article" in text


def test_names_and_articles_are_found(out):
    found = find(out, "contract")
    assert [each.words for each in found.articles] == ["Harbour contract"]
    assert {each.words for each in found.names} == {"two contracts", "the contract"}
    assert plain(found)["articles"][0]["source"] == "harbour_contract.txt, 2025-03-01"


def test_a_terminal_cannot_be_steered_and_colours_mark_words(out):
    text = render(find(out, "void"), Screen(colour=True))
    assert "\x07" not in text and "\u202e" not in text
    assert "\x1b[1mvoid\x1b[0m" in text


def test_less_is_shown_if_asked_and_told(out):
    assert find(out, "contract", most=1).is_cut
    assert render(find(out, "contract", most=1), Screen()).endswith("the best of more.\n")


def test_nothing_found_is_told(out):
    assert render(find(out, "absent"), Screen()) == "0 names, 0 articles, 0 sentences.\n"
