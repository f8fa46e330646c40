"""Hearsay: words of others in brackets, between dashes and behind commas."""

from __future__ import annotations

import pytest

from kg.model import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "word", "expected", "holders"),
    [
        ("Veltria Mining (so Pike claims) bought Tidewell.", "bought", "claimed", ["Pike"]),
        ("Veltria Mining, so Pike claims, bought Tidewell.", "bought", "claimed", ["Pike"]),
        ("Veltria Mining - so Pike claims - bought Tidewell.", "bought", "claimed", ["Pike"]),
        ("Tarn Foods (so Renwick says) closed its mill in Leeds.", "closed", "claimed", ["Renwick"]),
        ("Tarn Foods — so the union alleges — cheated its farmers.", "cheated", "claimed", ["union"]),
        ("Orlo sold Tarn, and Veltria Mining (so Pike claims) bought Tidewell.", "bought", "claimed", ["Pike"]),
        ("Veltria Mining bought Tidewell (Pike claims).", "bought", "claimed", ["Pike"]),
        ("The ferry sank because a bolt snapped (Pike claims).", "snapped", "claimed", ["Pike"]),
        ("Tarn Foods cheated its farmers and sold their land (the union says).", "cheated", "claimed", ["union"]),
        # what the next sentence takes back
        ("The clinic treated 400 people last year. Or did it?", "treated", "unrealised", []),
        ("It was late. The clerk sold the mill. Or did he?", "sold", "unrealised", []),
        ("It was late. The clerk sold the mill. Or did he?", "was", "asserted", []),
        ("The mayor left. Or was he pushed out by his own party?", "left", "asserted", []),
        ("The clinic treated 400 people. Did it close?", "treated", "asserted", []),
        # not what stands beside it, nor behind a "so" that nobody says
        ("Orlo sold Tarn, and Veltria Mining (so Pike claims) bought Tidewell.", "sold", "asserted", []),
        ("Veltria Mining (so Pike claims) bought Tidewell, and Orlo sold Tarn.", "sold", "asserted", []),
        ("Tarn Foods (so big that it has two mills) bought Orlo.", "bought", "asserted", []),
        ("Tarn Foods - so far the largest bidder - bought Orlo.", "bought", "asserted", []),
        ("Brennick (so named after its founder) bribed Mbeki.", "bribed", "asserted", []),
        ("Tarn Foods (so it could grow) bought Orlo.", "bought", "asserted", []),
        ("The ferry sank because a bolt snapped (Pike claims).", "sank", "asserted", []),
        ("The firm closed two mills (it owns nine).", "closed", "asserted", []),
        ("The minister (who says he is ill) left early.", "left", "asserted", []),
    ],
)
def test_whose_words_go_round(state_at, status_at, sentence, word, expected, holders):
    assert status_at(sentence, word) is Status(expected)
    assert [token.text for link in state_at(sentence, word).holders for token in link] == holders
