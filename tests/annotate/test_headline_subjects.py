"""Pairs of doers, and first words that pass for exclamations or verbs, are the subjects of their headlines."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("headline", "verb", "first", "second"),
    [
        ("US, Japan sign trade pact", "sign", "US", "Japan"),
        ("France, Germany urge calm on border", "urge", "France", "Germany"),
        ("Rain, wind batter south coast", "batter", "Rain", "wind"),
        ("Police, protesters clash in Oslo", "clash", "Police", "protesters"),
    ],
)
def test_two_doers_parted_by_a_comma_are_one_subject(nlp, headline, verb, first, second):
    ((_, doc),) = annotate([Document(headline, "t", "t")], nlp)
    token = next(token for token in doc if token.text == verb)
    (subject,) = [child for child in token.lefts if child.dep_ == "nsubj"]
    assert (subject.text, [c.text for c in subject.rights if c.dep_ == "conj"]) == (first, [second])
    assert [child.dep_ for child in doc if child.text == ","] == ["punct"]


@pytest.mark.parametrize(
    ("headline", "word", "tag"),
    [
        ("Boy, 9, rescued from well after 14 hours", "Boy", "NN"),
        ("MPs back assisted dying bill", "MPs", "NNS"),
    ],
)
def test_the_first_word_is_a_noun(nlp, headline, word, tag):
    ((_, doc),) = annotate([Document(headline, "t", "t")], nlp)
    assert (doc[0].text, doc[0].tag_, doc[0].lemma_) == (word, tag, word.lower())


@pytest.mark.parametrize(
    ("headline", "tag"),
    [
        ("Harlow to buy rival Brite in $2.1 billion deal", "NNP"),
        ("Learn to swim this summer", "VB"),
    ],
)
def test_a_first_word_before_to_is_a_name_unless_it_is_a_verb(nlp, headline, tag):
    ((_, doc),) = annotate([Document(headline, "t", "t")], nlp)
    assert doc[0].tag_ == tag
