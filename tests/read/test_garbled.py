"""Text that was garbled before it came here is put right where that is sure, and otherwise left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read import Skipped, read
from kg.read.garbled import repaired

MEANT = "The mayor’s café “Łódź” – 5 £ … €3 🙂"


def garbled(text: str, times: int = 1) -> str:
    """As a program writes it that takes UTF-8 for Windows-1252, and bytes that are none for Latin-1."""
    for _ in range(times):
        text = "".join(
            bytes([code]).decode("latin-1" if code in b"\x81\x8d\x8f\x90\x9d" else "cp1252") for code in text.encode()
        )
    return text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (garbled(MEANT), MEANT),
        (garbled(MEANT, 2), MEANT),
        ("Itâ\x80\x99s open.", "It’s open."),
        ("â€œNo,â€\ufffd he said. â€œNeverâ€.", "“No,” he said. “Never”."),
        ("The mayorâ€™s word.\nA “sound” line.", "The mayor’s word.\nA “sound” line."),
        ("Price: Â£5", "Price: £5"),
    ],
)
def test_what_is_sure_is_put_right(text: str, meant: str) -> None:
    assert repaired(text)[0] == meant


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.",
        MEANT,
        "“Voilà”, said Zoë; “naïve café”… São Tomé, PÃO, CAFÉ’S, Spaß» and Ångström",
        "The “word” came out as â€™ here.",
        "“AMANHÔ",
    ],
)
def test_what_may_be_meant_so_is_left(text: str) -> None:
    assert repaired(text) == (text, 0)


@given(st.text(alphabet="ab ’“”éèüñ£–…\n", min_size=1))
def test_what_was_garbled_comes_back(text: str) -> None:
    assert repaired(garbled(text))[0] == text


@given(st.text())
def test_a_second_time_changes_nothing(text: str) -> None:
    once, _ = repaired(text)
    assert repaired(once)[0] == once


def test_it_is_told_and_the_text_is_kept_as_put_right(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayorâ€™s cafÃ© closed on Monday.", encoding="utf-8")
    note, document = read([tmp_path])
    assert isinstance(note, Skipped) and note.is_read and not note.is_fault and "2 characters put right" in note.reason
    assert not isinstance(document, Skipped) and document.text == "The mayor’s café closed on Monday."
