"""Conditions that open with their auxiliary, and what "nor", "never before" and "all but" turn, as the model parses."""

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
        ("The court did not overturn the verdict, nor was the sentence reduced.", "sentence", "nsubjpass", "reduced"),
        ("The rule, never before used, lets a mayor close a school.", "never", "neg", "used"),
        ("The verdict all but ends his career.", "but", "advmod", "ends"),
        ("Fans are dreaming of Lund winning the cup in May.", "winning", "acl", "Lund"),
        ("He had the windows mended and the walls painted.", "mended", "ccomp", "had"),
        ("The roof had been mended before the storm broke.", "broke", "advcl", "mended"),
    ],
)
def test_the_verb_of_a_condition_hangs_on_what_would_be(token_of, text, word, arc, head):
    token = token_of(text, word)
    assert (token.dep_, token.head.text) == (arc, head)
