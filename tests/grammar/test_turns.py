"""Turns: which paragraphs open with a speaker's label."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.grammar.turns import turns
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, speakers",
    [
        ("Mr Orr: We paid. They lied.", ["Orr"]),
        ("Helen Marsh, manager: We paid.", ["Marsh"]),
        ("Q: Who paid?\n\nA: Orlo paid.", [None, None]),
        ("The verdict: guilty. The judge jailed Fox.", []),
        ("Update: Castellan bought Larkfield.", []),
        ("- Nordhavn: disqualified", []),
        ("MR. ORR: We paid. They lied.", ["ORR"]),
        ("MARSH: We wept. Orr fired Lena.\n\nORME: Why? Orlo paid Fox.", ["MARSH", "ORME"]),
        ("THE COURT: We heard it.", ["COURT"]),
        ("The Minister for Water (Ms Rhee): We paid.", ["Minister"]),
        ("[00:03:12] Lena Orr: We paid.", ["Orr"]),
        ("orr (12:07): we paid. they lied.", ["orr"]),
        ("We paid. They lied. \u2014 Lena Orr (@lorr) June 2, 2025", ["Orr"]),
        ("Did you sue?\n\nI sued them.\n\nDid you win?\n\nI won.", [None] * 4),
        ("Will you get help?\n\nOrlo pays.\n\nWhat can you do?\n\nOrlo waits.", []),
    ],
)
def test_a_turn_opens_with_who_speaks(nlp, text: str, speakers: list[str | None]) -> None:
    ((_, doc),) = annotate([Document(text, "t", "t")], nlp)
    assert [turn.speaker and turn.speaker.text for turn in turns(doc)] == speakers
