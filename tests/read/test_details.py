"""What a file says about itself: days, addresses, titles; nothing is invented."""

from __future__ import annotations

import pytest

from kg.read.details import date_line, headline, iso_date, name_title, web_address


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
        ("21/05/2024", "2024-05-21"),
        ("05/21/2024", "2024-05-21"),
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


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("14 March 2025", "2025-03-14"),
        ("Friday, 14 March 2025", "2025-03-14"),
        ("Friday 14th March 2025 09.14 GMT", "2025-03-14"),
        ("2025-03-14 06:30", "2025-03-14"),
        ("2025-03-14T06:30:00Z", "2025-03-14"),
        ("20250314", "2025-03-14"),
        ("Date: 14 March 2025", "2025-03-14"),
        ("Published: March 14, 2025", "2025-03-14"),
        ("First published on Fri 14 Mar 2025 at 6.30am", "2025-03-14"),
        ("By Ann Hill | March 14, 2025", "2025-03-14"),
        ("By Ann Hill and Jo Pratt, Port Herald, 14 March 2025 | 6:30 am", "2025-03-14"),
        ("The mill burnt on 14 March 2025", None),
        ("By 14 March 2025 the mill had been sold.", None),
        ("Published accounts put the fire on 14 March 2025.", None),
        ("Port Herald, 14 March 2025", "2025-03-14"),
        ("PORT HERALD — FRIDAY 14 MARCH 2025", "2025-03-14"),
        ("14/03/2025", "2025-03-14"),
        ("3/4/2025", None),
        ("By Ann Hill", None),
    ],
)
def test_a_line_of_its_own_near_the_top_tells_the_day(line: str, day: str | None) -> None:
    assert date_line(f"Mill sold to brewery\n\n{line}\n\nThe council sold the mill.") == day


def test_a_date_further_down_is_not_that_of_the_article() -> None:
    assert date_line("Mill sold\n\n" + "The council sold it.\n\n" * 5 + "14 March 2025\n") is None
