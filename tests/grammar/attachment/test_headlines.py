"""Headlines: what else an event did, and which participle tells what happened, as the model parses them."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head", "arc"),
    [
        ("Drone strike kills three in Orvan, wounding commander", "commander", "wounding", "dobj"),
        ("Drone strike kills three in Orvan, wounding commander", "wounding", "kills", "advcl"),
        ("Storm hits Elmar, damaging port", "port", "damaging", "dobj"),
        ("Fire guts mill in Holm, closing rail line", "line", "closing", "dobj"),
        ("Blast at fireworks factory injures five, closing road", "five", "injures", "dobj"),
        ("Blast at fireworks factory injures five, closing road", "road", "closing", "dobj"),
        ("Nurse sacked over post reinstated", "sacked", "Nurse", "acl"),
        ("Dog found in Tarsk mine reunited with owner", "found", "Dog", "acl"),
        # things of a kind, and one deed
        ("Belcor unveils cheaper car, charging stations", "stations", "car", "conj"),
        ("Orlen buys pumps, drilling rigs", "rigs", "pumps", "conj"),
        ("Town bans fireworks, barking dogs", "dogs", "fireworks", "conj"),
        ("Council plans hospital, housing estate", "housing", "estate", "compound"),
        ("Fans left stadium after fight", "left", "left", "ROOT"),
        ("Union called strike for May", "called", "called", "ROOT"),
    ],
)
def test_a_headline_tells_each_deed(token_of, text, word, head, arc):
    token = token_of(text, word)
    assert (token.head.text, token.dep_) == (head, arc)
