"""Descriptions that stand beside the name of what they describe."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        ("Oracle's software, called Gatewise, reads plates. Police bought the software.", "software", "Gatewise"),
        ("Its director, Nadia Holt, met Jo Park.", "director", "Nadia Holt"),
        ("An analyst at Barclays, Laura Kim, disagreed.", "An analyst", "Laura Kim"),
        ("The RMT union and train operator Orlo Rail have reached a deal.", "train operator", "Orlo Rail"),
        ("Siemens sold its scanning software, Beacon, to Norway.", "scanning software", "Beacon"),
        ("The owner, Sugar Lines, said the ship was fine.", "The owner", "Sugar Lines"),
        ("A rival, Orlo Foods, closed two shops.", "A rival", "Orlo Foods"),
        ("The main builder, Corran Vale, failed in May.", "The main builder", "Corran Vale"),
        ("They spoke to the digger's operator, Tomas Ziel, who was 29.", "operator", "Tomas Ziel"),
        ("A letter came from the vicar, the Rev Tobias Olu, who was away.", "the vicar", "Tobias Olu"),
    ],
)
def test_what_stands_beside_a_name_describes_it(clusters, text, description, name):
    assert description in clusters(text, "nominal").get(name, [])


def test_who_names_somebody_is_not_called_so(clusters):
    text = "The paper named Elise Sloane as the broker who cheated the widows."
    assert "The paper" not in clusters(text, "nominal").get("Elise Sloane", [])


@pytest.mark.parametrize(
    ("text", "description", "is_called"),
    [
        ("The paper named Elise Sloane.", "The paper", False),
        ("The indictment named Elise Sloane and her clerk.", "The indictment", False),
        ("A man named Omar Bensaid was arrested.", "A man", True),
        ("She has a clerk named Omar Bensaid.", "a clerk", True),
    ],
)
def test_a_sentence_that_names_somebody_has_a_verb(clusters, text, description, is_called):
    found = [name for name, told in clusters(text, "nominal").items() if description in told]
    assert bool(found) == is_called


def test_who_was_named_before_is_no_lawyer_of_his_own(clusters):
    text = "Police held Omar Bensaid. A lawyer for the former driver, Omar Bensaid, said he would appeal."
    assert "A lawyer" not in clusters(text, "nominal").get("Omar Bensaid", [])


@pytest.mark.parametrize("opening", ["A lawyer for", "The lawyer of"])
def test_a_lawyer_is_not_the_client(clusters, opening):
    text = f"{opening} the former cleaner, Claire Ozanne, said her client was innocent."
    assert "the former cleaner" not in clusters(text, "nominal").get("Claire Ozanne", [])


def test_who_is_first_named_behind_a_post_has_it(clusters):
    text = "Two men were held. A lawyer for the driver, Ida Krogh, said he would appeal."
    assert "A lawyer" in clusters(text, "nominal").get("Ida Krogh", [])


@pytest.mark.parametrize(
    "text",
    [
        "The director met Jo Park.",
        "Its scanner read the plates of Jo Park.",
        "The shop in the village, Orlo Foods, closed.",
        "Unlike the mayor, Ann Lee opposes the plan.",
        "The director named Jo Park as the owner of the shop.",
    ],
)
def test_what_stands_elsewhere_does_not(clusters, text):
    assert clusters(text, "nominal") == {}
