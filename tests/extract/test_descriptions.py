"""Descriptions: the name or owner behind them, as mentions."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.mentions import Mentions
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Hanna Vos, a biologist at Lund University who led the study, spoke.", "biologist", "Hanna Vos"),
        ("Norrsken's founder and chairman, Gustaf Ehrling, will leave.", "chairman", "Gustaf Ehrling"),
        ("Hanna Vos is a biologist who led the study.", "biologist", "Hanna Vos"),
        ("Hanna Vos is not a biologist who led a study.", "biologist", "biologist"),
        ("The nurses, all of whom are ill, met.", "all", "nurses"),
        ("The nurses, nearly all of whom are ill, met.", "all", "nearly all of nurses"),
        ("The nurses, many of whom are ill, met.", "many", "many of nurses"),
        ("The nurses, all but two of whom are ill, met.", "two", "all but two of nurses"),
        ("The nurses, some of whom are ill, met.", "some", "some of nurses"),
        ("The firm, whose shares fell, met the mayor.", "shares", "firm's shares"),
        ("Whether the pill works on adults is unclear.", "works", "Whether the pill works on adults"),
    ],
)
def test_a_description_has_the_name_that_a_reader_would_give_it(nlp, text, word, name):
    [(_, doc)] = annotate([Document(text, "t", "t.txt")], nlp)
    mentions = Mentions(doc)
    found = [mentions.of(token).name for token in doc if token.text == word]
    assert found == [name]


def test_what_belongs_to_one_owner_is_one_thing(nlp):
    text = "Siemens sold its lamp unit. The unit of Bosch grew. Bosch kept its lamp unit."
    [(_, doc)] = annotate([Document(text, "t", "t.txt")], nlp)
    mentions = Mentions(doc)
    first, _, last = (mentions.of(token) for token in doc if token.text == "unit")
    assert first.cluster != last.cluster


def test_descriptions_are_read_in_the_order_of_the_text(nlp):
    [(_, doc)] = annotate([Document("A broken filter leaked. The filter was sold.", "t", "t.txt")], nlp)
    mentions = Mentions(doc)
    filters = [token for token in doc if token.text == "filter"]
    mentions.prepare(reversed(filters))
    assert mentions.of(filters[1]).cluster == mentions.of(filters[0]).cluster
