"""Which clauses stand in the name of a description, as the model parses the sentence."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.mentions import Mentions
from kg.extract.statements import extract
from kg.model import Document
from kg.ontology import load as load_ontology

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def mention(nlp):
    def found(text, word):
        [(_, doc)] = annotate([Document(text, "t", "t.txt")], nlp)
        return Mentions(doc).of(next(token for token in doc if token.text == word))

    return found


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Drivers who speed near schools will lose their licence.", "Drivers", "Drivers who speed near schools"),
        ("The council will not help anyone who refuses to pay.", "anyone", "anyone who refuses to pay"),
        ("Most of the workers hired in May have left.", "Most", "Most of the workers hired in May"),
        ("Two of the bridges that cross the river are shut.", "Two", "Two of the bridges that cross the river"),
        ("The airline will pay anyone holding a ticket.", "anyone", "anyone holding a ticket"),
        ("The state has banned imports of meat that was frozen.", "imports", "imports of meat that was frozen"),
        ("The goods they sell each other are cheap.", "goods", "The goods they sell each other"),
        ("The kind that farmers want is rare.", "kind", "The kind that farmers want"),
        ("Nurses working at night get higher pay.", "Nurses", "Nurses working at night"),
        ("Homes built in 1990 cannot be insured.", "Homes", "Homes built in 1990"),
        ("The law protects clerks who report fraud.", "clerks", "clerks who report fraud"),
        ("The fund was never told of people who slept there.", "people", "people who slept there"),
        ("The firm will not sell a lamp that harms birds.", "lamp", "a lamp that harms birds"),
        ("A firm that fails to report a leak can be fined.", "firm", "A firm that fails to report a leak"),
        ("She made the best film the town had seen.", "film", "the best film the town had seen"),
        ("The last child to catch the fever was a girl.", "child", "The last child to catch the fever"),
        ("Her refusal to pay the crew angered fans.", "refusal", "Her refusal to pay the crew"),
        ("The claim that the mill leaked acid has never been proved.", "claim", "The claim that the mill leaked acid"),
        ('He would not accept a deal "made under pressure."', "deal", 'a deal "made under pressure."'),
        ("The storm may hit farms that grow wheat, oats and rye.", "farms", "farms that grow wheat, oats and rye"),
        (
            "The warning that reservoirs could run dry caused panic.",
            "warning",
            "The warning that reservoirs could run dry",
        ),
        ("The town told owners who keep dogs to pay.", "owners", "owners who keep dogs"),
        ("There is no proof linking him to the fire.", "proof", "proof linking him to the fire"),
        ("A plan to drain the lake was dropped in May.", "plan", "A plan to drain the lake"),
        ("The people who lost their homes have moved.", "people", "The people who lost their homes"),
        ("The way the team plays suits her.", "way", "The way the team plays"),
        (
            "The fund helps people who starve because they are poor.",
            "people",
            "people who starve because they are poor",
        ),
        ("The firm will not sell flats that stand empty because demand is low.", "flats", "flats that stand empty"),
        ("The firm will lend tools that it keeps in a shed to win members.", "tools", "tools that it keeps in a shed"),
        ("The firm will fire clerks who refuse to sign.", "clerks", "clerks who refuse to sign"),
        (
            "The rule requires firms that employ more than 9 clerks to report.",
            "firms",
            "firms that employ more than 9 clerks",
        ),
        ("The number infected in May was small.", "number", "The number infected in May"),
        ("There was a noise like a lorry hitting a wall.", "lorry", "a lorry hitting a wall"),
        # what only adds, what is known, what was done to some of them
        ("Tenants, who pay rent in May, may complain.", "Tenants", "Tenants"),
        ("The tenants who moved in May may complain.", "tenants", "The tenants"),
        ("The firm hired workers who had left Orlo.", "workers", "workers"),
        ("The firm will build a mill that makes paper.", "mill", "a mill"),
        ("The storm left hundreds waiting.", "hundreds", "hundreds"),
        ("With sales falling in Asia, the firm cut jobs.", "sales", "sales"),
        ("Clerk accused of stealing lamps", "Clerk", "Clerk"),
        ("The fund backs plans to close the mill.", "plans", "plans"),
    ],
)
def test_clauses_that_tell_apart_stand_in_the_name(sentence, word, expected, mention):
    assert mention(sentence, word).text == expected


def test_what_only_adds_within_the_clause_is_left_out(mention):
    text = "Residents who fought to save the library, which closed in May, cheered."
    assert mention(text, "Residents").text == "Residents who fought to save the library"


def test_who_is_told_apart_owns_by_the_short_name(nlp):
    document = Document("Workers who lose their jobs will get help.", "t", "t")
    [(_, doc)] = annotate([document], nlp)
    objects = {s.object.name for s in extract(document, doc, load_ontology()).statements if s.object}
    assert "Workers' jobs" in objects


def test_those_told_apart_are_found_again_and_are_not_all(nlp):
    text = "Children who skip breakfast do worse. The children were tested. It warns that children sleep too little."
    [(_, doc)] = annotate([Document(text, "t", "t.txt")], nlp)
    mentions = Mentions(doc)
    few, again, all_of_them = [mentions.of(t).cluster for t in doc if t.lower_ == "children"]
    assert few == again != all_of_them
