"""Who says "I" and "we"."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "pronouns"),
    [
        ("“I saw it,” Ann Berg said. “My dog barked.”", "Ann Berg", ["I", "My"]),
        ("“We sold it,” Velmar AB said in a statement.", "Velmar AB", ["We"]),
        ("Ann Berg spoke. “I saw it,” she said.", "Ann Berg", ["I", "she"]),
    ],
)
def test_the_only_speaker_of_a_paragraph_is_meant(clusters, text, name, pronouns):
    assert clusters(text, "pronoun").get(name) == pronouns


@pytest.mark.parametrize(
    "text",
    [
        "“I saw it,” Ann Berg said. “I did not,” Bo Ek said.",
        "“We saw it,” Ann Berg said.",
        "“I saw it,” a dentist said.",
        "I saw it, Ann Berg said.",
    ],
)
def test_others_are_left_alone(clusters, text):
    assert clusters(text, "pronoun") == {}
