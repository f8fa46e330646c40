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
    ("headline", "tag", "lemma"),
    [
        ("Boy, 9, rescued from well after 14 hours", "NN", "boy"),
        ("MPs back assisted dying bill", "NNS", "mp"),
        ("WHO declares end of outbreak", "NNP", "WHO"),
    ],
)
def test_the_first_word_is_a_noun(nlp, headline, tag, lemma):
    ((_, doc),) = annotate([Document(headline, "t", "t")], nlp)
    assert (doc[0].tag_, doc[0].lemma_) == (tag, lemma)
