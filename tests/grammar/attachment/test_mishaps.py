"""What came of a mishap: what did the harm that a participle behind the clause tells, as the model parses it."""

from __future__ import annotations

import pytest

from kg.extract.clauses.subjects import subjects

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("The road was closed after a truck overturned, spilling oil.", "spilling", "truck"),
        ("Police were called when a car ploughed into a crowd, injuring nine.", "injuring", "car"),
        ("The company was fined after a pipe leaked, poisoning a lake.", "poisoning", "pipe"),
        ("Flights were canceled as ash fell on the airport, coating runways.", "coating", "ash"),
        ("Trains were halted after a storm hit the coast, cutting power to 40,000 homes.", "cutting", "storm"),
        ("The club withdrew after its bus crashed, injuring its captain.", "injuring", "bus"),
        ("The mayor resigned after a bridge collapsed, killing four.", "killing", "bridge"),
        # who did something else
        ("The firm closed the mine after a wall collapsed, cutting 40 jobs.", "cutting", "firm"),
        ("Soldiers fired on the crowd when a car hit the gate, killing four.", "killing", "Soldiers"),
        ("The guard ran after the thief, knocking down a child.", "knocking", "guard"),
        ("The minister left the room when reporters arrived, refusing to answer questions.", "refusing", "minister"),
        ("The shares fell after the firm cut its forecast, losing a fifth of their value.", "losing", "shares"),
        ("She sued the firm after it fired her, demanding 3 million crowns.", "demanding", "She"),
    ],
)
def test_what_did_the_harm(token_of, text, word, who):
    assert [noun.text for noun in subjects(token_of(text, word))] == [who]
