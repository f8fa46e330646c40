"""Background: whose words a clause behind a comma is, inside what somebody says."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.factuality import Factuality
from kg.model import Document, Status, status_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "sentence, word, expected",
    [
        ("Critics said the play borrowed from Ida Moe, whom the author met in 1949.", "met", "asserted"),
        ("Officials said that the minister, who won her seat by nine votes, had left.", "won", "asserted"),
        ("Karl Dahl, who founded the chain in 1988, sold it, according to two brokers.", "founded", "asserted"),
        ("Karl Dahl, who founded the chain in 1988, sold it, according to two brokers.", "sold", "claimed"),
        ("Orlo, founded in 1988, is for sale, according to two brokers.", "founded", "asserted"),
        ("The firm, which employs 400 people, will close, its owner said.", "employs", "asserted"),
        ("Brokers said they had no wish to sell Orlo, which has made a profit.", "made", "asserted"),
        ("Police said the driver, who fled on foot, had no licence.", "fled", "claimed"),
        ("Prosecutors said Dahl, who won the land in a bet, had lied.", "won", "claimed"),
        ("Officials said the clerk, who had won the lottery, resigned.", "won", "claimed"),
        ("Critics said a minister who won nine votes should resign.", "won", "claimed"),
        ('"The minister, who won nine votes, must resign," Ida Moe said.', "won", "claimed"),
        ("Its chief executive, Karl Dahl, earned a million, according to its accounts.", "executive", "asserted"),
        ("Its chief executive, Karl Dahl, earned a million, according to its accounts.", "earned", "claimed"),
        ("BERGEN, Norway (Nordwire) - The mill burned down, officials said.", "Norway", "asserted"),
        ("BERGEN, Norway (Nordwire) - The mill burned down, officials said.", "burned", "claimed"),
    ],
)
def test_the_writer_tells_who_somebody_is(nlp, sentence, word, expected):
    ((_, doc),) = annotate([Document(sentence, "t", "t")], nlp)
    state = Factuality(doc).of(next(token for token in doc if token.text == word))
    assert str(status_of(state.mode, state.polarity, state.is_attributed)) == expected


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("Trials have shown that the dust harms memory, though doctors still argue over why.", "argue", "asserted"),
        ("Surveys have found that most voters back the tax, although the mayor opposes it.", "opposes", "asserted"),
        ("The mayor says that the bridge is safe, although it shakes.", "shakes", "claimed"),
    ],
)
def test_what_figures_show_is_set_against_what_the_writer_tells(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)
