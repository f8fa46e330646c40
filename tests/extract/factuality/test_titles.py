"""What people are called in somebody's words: titles are the writer's, blame is the speaker's."""

from __future__ import annotations

import pytest

from kg.model import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        ("Fox said that Lena Orr, the chief of Corvane Bank, had left.", "chief", "asserted"),
        ("Fox said former minister Lena Orr had sold the mill.", "minister", "asserted"),
        ("Fox said Mayor Lena Orr had sold the mill.", "Mayor", "asserted"),
        ("Corvane Bank's founder and chairman, Lena Orr, will leave.", "chairman", "asserted"),
        ("Fox said that Lena Orr, a Danish chemist, had left.", "Danish", "asserted"),
        ("Lena Orr may become a mayor and chairman of the club.", "chairman", "unrealised"),
        ("Fox said Lena Orr, a spy for Corvane Bank, had left.", "spy", "claimed"),
        ("Fox said Lena Orr was the chief of Corvane Bank.", "chief", "claimed"),
        ("Fox said the mill fired its chief.", "chief", "claimed"),
        ('"Lena Orr, the chief of Corvane Bank, has left the town," Fox said.', "chief", "claimed"),
        ("Fox said it would leave a pact with its Swiss rival Medsea.", "rival", "asserted"),
        ("Fox said Oslo-based Corvane would build the ship.", "based", "asserted"),
        ("Fox said Corvane, a Swedish brewer, had paid the mayor.", "brewer", "asserted"),
        ("Fox said Corvane, a company run by thieves, had paid the mayor.", "company", "claimed"),
        ("Fox said the alleged boss Otto Brandt had left.", "boss", "claimed"),
    ],
)
def test_a_title_beside_a_name_is_the_writers(status_at, sentence, noun, expected):
    assert status_at(sentence, noun) is Status(expected)
