"""What only a story, a dream or a forgery tells is no fact; those who make and play it are."""

from __future__ import annotations

import pytest

from kg.model import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("In a novel by Reyes, Holt kills Lang.", "kills"),
        ("In the novel's last chapter, Holt kills Lang and burns the mill.", "burns"),
        ("The film shows Holt bribing Lang.", "bribing"),
        ("The musical follows two sisters who smuggle whisky into Norway.", "smuggle"),
        ("In the series, Holt plays a lawyer who bribes Lang.", "bribes"),
        ("Holt was cast as a nurse who robs a bank.", "robs"),
        ("A hoax video showed Holt praising Lang.", "praising"),
        ("A deepfake of Holt praising Lang spread quickly.", "praising"),
        ("Voss forged a letter in which Holt praised Lang.", "praised"),
        ("In her dream, the nun sold the church.", "sold"),
        ("In a simulation run by the navy, two submarines sank the carrier.", "sank"),
        ("The children's opera is about a fox who steals the moon.", "steals"),
    ],
)
def test_what_is_told_is_no_fact(status_at, sentence, verb):
    assert status_at(sentence, verb) is Status.UNREALISED


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("In the series, Holt plays a lawyer who bribes Lang.", "plays"),
        ("The film earned $90 million.", "earned"),
        ("The film features Holt, who won a prize.", "won"),
        ("In the film industry, women earn less than men.", "earn"),
        ("In the game, Riga beat Tallinn.", "beat"),
        ("The series beat its rivals.", "beat"),
        ("Holt appeared in a film about the strike that closed the port in 1984.", "closed"),
        ("The museum bought a forged Vermeer from a dealer who lives in Ghent.", "lives"),
        ("A fake doctor who treated hundreds of patients was jailed.", "treated"),
        ("The bank invested $3 million in the film.", "invested"),
        ("Alder invented a machine that sorts eggs.", "sorts"),
    ],
)
def test_what_is_done_with_a_story_is_a_fact(status_at, sentence, verb):
    assert status_at(sentence, verb) is Status.ASSERTED
