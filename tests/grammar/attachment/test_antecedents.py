"""Whom and what a relative clause tells of, as the model parses the sentence."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("The 26-year-old from Malmö, who trains in Leeds, won the bout.", "trains", "old"),
        ("Bill Orton, Tarn's chief executive since 2016, who stands to receive a bonus, left.", "stands", "executive"),
        ("From April, anyone aged between 55 and 74 who has smoked will be scanned.", "smoked", "anyone"),
        ("One guard, a woman in her twenties who had been in the job for weeks, was hurt.", "been", "woman"),
        ("Observers from the Baltic Island Forum, who visited nine towns, praised the vote.", "visited", "Observers"),
        ("A table of six nurses from Lewisham, who had saved up since June, were singing.", "saved", "nurses"),
        ("Shares of the company, which had fallen as much as 4 percent, recovered.", "fallen", "Shares"),
        ("Shares in Tarn Group, which had lost a third of their value since May, rose.", "lost", "Shares"),
        # what is its own
        ("Shares in Tarn Group, which makes tents, rose.", "makes", "Group"),
        ("Shares in Tarn Group, which lost a contract in May, rose.", "lost", "Group"),
        ("The mayor of Lyon, who studied law, said so.", "studied", "mayor"),
        ("Jan Lund, a granddaughter of the founder who speaks for the owners, left.", "speaks", "founder"),
    ],
)
def test_a_relative_clause_tells_of_what_it_can(nlp, text, verb, noun):
    [(_, doc)] = annotate([Document(text, "t", "t")], nlp)
    assert next(token for token in doc if token.text == verb).head.text == noun
