"""Viewpoints: what somebody is to others, what they see in one and whom they name as one who did a thing."""

from __future__ import annotations

import pytest

from kg.model import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "word", "expected", "holders"),
    [
        ("Critics see in Brennick a company that bribed Ruth Mbeki.", "bribed", "claimed", ["Critics"]),
        ("Pike sees in Sloane the woman who stole his firm.", "stole", "claimed", ["Pike"]),
        ("In Renwick, critics see a man who bribed Strand.", "bribed", "claimed", ["critics"]),
        ("The union sees in the mayor a man who broke his word.", "broke", "claimed", ["union"]),
        ("Ruth Mbeki saw in her brother the man who ruined the mill.", "ruined", "claimed", ["Mbeki"]),
        # not what they see in a place
        ("Pike saw in Oslo a woman who stole his car.", "stole", "asserted", []),
        ("Pike saw in the garden a man who stole his car.", "stole", "asserted", []),
        ("Pike sees in the crowd a man who stole his car.", "stole", "asserted", []),
        ("Sloane saw in Paris the painter who taught Renwick.", "taught", "asserted", []),
        ("Pike found in Sloane a partner who paid his debts.", "paid", "asserted", []),
        # what one is to or for somebody
        ("To his enemies, Renwick is the man who bribed Strand.", "bribed", "claimed", ["enemies"]),
        ("To the prosecution, Renwick is the man who bribed Strand.", "bribed", "claimed", ["prosecution"]),
        ("For the union, Brennick is the company that broke Tidewell.", "broke", "claimed", ["union"]),
        ("For the opposition, Renwick was the minister who sold the port.", "sold", "claimed", ["opposition"]),
        ("To her fans, Ruth Mbeki is a saint.", "is", "claimed", ["fans"]),
        ("To Pike, Sloane is the woman who stole his firm.", "stole", "claimed", ["Pike"]),
        # not a feeling, a time, a place, a receiver or a client
        ("To his surprise, Renwick is the man who bribed Strand.", "bribed", "asserted", []),
        ("For the second time, Orlo is the largest firm in Leeds.", "is", "asserted", []),
        ("To Oslo, Riga is the port that sold it salt.", "sold", "asserted", []),
        ("For Christmas, Orlo is the shop that sold most lamps.", "sold", "asserted", []),
        ("For May, Orlo is the firm that sold most lamps.", "sold", "asserted", []),
        ("To the north, Tarn is the town that burned in 1920.", "burned", "asserted", []),
        ("For ten years, Renwick was the mayor who ran Leeds.", "ran", "asserted", []),
        ("For the club, it was the third match that ended in a draw.", "ended", "asserted", []),
        ("For Orlo, Tidewell is a client.", "is", "asserted", []),
        ("For the union, Pike wrote the letter that broke the strike.", "broke", "asserted", []),
        # whom somebody brings in by what he calls a thing
        ("The mayor apologised for what he called a mistake by staff who lost the files.", "lost", "claimed", ["he"]),
        ("The bank lost $4 in what it described as a theft by a clerk who fled.", "fled", "claimed", ["it"]),
        ("The paper called it a scheme by a man who owned nine banks.", "owned", "claimed", ["paper"]),
        ("The governor called the vote an insult to the widow who runs the mill.", "runs", "asserted", []),
        ("The governor called the vote an insult to the king, who died in May.", "died", "asserted", []),
        # whom somebody brings in by blaming him, or by what he tells of
        ("The union blamed the crash on a pilot who had been drinking.", "drinking", "claimed", ["union"]),
        ("The crash was blamed on a driver who fell asleep.", "fell", "claimed", []),
        ("The board blamed a clerk who lost a key for the theft.", "lost", "claimed", ["board"]),
        ("The firm blamed thieves who, it says, drilled into the pipe.", "says", "asserted", []),
        ("Police blamed the attack on a gang that controls the harbour.", "controls", "asserted", []),
        ("The crash was blamed on the pilot, who died in the fire.", "died", "asserted", []),
        ("The firm blamed its losses on the strike that shut its mill in May.", "shut", "asserted", []),
        ("Survivors described a night in which soldiers burned nine homes.", "burned", "claimed", ["Survivors"]),
        ("Two cooks described a kitchen in which there were no taps.", "were", "denied", ["cooks"]),
        ("She spoke of a clerk who robbed her twice.", "robbed", "claimed", ["She"]),
        ("The report details abuses by guards who beat boys.", "beat", "claimed", ["report"]),
        ("She spoke of the uncle who raised her.", "raised", "asserted", []),
        ("He spoke to a clerk who sold him a ticket.", "sold", "asserted", []),
        ("He wrote about a king who died in 1911.", "died", "asserted", []),
        # whom somebody names as one who did a thing
        ("The blog named Elise Varga as the minister who paid Osei.", "paid", "claimed", ["blog"]),
        ("The paper named Sloane as the broker who cheated the widows.", "cheated", "claimed", ["paper"]),
        ("The leaked letter named Orlo as the firm that paid the mayor.", "paid", "claimed", ["letter"]),
        ("Police named Renwick as the man who shot Strand.", "shot", "claimed", ["Police"]),
        # not whom somebody gives a post
        ("The board named Elise Varga as chief executive of Tarn.", "executive", "asserted", []),
        ("Tarn named Elise Varga as the director who will run its mill in Leeds.", "director", "asserted", []),
        ("Tarn named Ruth Mbeki as its chief, who paid Osei.", "paid", "asserted", []),
        ("The blog named the minister who paid Osei.", "paid", "asserted", []),
    ],
)
def test_what_one_is_to_others_is_their_view(state_at, status_at, sentence, word, expected, holders):
    assert status_at(sentence, word) is Status(expected)
    assert [token.text for link in state_at(sentence, word).holders for token in link] == holders
