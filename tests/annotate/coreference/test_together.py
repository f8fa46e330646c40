"""Several things that are spoken of as one: "Lund and Moe", then "they"."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def taken_together(read):
    """What the words of a text that mean several things stand for: each of them."""

    def found(text):
        doc = read(text)
        together = doc.user_data["together"].items()
        return [(doc[i].text, " + ".join(doc[m].text for m in members)) for i, (_, _, members) in together]

    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Berg and John Hale said they would pay.", [("they", "Berg + Hale")]),
        ("Chile and Peru signed a pact on their border.", [("their", "Chile + Peru")]),
        ("Ann Berg and two friends were hurt. They left in May.", [("They", "Berg + friends")]),
        ("Orlo Ltd and German rival Halden AG said they would merge.", [("they", "Ltd + AG")]),
        ("Ann Berg and John Hale have left, they said.", [("they", "Berg + Hale")]),
        (
            "Spanish banks Orlo Norte and Banco Moe met. They paid.",
            [("banks", "Norte + Moe"), ("They", "Norte + Moe")],
        ),
        ("Two girls, Ann Berg and Eva Moe, left. They paid.", [("girls", "Berg + Moe"), ("They", "Berg + Moe")]),
    ],
)
def test_they_may_be_those_that_are_listed(taken_together, text, expected):
    assert taken_together(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ann Berg or John Hale said they would pay.",
        "The mayor met Ann Berg and John Hale. They fear the dam.",
        "The owners met nurses and doctors. They fear the dam.",
        "Ann Berg works for Holm & Berg Ltd. They sold a mill.",
    ],
)
def test_who_may_be_meant_otherwise_is_left_alone(taken_together, text):
    assert taken_together(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("John Hale paid Peter Moe in May. Both men were jailed.", [("men", "Hale + Moe")]),
        ("John Hale met Peter Moe. Judge Ann Berg told the pair to pay.", [("pair", "Hale + Moe")]),
        ("John Hale and Peter Moe were jailed. The two met in Lund.", [("two", "Hale + Moe")]),
        ("Chile and Peru voted. John Hale said the two countries would sign.", [("countries", "Chile + Peru")]),
        ("Chile and Peru voted. Relations between the neighbours grew worse.", [("neighbours", "Chile + Peru")]),
        ("Halden Bank and Orlo Bank will merge. The banks gave no date.", [("banks", "Bank + Bank")]),
        ("The Dockers' Union met Microsoft. Both sides will meet.", [("sides", "Union + Microsoft")]),
        ("Microsoft will buy Oracle, the companies said.", [("companies", "Microsoft + Oracle")]),
        ("Ann and Mark Berg run a farm. The couple's sons left.", [("couple", "Ann + Berg")]),
        ("Ann Berg and John Hale left. Both climbers are safe.", [("climbers", "Berg + Hale")]),
    ],
)
def test_both_are_the_two_that_were_named(taken_together, text, expected):
    assert taken_together(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "John Hale met Peter Moe and Emil Lund. Both men were jailed.",
        "Ann Berg met John Hale. Both women were jailed.",
        "John Hale and Peter Moe were jailed. The companies paid.",
        "Halden Bank and Orlo Bank will merge. The banks that own the port gave no date.",
        "Halden Bank and Orlo Bank will merge. Two banks in Lund closed.",
        "Banks lost money. Halden Bank and Orlo Bank met. The banks gave no date.",
        "The Dockers' Union met Microsoft. It rained. Later it snowed. Both sides will meet.",
        "Chile and Peru met. Brazil is among the countries most vulnerable to drought.",
        "Halden Ltd and Orlo Ltd will merge. A bid from Microsoft failed when the two sides fell out.",
    ],
)
def test_others_are_left_alone(taken_together, text):
    assert taken_together(text) == []
