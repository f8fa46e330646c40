"""Where a form of time is tried: wherever it can stand, told from how its words begin."""

from __future__ import annotations

import pytest

from kg.extract.times.forms import compiled, forms
from kg.extract.times.openers import DETERMINERS, DIGIT, QUOTE, behind_determiner, opener_of, openers
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
    ("template", "expected"),
    [
        ("the {unit}", {"day", "days", "century", "centurys"}),
        ("(?:the )?(?:last |first )?{month}", {"last", "first", "may", "mays"}),
        ("(?:the|its) ['’]{unit}", {QUOTE}),
        (r"(?:the |this )?\d\d", {DIGIT}),
        ("{unit} ago", None),
        ("then {unit}", None),
        ("(?:on )?the {unit}", None),
    ],
)
def test_what_stands_behind_the_article_of_a_form(template, expected):
    assert behind_determiner(template, WORDS.__getitem__) == expected


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
            first, *rest = match[0].lower().split(maxsplit=1)
            assert opener_of(first) in form.openers, (row["word"], match[0])
            if form.seconds is not None and first in DETERMINERS:
                assert opener_of(rest[0]) in form.seconds, (row["word"], match[0])
            found += 1
    assert found > 100
