"""What a file says about itself: days, addresses, titles; nothing is invented."""

from __future__ import annotations

import pytest

from kg.read.details import headline, iso_date, name_title, web_address


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T10:00:00+01:00", "2024-03-05"),
        ("5 March 2024", "2024-03-05"),
        ("5th Mar. 2024", "2024-03-05"),
        ("March 5, 2024", "2024-03-05"),
        ("2024/03/05", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("3/4/2024", None),
        ("2024-02-31", None),
        ("March 2024", None),
        ("last Tuesday", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_one_day_or_none(text: str | None, day: str | None) -> None:
    assert iso_date(text) == day


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("https://news.example/mill", True),
        ("http://news.example/a?b=c#d", True),
        ("javascript:alert(1)", False),
        ("file:///etc/hosts", False),
        ("https://", False),
        ("https://news.example/a b", False),
        ('https://news.example/"><script>', False),
        ("https://[broken", False),
        (None, False),
    ],
)
def test_only_addresses_that_can_be_followed_are_kept(text: str | None, kept: bool) -> None:
    assert web_address(text) == (text if kept else None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mill sold to brewery\n\nThe council sold the mill.", "Mill sold to brewery"),
        ("\n\n  Who owns the mill?  \nThe council does.", "Who owns the mill?"),
        ("The council sold the mill.\nThe mayor was glad.", None),
        ("Mill sold", None),
        ("On Monday the council " * 20 + "\nand so on", None),
        ("----\ntext", None),
        ("", None),
    ],
)
def test_the_first_line_is_a_title_only_if_it_looks_like_one(text: str, title: str | None) -> None:
    assert headline(text) == title


@pytest.mark.parametrize(
    ("source", "title"),
    [("mill_sold-again.txt", "Mill sold again"), ("2024/mill.md", "Mill"), ("__.txt", "Untitled")],
)
def test_a_file_name_makes_a_title(source: str, title: str) -> None:
    assert name_title(source) == title
