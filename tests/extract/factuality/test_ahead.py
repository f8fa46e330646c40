"""What the present tense tells of the future has not happened yet."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document, Status
from kg.ontology import load

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("Voss, which is buying Kestrel, sold the mill.", "buying", "unrealised"),
        ("Voss is taking over Kestrel.", "taking", "unrealised"),
        ("The inquiry begins on Monday.", "begins", "unrealised"),
        ("The museum opens next week.", "opens", "unrealised"),
        ("Tomorrow the museum opens a new hall.", "opens", "unrealised"),
        ("The inquiry began on Monday.", "began", "asserted"),
        ("More investors are buying bonds.", "buying", "asserted"),
        ("Voss plans to visit Oslo tomorrow.", "plans", "asserted"),
        ("The mayor says on Monday nights the square fills.", "says", "asserted"),
        ("Voss buys its fish from Kestrel.", "buys", "asserted"),
    ],
)
def test_what_lies_ahead(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Orr marries Quist in 2030.", Status.UNREALISED),
        ("Under the deal, Corvane buys the Tessel mill in 2026.", Status.UNREALISED),
        ("Corvane bought the Tessel mill in 2023.", Status.ASSERTED),
        ("Corvane buys the Tessel mill.", Status.ASSERTED),
    ],
)
def test_a_day_after_that_of_the_text_lies_ahead(nlp, sentence, expected):
    ((document, doc),) = annotate([Document(sentence, "t", "t", "2024-05-02")], nlp)
    made = extract(document, doc, load()).statements
    assert made
    assert {s.status for s in made} == {expected}


def test_nobody_but_one_is_one(nlp):
    ((document, doc),) = annotate([Document("Nobody but Rita Lund met Stahl.", "t", "t")], nlp)
    told = {(s.subject.text, s.object.text): s.status for s in extract(document, doc, load()).statements}
    assert told["Rita Lund", "Stahl"] is told["Stahl", "Rita Lund"] is Status.ASSERTED
    assert told["Nobody", "Stahl"] is Status.DENIED
