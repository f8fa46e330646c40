"""Conjuncts that are alike, as the model parses the sentence."""

from __future__ import annotations

import pytest

from kg.extract.clauses import clauses

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head", "label"),
    [
        ("The prize was shared by a potter in Bergen and by her daughter.", "daughter", "by", "pobj"),
        ("Moe was moved by pity rather than hunger.", "hunger", "pity", "conj"),
        ("The fare will be £8 a day, rather than the £5 that was planned.", "5", "8", "conj"),
        ("The walk took four hours and ten minutes.", "minutes", "hours", "conj"),
        ("Coffee and tea merchant Abel Moss sold his house.", "Moss", "sold", "nsubj"),
        ("Norwegian salmon and cod exporter Havfisk lost 3 million kroner.", "salmon", "exporter", "nmod"),
        ("Sugar and tea trader Moe & Co went bankrupt.", "Moe", "went", "nsubj"),
        ("Singer and horse trainer Ida Falk left.", "Singer", "left", "nsubj"),
        ("For six hours and eleven minutes Moe held the rope.", "minutes", "hours", "conj"),
        ("She locked the shop, fed the cat and went home.", "fed", "locked", "conj"),
        ("The judge said the fine was fair.", "was", "said", "ccomp"),
        ("The village was small and, for most of the year, empty.", "empty", "small", "conj"),
        ("They found coins, a comb and, under the floor, two swords.", "swords", "comb", "conj"),
        (
            "He cut costs by closing a mill in Cork, selling a yard to its staff and firing 40 people.",
            "selling",
            "closing",
            "conj",
        ),
        ("Moe said that the mill was old, that nobody had tested it and that it would close.", "tested", "was", "conj"),
        ("Moe beat a rival that had been cheaper but could not promise repairs.", "promise", "been", "conj"),
        ("The clerk, who lives in Leeds and bought the ticket in May, won £4m.", "bought", "lives", "conj"),
        ("Moe praised the clerks who work there and closed the office.", "closed", "praised", "conj"),
        ("Moe praised the clerk who found the key, and left.", "left", "praised", "conj"),
        ("Kurdish and Turkish negotiators met on Monday.", "negotiators", "met", "nsubj"),
        ("Kurdish and Turkish negotiators met on Monday.", "Turkish", "Kurdish", "conj"),
        (
            "He spent it on three holidays, a boat, a horse in Cork and a portrait of his dogs.",
            "boat",
            "holidays",
            "conj",
        ),
        ("She was told about three things: a leak, a fire and a theft.", "leak", "things", "appos"),
        ("Moe leaves the other partners, the Accord and the Union, without a plan.", "Accord", "partners", "appos"),
    ],
)
def test_a_word_stands_beside_what_is_like_it(token_of, text, word, head, label):
    token = token_of(text, word)
    assert (token.head.text, token.dep_) == (head, label)


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("The mill was bought by Orlo and by Tarn.", "bought", ["Orlo", "Tarn"]),
        ("The fund was set up by Norway rather than Denmark.", "set", ["Norway"]),
        ("It was praised by critics but not by nuns.", "praised", ["critics"]),
        ("Norway, rather than Denmark, built the mill.", "built", ["Norway"]),
    ],
)
def test_who_did_it_and_nobody_else(tree, text, word, doers):
    clause = next(c for c in clauses(tree(text)) if c.head.text == word)
    assert [t.text for t in (clause.agents or clause.subjects)] == doers


@pytest.mark.parametrize(
    ("text", "word", "objects"),
    [
        ("The man woke, washed the car and left.", "woke", []),
        ("They designed, built and sold the bridge.", "designed", ["bridge"]),
        ("They designed and built the bridge.", "designed", ["bridge"]),
    ],
)
def test_an_object_is_of_the_verbs_before_it_unless_another_verb_follows(tree, text, word, objects):
    assert next([t.text for t in c.objects] for c in clauses(tree(text)) if c.head.text == word) == objects
