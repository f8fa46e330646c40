"""Where a form of time is tried: wherever it can stand, told from how its words begin."""

from __future__ import annotations

import pytest

from kg.extract.times.forms import compiled, forms
from kg.extract.times.openers import DIGIT, QUOTE, opener_of, openers
from kg.grammar.wordlists import rows
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
        ("Q(?P<q>[1-4]) {unit}", {"q"}),
    ],
)
def test_the_first_words_of_a_form(template, expected):
    assert openers(template, WORDS.__getitem__) == expected


def test_a_form_that_any_word_may_begin_has_none():
    assert openers(r"\w+ ago", WORDS.__getitem__) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("days", "days"), ("1999", DIGIT), ("’90s", QUOTE), ("mid-may", "mid"), ("q3", "q")]
)
def test_what_a_word_begins_with(text, expected):
    assert opener_of(text) == expected


def test_no_form_is_missed_for_its_openers():
    texts = [row["example"] for row in rows("times")]
    texts += [path.read_text(encoding="utf-8") for path in sorted(samples().iterdir())]
    text = "\n\n".join(texts)
    found = 0
    for row, form in zip(FORMS, forms(), strict=True):
        for match in compiled(row["word"]).finditer(text):
            assert opener_of(match[0].lower()) in form.openers, (row["word"], match[0])
            found += 1
    assert found > 100
