"""Who is to do something is the subject of a headline's infinitive."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.annotate.second_readings.headline_plans import read_plan
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("headline", "doer", "verb", "thing"),
    [
        ("Orlo to buy Tarn", "Orlo", "buy", "Tarn"),
        ("Kesh to send troops to border", "Kesh", "send", "troops"),
        ("Brewer Orlo to cut 300 jobs", "Orlo", "cut", "jobs"),
        ("Trust to review deaths of babies", "Trust", "review", "deaths"),
        ("Orlo Valley hospital to close maternity unit as birth numbers fall", "hospital", "close", "unit"),
    ],
)
def test_who_is_to_do_it_is_the_subject(nlp, headline, doer, verb, thing):
    ((_, doc),) = annotate([Document(headline, "t", "t")], nlp)
    root = next(token for token in doc if token.text == verb)
    arcs = {child.dep_: child.text for child in root.children}
    assert (root.dep_, arcs["nsubj"], arcs["aux"], arcs["dobj"]) == ("ROOT", doer, "to", thing)
    assert next(token for token in doc if token.text == doer).tag_ in ("NN", "NNP")


@pytest.mark.parametrize(
    "headline",
    [
        "Learn to swim this summer",
        "Plan to cut jobs",
        "Orlo agrees to buy Tarn",
        "Council bid to save pub fails",
        "To do",
    ],
)
def test_other_headlines_stay_as_they_are(nlp, headline):
    assert read_plan(nlp(headline), nlp) is None
