"""What things are told to be in passing."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.classes import classes
from kg.extract.mentions import Mentions
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor praised trade unions such as Unite.", {("Unite", "trade union")}),
        ("The mayor praised Unite and 40 other trade unions.", {("Unite", "trade union")}),
        ("Oracle's scanner, called Gatewatch, reads plates.", {("Gatewatch", "scanner")}),
        ("The mayor praised people such as Ada Finch.", set()),
        ("The mayor praised Unite and Siemens.", set()),
        ("The town sells fish, including salted cod.", set()),
    ],
)
def test_a_class_is_told_by_example_or_name(nlp, text, expected):
    [(_, doc)] = annotate([Document(text, "t", "t.txt")], nlp)
    mentions = Mentions(doc)
    found = {(mentions.of(p.subject).text, p.object.value) for p in classes(doc, mentions)}
    assert found == expected
