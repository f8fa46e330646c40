"""Sentences whose subject is a clause or ends in one: the main verb is found again."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, main, inner, taken",
    [
        ("The theory that the crew abandoned the ship is popular.", "is", "abandoned", "ship"),
        ("The claim that the captain sank the yacht puzzled insurers.", "puzzled", "sank", "yacht"),
        ("Suspicions that the coach bribed the referee grew.", "grew", "bribed", "referee"),
        ("Whether the minister knew the donor is disputed.", "disputed", "knew", "donor"),
        ("The bus hired by the choir overturned near Bath.", "overturned", "hired", "choir"),
        ("The money raised by the pupils paid for a new roof.", "paid", "raised", "pupils"),
        ("The goods seized by officers included 40 coins.", "included", "seized", "officers"),
        ("Cars made in the town sold well abroad.", "sold", "made", "town"),
        ("The charity, which runs 12 shelters, asked for money.", "asked", "runs", "shelters"),
        ("The team, who won the cup, played in Rome.", "played", "won", "cup"),
        ("The crew accepted there had been no storm but rejected blame.", "accepted", "rejected", "blame"),
        ("The firm's decision to cut pay angered workers, who walked out.", "angered", "cut", "pay"),
        ("A plan to raise fares angered commuters.", "angered", "raise", "fares"),
        ("The threat to cut aid alarmed ministers, who met on Friday.", "alarmed", "cut", "aid"),
        # what must stay as it is
        ("A vote to raise taxes split the party.", "split", "raise", "taxes"),
        ("The rumour that the driver hit the cyclist enraged residents.", "enraged", "hit", "cyclist"),
        ("The claim that the captain sank the yacht is old.", "is", "sank", "yacht"),
        ("The judge said the crew abandoned the ship.", "said", "abandoned", "ship"),
    ],
)
def test_the_main_verb_stands_at_the_root(tree, text, main, inner, taken):
    doc = tree(text)
    roots = [token.text for token in doc if token.dep_ == "ROOT"]
    heads = {token.text: token.head.text for token in doc}
    taken_by = heads[heads[taken]] if heads[taken] in ("by", "in") else heads[taken]
    assert (roots, taken_by) == ([main], inner)


@pytest.mark.parametrize(
    "text, root",
    [
        ("A house built by men paid by the state.", "house"),
        ("A bust carved by a man named Cole.", "bust"),
        ("A coat worn by a woman seen in the port.", "coat"),
        ("Bus hired by choir overturned near Bath", "Bus"),
    ],
)
def test_a_caption_gets_no_verb_of_another_noun(tree, text, root):
    doc = tree(text)
    assert [token.text for token in doc if token.dep_ == "ROOT"] == [root]


@pytest.mark.parametrize(
    "text, participle, noun, main",
    [
        ("A leak in the roof, reported two weeks before the storm, was ignored.", "reported", "leak", "ignored"),
        ("The tenants, evicted last month, were given tents.", "evicted", "tenants", "given"),
        ("Prisoners denied bail will stay in jail until June.", "denied", "Prisoners", "stay"),
        ("Clerks owed more than a million dollars will be paid in full.", "owed", "Clerks", "paid"),
        ("A suit brought on behalf of 400 tenants was settled.", "brought", "suit", "settled"),
    ],
)
def test_what_is_done_to_the_subject_is_no_main_verb(tree, text, participle, noun, main):
    doc = tree(text)
    words = {token.text: token for token in doc}
    assert (words[participle].dep_, words[participle].head.text) == ("acl", noun)
    assert words[main].dep_ == "ROOT"


@pytest.mark.parametrize(
    "text, root",
    [
        ("The bank promised prices will fall.", "promised"),
        ("The clerk denied the mill will close.", "denied"),
        ("Shares fell, dropped again and recovered.", "fell"),
        ("The mill, built in 1911, closed in May.", "closed"),
    ],
)
def test_a_main_verb_stays_one(tree, text, root):
    assert [token.text for token in tree(text) if token.dep_ == "ROOT"] == [root]


@pytest.mark.parametrize(
    ("text", "word", "head", "label"),
    [
        ("The bank risks choking off growth.", "bank", "risks", "nsubj"),
        ("Each delay risks driving patients away.", "delay", "risks", "nsubj"),
        ("The report lists the health risks facing miners.", "risks", "lists", "dobj"),
        ("A stranger hacked into her tablet.", "stranger", "hacked", "nsubj"),
    ],
)
def test_a_noun_is_the_subject_of_the_verb_that_there_is(token_of, text, word, head, label):
    token = token_of(text, word)
    assert (token.head.text, token.dep_) == (head, label)
