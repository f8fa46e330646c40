"""Words that deny, and words that only look so."""

from __future__ import annotations

import pytest

from kg.model import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("No child's death was traced to the delay.", "traced", "denied"),
        ("Scarcely a third of the members have paid their fees.", "paid", "asserted"),
        ("Hardly half of the pupils came.", "came", "asserted"),
        ("Hardly a day passes in peace.", "passes", "denied"),
        ("He explained to nobody in particular how the lamp worked.", "explained", "asserted"),
        ("Six firms declined to comment or did not reply.", "reply", "unrealised"),
        ("Six firms did not comment and did not reply.", "reply", "denied"),
        ("The minister would not apologise for the remark.", "apologise", "denied"),
        ("The Mail can reveal that the minister was warned.", "reveal", "asserted"),
        ("A scan can reveal that a bone is broken.", "reveal", "unrealised"),
        ("The agency said the zones should not be fixed before new surveys were complete.", "were", "unrealised"),
        ("The boy had learned to swim.", "swim", "asserted"),
        ("The boy is learning to swim.", "swim", "unrealised"),
        ("They paid the fine without having to admit guilt.", "admit", "unrealised"),
        ('"I lend money," he told the paper, in an interview that ran to two hours.', "ran", "asserted"),
    ],
)
def test_what_is_denied_refused_or_left_open(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)
