"""The would of what was done time and again, in a speaker's own words."""

from __future__ import annotations

import pytest

from kg.model import Mode, Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ('"She\'d ask how many stairs there were," said Orr.', "ask", "claimed"),
        ('"You would hear them crying at night," he said.', "hear", "claimed"),
        ('"We\'d wait for hours and nobody came," said Lena Orr, 61.', "wait", "claimed"),
        ('"My mother would bake bread every Sunday," she said.', "bake", "claimed"),
        ('"They would close the gates when the siren went," a guard recalled.', "went", "claimed"),
        ('"We\'d mend the roof," she said.', "mend", "unrealised"),
        ('"They would need to pay us more because we were late," he said.', "need", "unrealised"),
        ('"We would go tomorrow if it was safe," she said.', "go", "unrealised"),
        ('"My father would think we were mad," he said.', "think", "unrealised"),
        ("The clerk said the queue would grow when the bank closed.", "grow", "unrealised"),
        ('"They would pay once the court ruled," he said.', "pay", "unrealised"),
        ('"The mayor would lose the vote and knew it," he said.', "lose", "unrealised"),
        ('"Bring a coat," her father would say.', "say", "asserted"),
        ('"An island is an island," she would answer.', "answer", "asserted"),
    ],
)
def test_what_was_done_time_and_again_was_done(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb", "mode"),
    [
        ("The pilot survived and would be questioned on Monday.", "questioned", Mode.FUTURE),
        ("She won the first match and would face Orr on Sunday.", "face", Mode.FUTURE),
        ("The house was small and would need repairs.", "need", Mode.CONDITIONAL),
        ("They lost and would have left.", "left", Mode.CONDITIONAL),
        ("Lund signed the deal and would sell the mill if prices rose.", "sell", Mode.CONDITIONAL),
        ("The mill closed but would reopen.", "reopen", Mode.CONDITIONAL),
    ],
)
def test_a_would_behind_what_was_done_tells_what_followed(state_at, sentence, verb, mode):
    assert state_at(sentence, verb).mode is mode
