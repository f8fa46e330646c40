"""Conditions that open with their auxiliary, what stands where, and what "nor", "never before" and "all but" turn."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "arc", "head"),
    [
        ("Critics say the fire would never have spread had the doors been shut.", "shut", "advcl", "spread"),
        ("The wall would have held, engineers estimate, had the lake not been drained.", "drained", "advcl", "held"),
        ("She might have lived had the ambulance arrived sooner, her brother said.", "arrived", "advcl", "lived"),
        ("The mill, were it built today, would cost twice as much.", "mill", "nsubj", "cost"),
        ("On the wall hung a portrait of the founder.", "portrait", "nsubj", "hung"),
        ("Behind the school stands a memorial to the miners.", "memorial", "nsubj", "stands"),
        ("Outside the court stood a small group of supporters.", "group", "nsubj", "stood"),
        ("On the wall hung a clerk's coat, which nobody claimed.", "coat", "nsubj", "hung"),
        ("In May he hung a portrait on the wall.", "portrait", "dobj", "hung"),
        ("Attached to the report was a map of the wells.", "map", "nsubjpass", "Attached"),
        ("Also arrested was the owner of the bar.", "owner", "nsubjpass", "arrested"),
        ("Attached to a rope, the boy was lifted out.", "boy", "nsubjpass", "lifted"),
        ("The court did not overturn the verdict, nor was the sentence reduced.", "sentence", "nsubjpass", "reduced"),
        ("The rule, never before used, lets a mayor close a school.", "never", "neg", "used"),
        ("The verdict all but ends his career.", "but", "advmod", "ends"),
        ("He had the windows mended and the walls painted.", "mended", "ccomp", "had"),
        ("The roof had been mended before the storm broke.", "broke", "advcl", "mended"),
    ],
)
def test_words_hang_right_in_a_clause_turned_round(token_of, text, word, arc, head):
    token = token_of(text, word)
    assert (token.dep_, token.head.text) == (arc, head)
