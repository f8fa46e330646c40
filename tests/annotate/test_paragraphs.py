"""Paragraphs and the form that the model reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.paragraphs import model_form, paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("A title\nThe port closed.\nIt rained.", ["A title", "The port closed.", "It rained."]),
        ("  \n\n  ", []),
        ("", []),
        (
            "The harbour authority said on Tuesday that the two\npiers would be closed to ships until the spring\n"
            "because the steel under them had rusted through in\nmore places than the divers could count.",
            [
                "The harbour authority said on Tuesday that the two\npiers would be closed to ships until the spring\n"
                "because the steel under them had rusted through in\nmore places than the divers could count."
            ],
        ),
    ],
)
def test_blank_lines_and_unwrapped_breaks_part_paragraphs(text, expected):
    assert [text[start:end] for start, end in paragraphs(text)] == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('It is harmful."We know it', 'It is harmful." We know it'),
        ("The tool failed.The firm paid", "The tool failed. The firm paid"),
        ("The firm - a maker of\n lamps - paid", "The firm – a maker of lamps – paid"),
        ("U.S. firms pay 3.5 percent", "U.S. firms pay 3.5 percent"),
        ("\u200d🚀 Mia Orsen 🚀 owns Tarn Shipping 😡.", "Mia Orsen owns Tarn Shipping ."),
        ("★ Halden® hired👍Bo Lund ❤️🇳🇴", "Halden hired Bo Lund "),
        ("The \ufeffre\u00adport of \u200bKim\u200d", "The report of Kim"),
        ("Yahoo! uses C++ at 20°C for $100", "Yahoo! uses C++ at 20°C for $100"),
        ("🚀 🚀", "🚀 🚀"),
    ],
)
def test_the_model_reads_missing_spaces_and_dashes(text, form):
    assert model_form(text, 0, len(text))[0] == form


@given(st.text(alphabet=st.sampled_from("ab .\"'A\n\t-–()1”🚀\u200d®"), max_size=80))
def test_every_character_of_the_form_knows_its_offset(text):
    for start, end in paragraphs(text):
        form, offsets = model_form(text, start, end)
        assert len(form) == len(offsets)
        solid = [text[offset] for char, offset in zip(form, offsets, strict=True) if char not in (" ", "–")]
        assert solid == [char for char in form if char not in (" ", "–")]
        assert offsets == sorted(offsets)
        assert form.strip()
        assert not text[start].isspace() and not text[end - 1].isspace()


def test_a_run_without_spaces_is_broken():
    form, _ = model_form("'" * 5000, 0, 5000)
    assert max(map(len, form.split(" "))) <= 101
