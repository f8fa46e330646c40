"""Plain text is taken as it stands."""

from __future__ import annotations

from kg.read.text import read

ARTICLE = "Mill sold to brewery\n\nThe council sold the mill.\n"


def test_the_text_is_untouched_and_the_headline_is_the_title() -> None:
    document = read(ARTICLE, "2024/mill.txt")
    assert (document.text, document.title, document.source) == (ARTICLE, "Mill sold to brewery", "2024/mill.txt")


def test_no_date_author_or_site_is_invented() -> None:
    document = read("Monday, 5 March 2024. By Ann Hill. The council sold the mill.", "2024-03-05_mill.txt")
    assert (document.title, document.published, document.author, document.site) == ("2024 03 05 mill", None, None, None)
