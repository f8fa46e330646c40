"""Sentences whose subject is a clause or ends in one: the main verb is found again."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, main, inner, taken",
    [
        ("The theory that the crew abandoned the ship is popular.", "is", "abandoned", "ship"),
        ("The claim that the captain sank the yacht puzzled insurers.", "puzzled", "sank", "yacht"),
        ("Suspicions that the coach bribed the referee grew.", "grew", "bribed", "referee"),
        ("Whether the minister knew the donor is disputed.", "disputed", "knew", "donor"),
        # what must stay as it is
        ("The rumour that the driver hit the cyclist enraged residents.", "enraged", "hit", "cyclist"),
        ("The claim that the captain sank the yacht is old.", "is", "sank", "yacht"),
        ("The judge said the crew abandoned the ship.", "said", "abandoned", "ship"),
    ],
)
def test_the_main_verb_stands_at_the_root(nlp, text, main, inner, taken):
    ((_, doc),) = annotate([Document(text, "t", "t")], nlp)
    roots = [token.text for token in doc if token.dep_ == "ROOT"]
    heads = {token.text: token.head.text for token in doc}
    assert (roots, heads[taken]) == ([main], inner)
