"""Relative clauses and participles: what is so whatever is planned, and what there is not."""

from __future__ import annotations

import pytest

from kg.model import Polarity, Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The council must decide whether to repay bonds issued under the previous mayor.", "issued", "asserted"),
        ("The bank could refund payments made to his firms in Cyprus.", "made", "asserted"),
        ("The firm should do more to protect a brand known for its gloves.", "known", "asserted"),
        ("The union may collect the toys already lying in drawers.", "lying", "asserted"),
        ("The mayor did not answer questions sent to his office.", "sent", "asserted"),
        ("The flats will be let by a fund that is paying for the work.", "paying", "asserted"),
        ("The mayor hopes to save a theatre that is being torn down.", "torn", "asserted"),
        ("The lock will ease the passage of ships that bring timber.", "bring", "asserted"),
        ("Nurses employed by the county will get a bonus.", "employed", "asserted"),
        ("The ministry will hire an engineer who is living in Oslo.", "living", "unrealised"),
        ("The state will fine shops that are selling it.", "selling", "unrealised"),
        ("The state will build a road that links two towns.", "links", "unrealised"),
        ("The firm could face suits brought by the victims.", "brought", "unrealised"),
        ("Leaders hope to sign a deal brokered by Qatar.", "brokered", "unrealised"),
        ("The state may ban cars made in secret.", "made", "unrealised"),
        ("What they lack is a witness who saw her there.", "saw", "unrealised"),
        ("What we do not have is a form that proves it.", "proves", "unrealised"),
        ("A rule which, had it been in force earlier, would have stopped him, was passed.", "been", "unrealised"),
        ("The chief pointed out that had the law been in force, the hotel would have been shut.", "been", "unrealised"),
    ],
)
def test_what_is_tied_to_somebody_known_is_so(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("Curators suspect that the vase was bought by a merchant who gave it away.", "gave", "unrealised"),
        ("Curators suspect that the vase was bought by a merchant, who gave it away.", "gave", "unrealised"),
        ("Police fear that the boys met a man, who took them to a barn.", "took", "unrealised"),
        ("Historians think the letters were burned by a maid, who kept one for herself.", "kept", "claimed"),
        ("Detectives suspect that he drove to Kiel, where he boarded a ferry.", "boarded", "unrealised"),
        ("The parcel may have been opened by a clerk who had a key.", "had", "unrealised"),
        ("The bird was probably shot by a farmer who mistook it for a crow.", "mistook", "unrealised"),
        ("It is unclear whether the girl met a stranger who offered her a lift.", "offered", "unrealised"),
        ("The mill was allegedly sold to a fund that stripped it.", "stripped", "claimed"),
        ("The van was reportedly stolen by two men, who burned it.", "burned", "claimed"),
        # what is so whatever is guessed
        ("Historians think the letters, which covered forty years, were burned.", "covered", "asserted"),
        ("Detectives suspect that he hid in the brewery, which burned down in May.", "burned", "asserted"),
        ("Detectives think he hid in Kiel, where his sister lives.", "lives", "asserted"),
        ("Experts suspect the wreck was the Anna, which sank in 1844.", "sank", "asserted"),
        ("The club fears that a fan who threw a flare in May will return.", "threw", "asserted"),
        ("She would have hired a cook who had worked in Lyon.", "worked", "asserted"),
        ("Nine might have lived had the crew heeded warnings that were given at noon.", "given", "asserted"),
        ("The family hopes to meet a nurse who cared for the boy.", "cared", "asserted"),
        ("The bank reportedly sold the mine after the owner died.", "died", "asserted"),
    ],
)
def test_who_is_only_brought_in_by_a_guess_is_part_of_it(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


def test_there_should_not_be_anyone_who_does(state_at):
    state = state_at("There shouldn't be anyone sleeping on the streets in a city like this.", "sleeping")
    assert state.polarity is Polarity.NEGATIVE
