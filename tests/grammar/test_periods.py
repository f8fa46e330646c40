"""Of what time a figure is, as the model parses the sentence."""

from __future__ import annotations

import pytest

from kg.grammar.periods import is_period_of_figure

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "is_period"),
    [
        ("Orlo posted a profit of 9 million dollars for the second quarter.", True),
        ("The mill paid a dividend of 30 cents for 2019.", True),
        ("Tarn reported record sales for the three months to June.", True),
        ("The town passed a budget for next year.", True),
        ("The bank cut its forecast for the full year.", True),
        ("The mill suspended dividends for a year.", False),
        ("Orlo has posted losses for nine years.", False),
        ("The crew led the race for the first half.", False),
        ("The state raised a profit for the first time.", False),
        ("The clerk set a target for the mill.", False),
    ],
)
def test_a_figure_is_of_a_certain_time(parse, sentence, is_period):
    marker = [token for token in parse(sentence) if token.text == "for"][-1]
    assert is_period_of_figure(marker) is is_period
