"""Who tries to stop something opposes it."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.clauses import clauses
from kg.extract.proposition import Clausal
from kg.extract.stances import opposition
from kg.model import Document

pytestmark = pytest.mark.model


def _stances(sentence, nlp):
    [(_, doc)] = annotate([Document(sentence, "t", "t.txt")], nlp)
    found = opposition(clauses(doc))
    return {(p.subject.text, p.object.head.text if isinstance(p.object, Clausal) else p.object.text) for p in found}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The tribe joined groups such as Riverwatch in efforts to stop the company from drilling.",
            {("tribe", "drilling")},
        ),
        ("Nurses in Leeds are pressing the clinic to stop hiring temporary staff.", {("Nurses", "hiring")}),
        ("The union wants the bank to stop selling mortgages.", {("union", "selling")}),
        ("Fishermen fight to prevent the firm from dredging the bay.", {("Fishermen", "dredging")}),
        ("A campaign by parents to stop the school from selling soda has grown.", {("parents", "selling")}),
        ("The village's bid to block the merger failed.", {("village", "merger")}),
        ("Doctors urged the ministry to ban the sale of the powder.", {("Doctors", "sale")}),
        ("Harlow Trust called on the port to halt loading coal.", {("Trust", "loading")}),
    ],
)
def test_efforts_to_stop_are_opposition(nlp, sentence, expected):
    assert expected <= _stances(sentence, nlp)


@pytest.mark.parametrize(
    "sentence",
    [
        "The kiosk stopped selling maps.",
        "Guards stopped the strikers from crossing the bridge.",
        "The rain stopped the work.",
        "She urged him to pay and barred him from holding office.",
        "The judge ordered the broker to stop selling shares.",
        "The firm wants to sell the land.",
        "Fans tried to storm the pitch, forcing the referee to stop play.",
        "The mill vowed to stop burning coal.",
        "The shop wants to drop its price.",
        "The driver tried to avoid hitting a child.",
        "The keeper tried to stop the ball.",
        "Doctors tried to keep the patient from dying.",
        "The envoy wants to end the war.",
        "Crews worked to prevent a leak.",
    ],
)
def test_stopping_alone_is_no_stance(nlp, sentence):
    assert _stances(sentence, nlp) == set()
