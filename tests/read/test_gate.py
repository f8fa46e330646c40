"""What is no English prose stays out, with a reason."""

from __future__ import annotations

import base64
import random

import pytest

from kg.errors import UnreadableDocument
from kg.read.gate import check

PROSE = "The council sold the old mill to a brewery on Monday, and the mayor said that it was a good day for the town. "
GERMAN = "Der Bürgermeister hat am Montag gesagt, dass die Brücke im Winter nicht geöffnet werde, weil Mittel fehlten. "
NOISE = random.Random(7).randbytes(3000).decode("latin-1")


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        PROSE * 50,
        "Mill sold",
        "Ørsted buys Škoda unit",
        "Results: Leeds 3, York 1; Hull 2, Bath 2.",
    ],
)
def test_prose_passes(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n\t\n", "empty"),
        ("12 34 --", "no words"),
        (NOISE, "noise"),
        (base64.b64encode(NOISE.encode()).decode(), "noise"),
        ("x" * 5000, "noise"),
        ("市議会は月曜日に古い橋を売却した。", "Latin"),
        ("Мэр города заявил, что мост закрыт.", "Latin"),
        (GERMAN * 4, "English"),
        ('{"id": 1, "kind": "mill", "owner": "brewery"}, ' * 30, "English|noise"),
    ],
)
def test_what_is_no_english_prose_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        check(text)


@pytest.mark.parametrize("language", [None, "", "en", "EN-gb", "en_US", "English"])
def test_a_short_text_passes_unless_it_declares_another_language(language: str | None) -> None:
    check("Mill sold", language)
    with pytest.raises(UnreadableDocument, match="declares the language 'de-AT'; kg reads English"):
        check("Die Brücke bleibt zu", "de-AT")


def test_of_a_longer_text_the_words_decide_and_not_what_it_declares() -> None:
    check(PROSE * 3, "de")
    with pytest.raises(UnreadableDocument, match="does not look like English"):
        check(GERMAN * 4, "en")
