"""What is asked of a token is worked out once, and anew when an arc or a name is another."""

from __future__ import annotations

from parses import doc

from kg.once import once_a_token
from kg.parse import Span

MILLS = "mills/NNS/nsubj>close near/IN/prep>close dams/NNS/pobj>near close/VBP/ROOT>close"


def counted():
    """A function of a token, and the words that it was called with."""
    asked = []

    @once_a_token
    def label(token):
        asked.append(token.text)
        return token.dep_ or None

    return label, asked


def test_an_answer_is_worked_out_once_for_each_token():
    label, asked = counted()
    parsed = doc(MILLS)
    assert [label(parsed[0]), label(parsed[0]), label(parsed[1])] == ["nsubj", "nsubj", "prep"]
    assert asked == ["mills", "near"]


def test_no_answer_is_an_answer():
    label, asked = counted()
    parsed = doc(MILLS)
    parsed[0].dep_ = ""
    assert label(parsed[0]) is None and label(parsed[0]) is None
    assert asked == ["mills"]


def test_it_is_worked_out_anew_when_an_arc_or_a_name_is_another():
    label, asked = counted()
    parsed = doc(MILLS)
    label(parsed[1])
    parsed.hang(parsed[1], parsed[0], "advmod")
    assert label(parsed[1]) == "advmod"
    parsed.ents = [Span(parsed, 0, 1, "ORG")]
    label(parsed[1])
    assert asked == ["near", "near", "near"]
