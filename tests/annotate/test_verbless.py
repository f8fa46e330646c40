"""A sentence whose verb was taken for a noun has one; a phrase stays a phrase."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.annotate.verbless import read_verbless
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "subject", "thing"),
    [
        ("The cancer charity funds research into the disease.", "funds", "charity", "research"),
        (
            "He won. The national federation credits a school programme that reaches two million children.",
            *("credits", "federation", "programme"),
        ),
    ],
)
def test_the_verb_of_a_sentence_has_its_subject_and_object(nlp, text, verb, subject, thing):
    ((_, doc),) = annotate([Document(text, "t", "t")], nlp)
    root = next(token for token in doc if token.text == verb)
    arcs = {child.dep_: child.text for child in root.children}
    assert (root.tag_, root.dep_, arcs["nsubj"], arcs["dobj"]) == ("VBZ", "ROOT", subject, thing)


@pytest.mark.parametrize(
    "text",
    ["A long list of city council plans.", "The firm employs 400 people.", "Over 40 flight delays.", ""],
)
def test_other_sentences_stay_as_they_are(nlp, text):
    doc = nlp(text)
    assert read_verbless(doc, nlp) is doc
