"""Headlines without a verb are read again; other lines stay as the model reads them."""

from __future__ import annotations

import pytest

from kg import tables
from kg.annotate.headlines import read_headline
from kg.annotate.pipeline import annotate
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "headline, verb, subject, patient",
    [
        ("Court rejects lawsuit by salt miners", "rejects", "Court", "lawsuit"),
        ("Court upholds ban on fur coats", "upholds", "Court", "ban"),
        ("Senate rejects bid by oil giant", "rejects", "Senate", "bid"),
        ("Court Overturns Ban On Fur Coats", "Overturns", "Court", "Ban"),
        ("Bank unveils plan to cut jobs", "unveils", "Bank", "plan"),
        ("Council delays vote on riverside flats", "delays", "Council", "vote"),
        ("Regulator fines bank over money laundering", "fines", "Regulator", "bank"),
    ],
)
def test_the_verb_of_a_headline_has_its_subject_and_object(nlp, headline, verb, subject, patient):
    ((_, doc),) = annotate([Document(headline, "t", "t")], nlp)
    root = next(token for token in doc if token.text == verb)
    assert (root.tag_, root.dep_) == ("VBZ", "ROOT")
    arcs = {child.dep_: child.text for child in root.children}
    assert (arcs["nsubj"], arcs["dobj"]) == (subject, patient)
    assert doc.text == headline


@pytest.mark.parametrize(
    "text",
    [
        "Factory rejects pile up in yard",
        "Flight delays expected at port",
        "Train delays rise in May",
        "Court orders",
        "Oil price rises hit drivers",
        "Court rejects lawsuit by salt miners.",
        "Key dates in the case",
        "Court",
        "",
    ],
)
def test_other_lines_stay_as_they_are(nlp, parse, text):
    doc = parse(text)
    assert read_headline(doc, nlp) is doc


def test_every_form_stands_in_its_example():
    for row in tables.rows(tables.lexicon("headline_verbs")):
        assert row["word"] in row["example"]
