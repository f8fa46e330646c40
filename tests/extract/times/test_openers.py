"""Where a form of time is tried: wherever it can stand, told from how its words begin."""

from __future__ import annotations

import pytest

from kg.extract.times.forms import compiled, forms
from kg.extract.times.openers import DIGIT, QUOTE, opener_at, openers
from kg.extract.wordlists import rows
from kg.shipped import samples

FORMS = [row for row in rows("times") if row["class"] == "form"]
WORDS = {"unit": ("day", "century"), "month": ("May",)}


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("the {unit}", {"the"}),
        ("(?:the )?{unit}s? ago", {"the", "day", "days", "century", "centurys"}),
        ("(?:on|in (?:early )?){month}", {"on", "in"}),
        ("(?:on )?(?:early )?{month}", {"on", "early", "may", "mays"}),
        ("aged? 4", {"age", "aged"}),
        (r"(?P<y>\d\d)", {DIGIT}),
        ("['’]{unit}", {QUOTE}),
    ],
)
def test_the_first_words_of_a_form(template, expected):
    assert openers(template, WORDS.__getitem__) == expected


def test_a_form_of_another_build_is_tried_everywhere():
    assert openers(r"Q(?P<q>\d)", WORDS.__getitem__) is None
    assert openers(r"\w+ ago", WORDS.__getitem__) is None


@pytest.mark.parametrize(("text", "expected"), [("Days", "days"), ("1999", DIGIT), ("’90s", QUOTE), ("mid-May", "mid")])
def test_what_a_place_begins_with(text, expected):
    assert opener_at(text, 0) == expected


def test_no_form_is_missed_for_its_openers():
    texts = [row["example"] for row in rows("times")]
    texts += [path.read_text(encoding="utf-8") for path in sorted(samples().iterdir())]
    text = "\n\n".join(texts)
    found = 0
    for row, form in zip(FORMS, forms(), strict=True):
        for match in compiled(row["word"]).finditer(text):
            assert form.openers is None or opener_at(text, match.start()) in form.openers, (row["word"], match[0])
            found += 1
    assert found > 100
