"""Clauses that are told of a noun farther up than the one they stand beside, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("The inspector criticised cages with rusted floors, many of which were empty.", "were", "cages"),
        ("Hikers carried packs with broken straps, most of which were sold in Lund.", "sold", "packs"),
        ("The council listed schools with leaking roofs, several of which will close in May.", "close", "schools"),
        ("The museum bought paintings by two brothers, three of which were stolen.", "stolen", "paintings"),
        ("In May the court opened an inquiry into the sale, the findings of which are due.", "are", "inquiry"),
        ("He was wounded at the border, the length of which is disputed.", "disputed", "border"),
        ("The museum bought paintings by two brothers, one of whom died in 1944.", "died", "brothers"),
        ("The farm sold 300 goats from its hills, half of which were ill.", "were", "goats"),
        ("The fleet has 14 ferries for islanders, some of whom live alone.", "live", "islanders"),
        ("The bank closed accounts of customers, many of whom were pensioners.", "were", "customers"),
        ("The firm runs buses between nine towns, two of which lie in Norway.", "lie", "towns"),
        ("The project will cost 4 million dollars, half of which will come from a bank.", "come", "dollars"),
        ("The farmers use trucks without licence plates, some of which were stolen abroad.", "stolen", "trucks"),
    ],
)
def test_some_of_which_are_things_with_parts(tree, text, verb, noun):
    clause = next(token for token in tree(text) if token.text == verb and token.dep_ == "relcl")
    assert clause.head.text == noun


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("The plan to widen the harbour road, which was drawn up in 2019, has been dropped.", "drawn", "plan"),
        ("The scheme to relocate families, which has been scheduled to start in June, is late.", "scheduled", "scheme"),
        ("The plan to extend bus routes, which had been scheduled to begin in May, is old.", "scheduled", "plan"),
        ("Her attempt to cross the strait, which began at dawn, failed.", "began", "attempt"),
        ("The offer to rebuild the pier, which expires on Friday, was ignored.", "expires", "offer"),
        ("The right to fish in the bay, which was granted in 1911, is worth little.", "granted", "right"),
        ("A programme to vaccinate cattle, which will run until March, has begun.", "run", "programme"),
        ("The pledge to cut fares, which was made by the mayor, was kept.", "made", "pledge"),
        ("The effort to save the church, which was built in 1740, goes on.", "built", "church"),
        ("A plan to move the depot, which employs 90 people, was dropped.", "employs", "depot"),
        ("A plan to restore the mural, which shows two dancers, was praised.", "shows", "mural"),
        ("The plan to extend tram services, which carry 4,000 people a day, was rejected.", "carry", "services"),
        ("The campaign to free the sailors, who were seized in May, grew.", "seized", "sailors"),
        ("The plan to televise the trial, which begins in May, was dropped.", "begins", "trial"),
    ],
)
def test_which_may_be_the_plan_to_do_it(tree, text, verb, noun):
    clause = next(token for token in tree(text) if token.text == verb and token.dep_ == "relcl")
    assert clause.head.text == noun


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("According to notes of council sittings, which this paper has read, the sum was spent.", "read", "notes"),
        ("Police seized minutes of board meetings, which we have read.", "read", "minutes"),
        ("A recording of the call, which the Post has heard, lasts an hour.", "heard", "recording"),
        ("He sent photographs of the wreck, which she had seen at close range.", "seen", "wreck"),
    ],
)
def test_what_a_paper_reads_is_the_text(tree, text, verb, noun):
    clause = next(token for token in tree(text) if token.text == verb and token.dep_ == "relcl")
    assert clause.head.text == noun


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("Members of the Harbour Choir, founded in 1890, sang.", "founded", "Choir"),
        ("Workers at Brenn Steel, established in 1921, are on strike.", "established", "Steel"),
        ("The directors of Kite House, set up in 1999 to help orphans, resigned.", "set", "House"),
        ("The owner of the Blue Anchor, built in 1780, is 90.", "built", "Anchor"),
        ("The shares of the firm, founded in 1911, fell.", "founded", "firm"),
        ("A colony of the Dutch, founded in 1652, grew.", "founded", "colony"),
        ("The trustees of Open Door, appointed in 2011, met on Friday.", "appointed", "trustees"),
        ("Orlo Comics is a publisher in Norway, founded in 1990.", "founded", "publisher"),
        ("The president of Brenn Steel, born in 1950, died.", "born", "president"),
        ("An audit by Lena Moor, the accountant, seen by the Herald, found gaps.", "seen", "audit"),
    ],
)
def test_people_are_not_founded(token_of, text, verb, noun):
    token = token_of(text, verb)
    assert (token.head.text, token.dep_) == (noun, "acl")


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("Police are looking for the driver of a bus who fled after the crash.", "fled", "driver"),
        ("The pilot of the plane who saw the fire landed in Kiel.", "saw", "pilot"),
        ("The owner of a dog who bit a boy was fined.", "bit", "dog"),
        ("The leader of a gang who robbed banks was held.", "robbed", "gang"),
        ("The son of a couple who own the mill has left.", "own", "couple"),
        ("Police are looking for the driver of a van that was stolen in Kiel.", "stolen", "van"),
        ("The value of the peso, which fell by 9 percent, worries traders.", "fell", "value"),
        ("The price of the bread, which doubled in May, is fixed.", "doubled", "price"),
        ("The cost of the tower, which fell on a car, is unknown.", "fell", "tower"),
        ("The price of the river plots, which are near Kiel, is fixed.", "are", "plots"),
    ],
)
def test_a_person_is_who_and_an_amount_rises(tree, text, verb, noun):
    clause = next(token for token in tree(text) if token.text == verb and token.dep_ == "relcl")
    assert clause.head.text == noun


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("The fine amounts to about 8 billion won ($6 million) for Tarn, which had a good year.", "had", "Tarn"),
        ("The state paid 40 million euros to Tarnfoods, which has two mills.", "has", "Tarnfoods"),
        ("It raised 5 million euros from Norvik, which doubled its stake.", "doubled", "Norvik"),
        ("The firm spent 3 million euros in Poland, which joined the union in 2004.", "joined", "Poland"),
    ],
)
def test_no_sum_has_mills(tree, text, verb, noun):
    clause = next(token for token in tree(text) if token.text == verb and token.dep_ == "relcl")
    assert clause.head.text == noun
