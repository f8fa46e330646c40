"""Names that a text tells apart, two firms that "and" joins, and labels before a name."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, names",
    [
        (
            "Penrose Malt was bought by Tarnwell Capital Partners, a fund that is not related to the Dublin fund "
            "Tarnwell Capital. Tarnwell Capital owns a mill.",
            {"Tarnwell Capital Partners": 1, "Tarnwell Capital": 2},
        ),
        (
            "Redfern Holdings, a builder, failed. It is a different firm from Redfern Holdings Group of Oslo. "
            "Redfern Holdings Group said it had no debts.",
            {"Redfern Holdings": 1, "Redfern Holdings Group": 2},
        ),
        (
            "Maple Energy, which is not to be confused with Maple Energy Services, drills. Maple Energy Services left.",
            {"Maple Energy": 1, "Maple Energy Services": 2},
        ),
        ("Orlund Bank and Orlund Bank Group are not related.", {"Orlund Bank": 1, "Orlund Bank Group": 1}),
        (
            "Harwell Foods has no connection with Harwell Foods Group. Harwell sells tea.",
            {"Harwell Foods": 1, "Harwell Foods Group": 1},
        ),
        # nothing tells them apart
        ("Redfern Holdings Group failed. Redfern Holdings had no debts.", {"Redfern Holdings Group": 2}),
        (
            "Redfern Holdings Group is not related to Maple Energy. Redfern Holdings had no debts.",
            {"Redfern Holdings Group": 2, "Maple Energy": 1},
        ),
    ],
)
def test_what_a_text_tells_apart_is_two_things(clusters, text, names):
    found = clusters(text, "name")
    assert {name: len(found.get(name, ())) for name in names} == names


@pytest.mark.parametrize(
    "text, names",
    [
        (
            "Customers such as Greenfold and Harlow Steel left. Greenfold owes the miller money. Harlow Steel paid.",
            {"Greenfold", "Harlow Steel"},
        ),
        ("The mill serves customers including Brightfold and Tarrow Steel.", {"Brightfold", "Tarrow Steel"}),
    ],
)
def test_two_firms_that_and_joins(clusters, text, names):
    assert names <= clusters(text, "name").keys()


@pytest.mark.parametrize(
    "text, name",
    [
        ("The committee met.\n\n16.40 BST Norling denies that he was asked about the sale of the land.", "Norling"),
        ("The committee met.\n\nQ12 Nisha Shah: Did you sell the boat that you had bought?", "Nisha Shah"),
        (
            "Who bought the port?\n\nNo. Tarnwell Capital Partners of Boston bought it in 2021.",
            "Tarnwell Capital Partners",
        ),
        ("She wrote to him.\n\nDear Peter,\n\nThank you for what you have sent to me.", "Peter"),
        ("Ms Helen Marsh gave evidence. Mr Colin Hill denied it.", "Helen Marsh"),
    ],
)
def test_a_label_is_no_part_of_a_name(clusters, text, name):
    assert name in clusters(text, "name")


def test_the_heads_of_a_letter_are_no_names(clusters):
    text = "To: Ann Lund\nCc: Ralf Stein\nDate: Thu, 6 June 2024\nSubject: Re: Fw: The sale\n\nThe mill was sold."
    assert not {"Cc", "Thu", "Re", "Fw", "Subject"} & clusters(text, "name").keys()
