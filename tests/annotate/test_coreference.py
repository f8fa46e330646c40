"""Pronouns and descriptions: whom they join, and when they are better left alone."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, name, pronouns",
    [
        ("Judge Ann Berg ruled on Friday. She was appointed in 2015.", "Ann Berg", ["She"]),
        ("Julio Baez, a lawyer, said that he would appeal.", "Julio Baez", ["he"]),
        ("Julio Baez, a lawyer, lost his case.", "Julio Baez", ["his"]),
        ("During his studies, Emil Strand worked in a mill.", "Emil Strand", ["his"]),
        ("Strand was born in Oslo, where he went to school.", "Strand", ["he"]),
        ("Emil Strand and his wife sing.", "Emil Strand", ["his"]),
        ("Velmar AB said it would sell its mill.", "Velmar AB", ["it", "its"]),
        ("The museum praised Halden Ltd and its founder.", "Halden Ltd", ["its"]),
        ("Emil Strand joined Halden Ltd in 1990 as its president.", "Halden Ltd", ["its"]),
        ("Peter married Anna Berg in 1990, and in 1995 he moved to Oslo.", "Peter", ["he"]),
    ],
)
def test_a_clear_pronoun_joins_its_name(clusters, text, name, pronouns):
    assert clusters(text, "pronoun").get(name) == pronouns


@pytest.mark.parametrize(
    "text",
    [
        "Emil Strand met Karl Berg. He was tired.",
        "Emil Strand sold Halden Ltd to Velmar AB and praised its president.",
        "He married Ann Berg in 1990 after he had left school.",
        "Emil Strand saw him.",
        "A dentist phoned Emil Strand. Then he left.",
        "It rained in Oslo.",
        "It is clear that Velmar AB lost.",
        "Velmar AB must approve it.",
        "“Has he left?” Emil Strand asked.",
    ],
)
def test_a_doubtful_pronoun_is_left_alone(clusters, text):
    assert clusters(text, "pronoun") == {}


@pytest.mark.parametrize(
    "text, name, descriptions",
    [
        (
            "The Ostrander Museum lost a painting. Thieves broke into the museum at night.",
            "Ostrander Museum",
            ["the museum"],
        ),
        ("Mayor Ann Berg spoke. Then the mayor left.", "Ann Berg", ["the mayor"]),
        ("Velmar AB cut jobs. The company makes lamps.", "Velmar AB", ["The company"]),
        ("Denmark voted on Sunday. The country has a new leader.", "Denmark", ["The country"]),
    ],
)
def test_a_plain_description_joins_the_one_thing_it_can_mean(clusters, text, name, descriptions):
    assert clusters(text, "nominal").get(name) == descriptions


@pytest.mark.parametrize(
    "text",
    [
        "Denmark and Norway voted. The country chose well.",
        "Velmar AB sued the other company.",
        "Velmar AB is the company that makes lamps.",
        "The Ostrander Museum and the Barlow Museum closed. The museum was small.",
    ],
)
def test_a_doubtful_description_is_left_alone(clusters, text):
    assert clusters(text, "nominal") == {}
