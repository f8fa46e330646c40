"""Verbs of a list that look like parts of nouns, and parts of nouns that look like verbs, as the model parses them."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head", "label"),
    [
        ("Volunteers will plant hedges, clear paths and paint benches.", "paths", "clear", "dobj"),
        ("Volunteers will plant hedges, clear paths and paint benches.", "benches", "paint", "dobj"),
        ("Researchers will count visitors, measure traffic and survey businesses.", "businesses", "survey", "dobj"),
        ("The mayor promised to plant trees, widen pavements and slow traffic.", "traffic", "slow", "dobj"),
        ("The firm is accused of inflating prices and hiding losses.", "losses", "hiding", "dobj"),
        ("The council wants to light the paths and staff the gate.", "gate", "staff", "dobj"),
        (
            "Rain fell, stranding commuters, closing schools and knocking out power.",
            "schools",
            "closing",
            "dobj",
        ),
        # kinds of things
        ("The centre will sell maps, test tubes and paint brushes.", "tubes", "maps", "conj"),
        ("The firm will build houses, farm buildings and train stations.", "buildings", "houses", "conj"),
        ("The firm is building flats and shopping centres.", "centres", "flats", "conj"),
        ("The farm will sell wool, goats and milk.", "milk", "goats", "conj"),
    ],
)
def test_verbs_of_a_list(token_of, text, word, head, label):
    token = token_of(text, word)
    assert (token.head.text, token.dep_) == (head, label)


@pytest.mark.parametrize(
    ("text", "word", "head", "label"),
    [
        ("The company makes sparkling wine and running shoes.", "wine", "makes", "dobj"),
        ("The railway leases 11 sleeping and seating carriages from a Swiss firm.", "carriages", "leases", "dobj"),
        ("The railway leases 11 sleeping and seating carriages from a Swiss firm.", "11", "carriages", "nummod"),
        ("The plant employs 300 people and makes cutting tools.", "tools", "makes", "dobj"),
        ("The brand has lost part of its market to screw caps.", "caps", "to", "pobj"),
        ("The trawlers are a threat to fish stocks.", "stocks", "to", "pobj"),
        ("The town has taken delivery of 20 buses.", "of", "taken", "prep"),
        ("Inspectors could not say with certainty where the meat came from.", "came", "say", "ccomp"),
        ("The train stopped in a part of Croatia where the line is steep.", "is", "part", "relcl"),
        # deeds
        ("The town has plans to house refugees.", "refugees", "house", "dobj"),
        ("He was convicted of forging documents.", "documents", "forging", "dobj"),
        ("The town has no use of the boats.", "of", "use", "prep"),
    ],
)
def test_kinds_of_things_are_no_deeds(token_of, text, word, head, label):
    token = token_of(text, word)
    assert (token.head.text, token.dep_) == (head, label)
