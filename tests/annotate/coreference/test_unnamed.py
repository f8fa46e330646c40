"""Pronouns of people and things without a name: which of them are one."""

from __future__ import annotations

from collections import defaultdict

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def chains(read):
    """The pronouns of each nameless person or thing of a text."""

    def found(text):
        doc, by_first = read(text), defaultdict(list)
        for span in doc.spans["unnamed"]:
            by_first[span.id_].append(span.text)
        return sorted(by_first.values())

    return found


@pytest.mark.parametrize(
    "text, expected",
    [
        ("He died in 1990 and left his house to a museum.", [["He", "his"]]),
        ("She sings. She wrote her first song in Oslo.", [["She", "She", "her"]]),
        ("I live in Leeds with my aunt.", [["I", "my"]]),
        ("We moved our shop to Bonn.", [["We", "our"]]),
        ("It opened in 1990 and sold its mill.", [["It", "its"]]),
        ("He is a baker who sells his bread.", [["He", "who", "his"]]),
        ("He was survived by his wife Pia and his son.", [["He", "his", "his"]]),
        ("They sold their mill.", [["They", "their"]]),
    ],
)
def test_pronouns_that_nobody_else_could_mean_are_one(chains, text, expected):
    assert chains(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He saw him.",
        "He met a baker. His mill burned.",
        "He left.\n\nHer mill burned.",
        "Emil Strand, a lawyer, lost his case.",
        "“I left,” she wrote. “I stayed,” he wrote.",
        "It fell. It rained.",
    ],
)
def test_others_are_left_apart(chains, text):
    assert chains(text) == []
