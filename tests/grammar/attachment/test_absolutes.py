"""What stands beside a clause without a verb of its own, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head", "arc"),
    [
        ("She slept with the windows shut and a chair against the door.", "shut", "windows", "amod"),
        ("The ferry left with its bow doors open.", "open", "doors", "amod"),
        ("The striker played the whole match with his wrist in plaster.", "in", "wrist", "prep"),
        ("\u201cWe won,\u201d the coach told reporters, a towel around his neck.", "towel", "told", "dep"),
        ("\u201cYou were warned,\u201d the judge told him, his face red.", "red", "told", "dep"),
        ("He travelled with his wife in May.", "in", "travelled", "prep"),
        ("He threatened the clerk with a knife.", "with", "threatened", "prep"),
    ],
)
def test_a_state_is_of_the_thing_before_it(tree, text, word, head, arc):
    doc = tree(text)
    token = [t for t in doc if t.text == word][-1]
    assert (token.head.text, token.dep_) == (head, arc)
