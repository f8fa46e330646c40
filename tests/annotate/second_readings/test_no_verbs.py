"""Words that are in no list of verbs are nouns, whatever the tagger says."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.annotate.second_readings.no_verbs import read_nouns
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "tag", "arc"),
    [
        ("The attention led to outreach from Orlo.", "outreach", "NN", "pobj to"),
        ("Lund left Oslo on Friday and was bound for Surigao when a wave hit it.", "Surigao", "NNP", "pobj for"),
        ("She has warned for years that adobe houses would not withstand it.", "adobe", "NN", "compound houses"),
        ("It lies beside the road near Blackstone and Herndon avenues.", "avenues", "NNS", "pobj near"),
        ("The firm had revenue of 2.4 trillion won in 2021.", "won", "NNS", "pobj of"),
        ("The fund lost 12 million won on the bet.", "won", "NNS", "dobj lost"),
        ("The film that cost 3 million won two prizes.", "won", "VBD", "ROOT won"),
        ("The party with 4 million votes won.", "won", "VBN", "ROOT won"),
    ],
)
def test_what_is_no_verb_is_a_noun(nlp, text, word, tag, arc):
    ((_, doc),) = annotate([Document(text, "t", "t")], nlp)
    token = next(token for token in doc if token.text == word)
    assert (token.tag_, f"{token.dep_} {token.head.text}") == (tag, arc)
    assert doc.text == text


@pytest.mark.parametrize("text", ["They google the name.", "Leeds United won.", "The firms outsource it.", ""])
def test_names_and_verbs_stay_as_they_are(nlp, text):
    doc = nlp(text)
    assert read_nouns(doc, nlp) is doc
