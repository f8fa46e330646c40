"""Drafts: what a deal or an offer lays down for later."""

from __future__ import annotations

import pytest

from kg.model import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "word", "expected", "holders"),
    [
        ("The deal under which Orlo buys Tidewell needs approval.", "buys", "unrealised", []),
        ("The deal under which Tarn takes over Orlo is to be voted on in May.", "takes", "unrealised", []),
        ("An offer under which Orlo acquires Tarn was sent to the board.", "acquires", "unrealised", []),
        ("Under the offer, Orlo takes over Tidewell.", "takes", "unrealised", []),
        ("Under the deal, Sloane becomes chairwoman of Tarn.", "becomes", "unrealised", []),
        ("Under the accord, Oslo hands the island to Riga.", "hands", "unrealised", []),
        ("Under the deal, Tarn pays $5 million for Orlo and closes its mill.", "closes", "unrealised", []),
        ("Under the agreement, Orlo sells Tarn to Tidewell.", "sells", "unrealised", []),
        # not what is laid down by law, told in the past or done by now
        ("Under the law, banks pay a fee to the state.", "pay", "asserted", []),
        ("The rule under which Orlo pays a fee is old.", "pays", "asserted", []),
        ("Under the deal signed in May, Orlo bought Tarn.", "bought", "asserted", []),
        ("The deal under which Orlo bought Tidewell was signed in May.", "bought", "asserted", []),
        ("Under the deal, Sloane became chairwoman of Tarn.", "became", "asserted", []),
        ("Under the deal, which took effect in May, Orlo runs the port.", "runs", "asserted", []),
        ("Under the deal, Orlo already supplies gas to Tarn.", "supplies", "asserted", []),
        ("The deal under which Orlo runs the port expires in May.", "runs", "asserted", []),
    ],
)
def test_what_is_only_agreed_is_still_to_be_done(state_at, status_at, sentence, word, expected, holders):
    assert status_at(sentence, word) is Status(expected)
    assert [token.text for link in state_at(sentence, word).holders for token in link] == holders
