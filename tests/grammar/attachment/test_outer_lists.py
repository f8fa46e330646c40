"""Lists whose first thing has a participle or phrase behind it, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head", "arc"),
    [
        ("Divers recovered a safe wrapped in plastic, a pistol and several bags of coins.", "pistol", "safe", "conj"),
        (
            "The police seized 14 phones stuffed into a cereal box, a shotgun and about 900 euros in cash.",
            "shotgun",
            "phones",
            "conj",
        ),
        (
            "Firefighters found a heater left on in a bedroom, blocked exits and smoke alarms.",
            "exits",
            "heater",
            "conj",
        ),
        (
            "The museum bought a letter written by Orwell, a typewriter and three photographs.",
            "typewriter",
            "letter",
            "conj",
        ),
        ("The company sells tents made in Vietnam, rucksacks and boots.", "rucksacks", "tents", "conj"),
        ("The kit contains a lamp powered by a battery, a whistle and a blanket.", "whistle", "lamp", "conj"),
        ("The museum has a skull found in a cave near Blombos, beads and an axe.", "beads", "skull", "conj"),
        (
            "He is asking for damages of 40,000 pounds, an order barring publication and his costs.",
            "costs",
            "order",
            "conj",
        ),
        (
            "Inspectors discovered a boiler patched with tape, mould in four bedrooms and a lift.",
            "mould",
            "boiler",
            "conj",
        ),
        ("The firm sells tents made in Vietnam, China and Peru.", "China", "Vietnam", "conj"),
        ("He wore a coat lined with silk, fur and wool.", "fur", "silk", "conj"),
        ("They backed a plan supported by farmers, a union and two banks.", "union", "farmers", "conj"),
        ("The group planted bombs hidden in a bus, a hotel and a market.", "hotel", "bus", "conj"),
        ("Police stopped a lorry loaded with tyres, a generator and two motorcycles.", "generator", "tyres", "conj"),
    ],
)
def test_a_list_goes_on_with_things_of_its_sort(tree, text, word, head, arc):
    doc = tree(text)
    token = [t for t in doc if t.text == word][-1]
    assert (token.head.text, token.dep_) == (head, arc)
