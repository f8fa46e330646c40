"""Claims that their own clause says are not so are denied."""

from __future__ import annotations

import pytest

from kg.model import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rumours that Corvane bought Kestrel are false.", "denied"),
        ("Rumours that Corvane bought Kestrel are not true.", "denied"),
        ("The claim that Corvane bought Kestrel was debunked.", "denied"),
        ("The claim that Corvane bought Kestrel is baseless.", "denied"),
        ("The claim that Corvane bought Kestrel is a lie.", "denied"),
        ("The report that Corvane bought Kestrel turned out to be wrong.", "denied"),
        ("Corvane denied reports that it bought Kestrel.", "denied"),
        ("Contrary to reports that it bought Kestrel, Corvane hired 200 people.", "denied"),
        ("The claim that Corvane bought Kestrel spread.", "claimed"),
        ("The claim that Corvane bought Kestrel is not false.", "claimed"),
        ("The fact that Corvane bought Kestrel is odd.", "asserted"),
    ],
)
def test_a_verdict_on_a_claim(status_at, sentence, expected):
    assert status_at(sentence, "bought") is Status(expected)


def test_the_writer_tells_of_the_denial(status_at):
    assert status_at("Fox claimed that rats lived in the cellar, which Lang denies.", "denies") is Status.ASSERTED
