"""Descriptions of what the article is about."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.model import Document

pytestmark = pytest.mark.model


def _referents(text, nlp):
    [(_, doc)] = annotate([Document(text, "t", "t.txt")], nlp)
    names = doc.user_data["names"]
    return {span.text: names.get(span.id_) for span in doc.spans["mentions"] if span.kb_id_ in ("nominal", "pronoun")}


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        ("Oracle's software, called Gatewise, reads plates. Police bought the software.", "the software", "Gatewise"),
        ("Microsoft cut jobs in May. Staff sued the company.", "the company", "Microsoft"),
        ("Its director, Nadia Holt, met Jo Park.", "director", "Nadia Holt"),
        ("An analyst at Barclays, Laura Kim, disagreed.", "An analyst", "Laura Kim"),
        ("Siemens sold its scanning software, Beacon, to Norway.", "scanning software", "Beacon"),
        ("Greenpeace opposes the dam. Its lawyers went to court.", "Its", "Greenpeace"),
    ],
)
def test_a_description_with_one_bearer_is_that_bearer(nlp, text, description, name):
    assert _referents(text, nlp).get(description) == name


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Oracle met Siemens in Bonn. Later Siemens met Oracle. Staff sued the company.", "the company"),
        ("Oracle cut jobs in May. Staff sued the other company.", "the other company"),
        ("Oracle cut jobs in May. Staff sued the company that runs the port.", "the company"),
        ("Nadia Holt left the bank. Its lawyers went to court.", "Its"),
        ("Staff sued the company.", "the company"),
    ],
)
def test_a_description_of_two_things_or_of_none_stays_open(nlp, text, description):
    assert description not in _referents(text, nlp)
