"""Names that were taken for verbs."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.annotate.second_readings.misread import read_names
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, name, verb",
    [
        (
            "A group led by Halden Partners has agreed to buy ferry firm Sundlinken for 40 million crowns.",
            "Sundlinken",
            "buy",
        ),
        ("Orne River overflows Castle Falls, drowning two", "Falls", "overflows"),
        ("Mayor of Sioux Falls resigns", "Falls", "resigns"),
    ],
)
def test_a_verb_with_a_capital_is_a_name(nlp, text, name, verb):
    ((_, doc),) = annotate([Document(text, "t", "t")], nlp)
    token = next(token for token in doc if token.text == name)
    assert token.tag_ == "NNP"
    assert verb in {above.text for above in token.ancestors}
    assert doc.text == text


@pytest.mark.parametrize(
    "text, last, above, arc",
    [
        ('The resulting book, "Those Who Left," won a prize in 1963.', "Left", "book", "appos"),
        ("The couple spoke to Save the Bees yesterday.", "Bees", "to", "pobj"),
        ("She was coached by her father, Per Lindqvist, who died in 2022.", "Lindqvist", "father", "appos"),
    ],
)
def test_a_title_with_a_verb_is_no_clause(nlp, text, last, above, arc):
    ((_, doc),) = annotate([Document(text, "t", "t")], nlp)
    token = next(token for token in doc if token.text == last)
    assert (token.head.text, token.dep_) == (above, arc)
    assert not [t for t in doc if t.text in {"Left", "Save"} and t.tag_ != "NNP"]


@pytest.mark.parametrize(
    "text",
    ["They Left Lund.", '"Stop here," he said.', "He said: Leave it.", "Mayor Wants Town To Build Bridge", "He left."],
)
def test_capitals_of_sentences_and_titles_prove_nothing(nlp, text):
    doc = nlp(text)
    assert read_names(doc, nlp) is doc


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Rui Pires, who ran the town of Vila Ribeira do Mar from 2009, was found guilty of taking bribes.", "NNP"),
        ("Fans say that Ribeira do Vale won the cup after a long season and a short summer of doubts.", "NNP"),
        ("What do Halden and Orlo want from the town, and why did nobody ask them?", "VBP"),
        ("In a way Halden and Orlo do Brazil a favour, as they pay for the road and the port.", "VBP"),
    ],
)
def test_a_particle_inside_a_name_is_no_verb(nlp, text, tag):
    ((_, doc),) = annotate([Document(text, "t", "t")], nlp)
    assert next(token for token in doc if token.text == "do").tag_ == tag
