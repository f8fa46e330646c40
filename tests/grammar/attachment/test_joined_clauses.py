"""Two clauses side by side: whose subject the noun between the verbs is, as the model parses the sentence."""

from __future__ import annotations

import pytest

from kg.extract.clauses.subjects import subjects

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("A ban hit sales and its best players left.", "left", "players"),
        ("The school lost money and its best teachers left.", "left", "teachers"),
        ("Police searched the flat and a neighbor called a lawyer.", "called", "neighbor"),
        ("Guards shot a dog and a farmer called the police.", "called", "farmer"),
        ("The drought killed cattle and wells dried up.", "dried", "wells"),
        ("The ban ruined fishermen and boats rotted away.", "rotted", "boats"),
        ("The war closed the border and food prices soared.", "soared", "prices"),
        ("The quake cut the road and water pipes burst.", "burst", "pipes"),
        ("The ruling angered miners and shares slid.", "angered", "ruling"),
        ("The tax hit banks and their richest clients moved.", "hit", "tax"),
        ("The tax hit banks and their richest clients moved.", "moved", "clients"),
        ("Stocks fell, the currency weakened and bond yields rose.", "weakened", "currency"),
        ("When the bees vanish the fruit and nuts go with them.", "go", "fruit nuts"),
        ("While the crew ate the bread and cheese vanished.", "vanished", "bread cheese"),
        # one clause
        ("The firm sold its mine and a mill built in 1950.", "built", "mill"),
        ("Police held the driver and a man called the Baker.", "called", "man"),
        ("When the guard saw the thief he fled.", "fled", "he"),
    ],
)
def test_each_verb_has_its_subject(token_of, text, verb, who):
    assert " ".join(noun.text for noun in subjects(token_of(text, verb))) == who


@pytest.mark.parametrize(
    ("text", "word", "head", "arc"),
    [
        ("The war closed the border and food prices soared.", "border", "closed", "dobj"),
        ("The ruling angered miners and shares slid.", "miners", "angered", "dobj"),
        ("Stocks fell, the currency weakened and bond yields rose.", "fell", "fell", "ROOT"),
        ("Doctors treated a guard and a clerk called to the scene.", "clerk", "guard", "conj"),
        ("The club had one game and two points left.", "points", "game", "conj"),
        ("The team lost its coach and its captain.", "captain", "coach", "conj"),
        ("The town has a mill and a bridge damaged in the war.", "bridge", "mill", "conj"),
        ("He met the families and friends left behind.", "friends", "families", "conj"),
        ("The plan failed, its author admitted and the board knew it.", "failed", "admitted", "ccomp"),
        ("If you have a permit show it to the guard.", "permit", "have", "dobj"),
    ],
)
def test_what_is_done_to_a_thing_stays_with_it(token_of, text, word, head, arc):
    token = token_of(text, word)
    assert (token.head.text, token.dep_) == (head, arc)
