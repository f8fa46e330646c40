"""Markdown: the front matter tells, the marks go, the words stay."""

from __future__ import annotations

import pytest

from kg.read.markdown import front_matter, read

ARTICLE = """---
title: "Mill sold: at last"
date: 5 March 2024
source: The Harbour Post
author: [Ann Hill, Bo Lund]
url: https://post.example/mill
lang: en
mood: glad
---
# A heading

The **council** sold [the mill](https://mill.example) to _Bright
Brewery_. ![a picture](mill.png)

- It has *nine* floors.
- It is old.

| Year | Owner |
|------|-------|
| 1990 | council |

```
code is no prose
```
<p>Said &amp; done.</p>
"""


def test_front_matter_names_title_date_source_author_and_address() -> None:
    document = read(ARTICLE, "mill.md")
    assert document.title == "Mill sold: at last"
    assert document.published == "2024-03-05"
    assert document.site == "The Harbour Post"
    assert document.author == "Ann Hill, Bo Lund"
    assert document.url == "https://post.example/mill"
    assert document.language == "en"


def test_the_words_stay_without_their_marks() -> None:
    assert read(ARTICLE, "mill.md").text.split("\n\n") == [
        "A heading",
        "The council sold the mill to Bright Brewery.",
        "- It has nine floors.",
        "- It is old.",
        "Year | Owner",
        "1990 | council",
        "Said & done.",
    ]


def test_block_quotes_keep_the_mark_that_they_are_another_s_words() -> None:
    text = "It met.\n\n> The **mayor** lied.\n>\n> - A clerk left.\n\nIt left.\n\n<blockquote>Orr fled.</blockquote>\n"
    assert read(text, "mill.md").text.split("\n\n") == [
        "It met.",
        "> The mayor lied.",
        "> - A clerk left.",
        "It left.",
        "> Orr fled.",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The mill\n\nIt was sold.", "The mill"),
        ("The mill\n========\n\nIt was sold.", "The mill"),
        ("It was sold.\n\n## Later\n\nIt burned.", "Later"),
        ("The mill\n\nIt was sold.", "The mill"),
        ("It was sold.", "Old mill"),
        ("---\ntitle:\n---\nIt was sold.", "Old mill"),
    ],
)
def test_the_title_is_the_first_heading_when_the_front_matter_has_none(text: str, title: str) -> None:
    assert read(text, "old_mill.md").title == title


@pytest.mark.parametrize(
    ("text", "front", "body"),
    [
        ("No front.", {}, "No front."),
        ("---\nnever closed: yes\n", {}, "---\nnever closed: yes\n"),
        ("---\na: 'b'\n---\n", {"a": "b"}, ""),
        ("---\nno pair here\n- nor here\na: b\n---\nText", {"a": "b"}, "Text"),
        ("A line\n---\na: b\n---\n", {}, "A line\n---\na: b\n---\n"),
    ],
)
def test_front_matter_is_only_what_stands_between_two_rules_at_the_top(
    text: str, front: dict[str, str], body: str
) -> None:
    assert front_matter(text) == (front, body)


def test_a_date_line_in_the_words_tells_the_day_when_no_front_matter_does() -> None:
    text = "# Mill sold to brewery\n\n*By Ann Hill, 14 March 2025*\n\nThe council sold the mill.\n"
    assert read(text, "mill.md").published == "2025-03-14"
    assert read("---\ndate: 2025-03-15\n---\n" + text, "mill.md").published == "2025-03-15"
