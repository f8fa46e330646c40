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
        ("“I saw it,” Ann Berg said. “I did not,” Bo Ek said.", "Bo Ek", ["I"]),
        ("'I saw it,' Ann Berg said. 'My dog barked at the nurses' car.'", "Ann Berg", ["I", "My"]),
        ("Ann Berg spoke. 'I saw the ship,' she said.", "Ann Berg", ["I", "she"]),
        ("Ann Berg said it fell.\n\n“I saw it. My dog barked.”\n\nThen Bo Ek left.", "Ann Berg", ["I", "My"]),
    ],
)
def test_who_is_quoted_is_meant(clusters, text, name, pronouns):
    assert clusters(text, "pronoun").get(name) == pronouns


@pytest.mark.parametrize(
    "text",
    [
        "“We saw it,” Ann Berg said.",
        "“I saw it,” a dentist said.",
        "I saw it, Ann Berg said.",
        "The Smiths' dog barked as I slept, the owners' friend Ann Berg said.",
    ],
)
def test_others_are_left_alone(clusters, text):
    assert clusters(text, "pronoun") == {}
