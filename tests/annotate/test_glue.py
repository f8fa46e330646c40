"""Words that lost the space between them."""

from __future__ import annotations

import pytest

from kg.annotate.glue import glued


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("Lund won. Lundalso sang.", ["Lund|also"]),
        ("The Swedishcaptain left.", ["Swedish|captain"]),
        ("Boththe mill and the port shut.", ["Both|the"]),
        ("The Universityof Oslo shut.", ["University|of"]),
        ("Velora grew. Veloraco-founder Bo Ek left.", ["Velora|co"]),
    ],
)
def test_a_missing_space_is_found(text, cuts):
    assert [f"{text[:cut].split()[-1]}|{text[cut:].split()[0].split('-')[0]}" for cut in sorted(glued(text))] == cuts


@pytest.mark.parametrize(
    "text",
    [
        "Weston met West.",
        "Alex met Alexis, and Luc met Lucas.",
        "John met Johnson.",
        "The Frenchman and the Englishwoman left.",
        "Butcher and Marshall met Marsh.",
        "Portland lies near the port and the sea.",
        "The University and Oxford agreed.",
    ],
)
def test_one_word_stays_one(text):
    assert not glued(text)
