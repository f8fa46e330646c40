"""What is said in a statement is worded in its label as it was said."""

from __future__ import annotations

import pytest
from graphs import article, say, triples

from kg import store


def label(telling: str, outer: dict[str, object], inner: dict[str, object]) -> str:
    content = say("Quist", "kgo:pay", "Orr", words="paid", **inner)
    reading = article(
        "Payments", "Quist denied and said that Quist paid Orr.", content, say("Quist", telling, content, **outer)
    )
    text = b"".join(store.sorted_lines(triples(reading))).decode()
    return next(line.split('"')[1] for line in text.splitlines() if "label>" in line and ": " in line)


@pytest.mark.parametrize(
    ("telling", "outer", "inner", "expected"),
    [
        ("kg:said", {"words": "said"}, {"by": "Quist", "cue": "said"}, "Quist said: Quist pays Orr"),
        (
            "kg:said",
            {"words": "said"},
            {"by": "Quist", "cue": "said … never", "negative": True},
            "Quist said: not (Quist pays Orr)",
        ),
        (
            "kg:said",
            {"words": "said"},
            {"by": "Quist", "cue": "said … may", "mode": "possible"},
            "Quist said: possibly (Quist pays Orr)",
        ),
        (
            "kg:denies",
            {"words": "denied"},
            {"by": "Quist", "cue": "denied", "negative": True},
            "Quist denies: Quist pays Orr",
        ),
    ],
)
def test_a_content_is_worded_as_it_was_told(telling, outer, inner, expected):
    assert label(telling, outer, inner) == expected
