"""Coordination and noun phrases on parses written by hand."""

from __future__ import annotations

import pytest
import spacy
from parses import doc, plain

from kg.grammar.phrases import conjuncts, entity_of, glued, named_object, phrase
from kg.parse import Span


def test_conjuncts_are_the_same_from_every_member():
    parsed = doc("maps/NNS/ROOT>maps ,/,/punct>maps books/NNS/conj>maps and/CC/cc>books globes/NNS/conj>books")
    expected = ["maps", "books", "globes"]
    for place in (0, 2, 4):
        assert [t.text for t in conjuncts(parsed[place])] == expected


@pytest.mark.parametrize(
    ("parse", "head", "expected"),
    [
        (
            "two/CD/nummod>sketches old/JJ/amod>sketches sketches/NNS/ROOT>sketches of/IN/prep>sketches "
            "the/DT/det>queen queen/NN/pobj>of in/IN/prep>sketches Oslo/NNP/pobj>in",
            2,
            "two old sketches of the queen",
        ),
        (
            "a/DT/det>firm firm/NN/ROOT>firm that/WDT/nsubj>sells sells/VBZ/relcl>firm lamps/NNS/dobj>sells",
            1,
            "a firm",
        ),
        (
            "the/DT/det>risk risk/NN/ROOT>risk of/IN/prep>risk losing/VBG/pcomp>of money/NN/dobj>losing",
            1,
            "the risk of losing money",
        ),
        (
            "sale/NN/ROOT>sale and/CC/cc>sale export/NN/conj>sale of/IN/prep>sale oil/NN/pobj>of",
            2,
            "export of oil",
        ),
        ("Everyone/NN/ROOT>Everyone else/RB/advmod>Everyone left/VBN/acl>Everyone", 0, "Everyone else"),
        (
            "crew/NN/ROOT>crew of/IN/prep>crew the/DT/det>trawler trawler/NN/pobj>of Norma/NNP/compound>Jean "
            "Jean/NNP/appos>trawler",
            0,
            "crew of the trawler Norma Jean",
        ),
        (
            "murder/NN/ROOT>murder of/IN/prep>murder the/DT/det>singer singer/NN/pobj>of ,/,/punct>singer "
            "Kranz/NNP/appos>singer",
            0,
            "murder of the singer",
        ),
        (
            "a/DT/det>box small/JJ/amod>box ,/,/punct>box wooden/JJ/amod>box box/NN/ROOT>box",
            4,
            "a small , wooden box",
        ),
        (
            "Monday/NNP/npadvmod>fell ,/,/punct>fell heavy/JJ/amod>rain rain/NN/nsubj>fell fell/VBD/ROOT>fell",
            3,
            "heavy rain",
        ),
    ],
)
def test_a_phrase_is_a_short_description(parse, head, expected):
    assert " ".join(t.text for t in phrase(doc(parse)[head])) == expected


def test_a_name_is_found_from_each_of_its_words():
    parsed = doc("Ana/NNP/compound>Koval Koval/NNP/nsubj>left left/VBD/ROOT>left")
    parsed.ents = [Span(parsed, 0, 2, "PERSON")]
    assert [entity_of(token) is not None and entity_of(token).text for token in parsed] == ["Ana Koval"] * 2 + [False]


def test_a_word_cut_at_its_hyphens_is_one():
    words, spaces = ["a", "step", "-", "by", "-", "step", "plan"], [True, False, False, False, False, True, False]
    parsed = plain(spacy.tokens.Doc(spacy.blank("en").vocab, words=words, spaces=spaces))
    assert glued(parsed[3]).text == "step-by-step" and glued(parsed[0]).text == "a"
    years = plain(spacy.tokens.Doc(spacy.blank("en").vocab, words=["2004", "-", "05"], spaces=[False, False, False]))
    assert glued(years[0]).text == "2004-05"


@pytest.mark.parametrize(("verb", "expected"), [("elect", "Koval"), ("see", None)])
def test_a_name_before_an_office_is_the_object_of_naming(verb, expected):
    parsed = doc(
        "Voters/NNS/nsubj>elected elected/VBD/ROOT>elected Koval/NNP/compound>mayor mayor/NN/dobj>elected",
        {"elected": verb},
    )
    found = named_object(parsed[3])
    assert (found and found.text) == expected
