"""Days in words are no more precise than they were."""

from __future__ import annotations

import pytest

from kg.asking.dates import spoken


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-12-12", "2024-12-12", "12 December 2024"),
        ("2025-04-01", "2025-04-30", "in April 2025"),
        ("2024-02-01", "2024-02-29", "in February 2024"),
        ("2024-01-01", "2024-12-31", "in 2024"),
        ("2019-01-01", "2021-12-31", "from 2019 to 2021"),
        ("2024-01-01", "2024-03-31", "from January to March 2024"),
        ("2023-11-01", "2024-01-31", "from November 2023 to January 2024"),
        ("2025-04-07", "2025-04-13", "7 to 13 April 2025"),
        ("2025-04-28", "2025-05-04", "28 April to 4 May 2025"),
        ("2024-12-30", "2025-01-05", "30 December 2024 to 5 January 2025"),
        ("2025-04-23", "", "since 23 April 2025"),
        ("2023-01-01", "", "since 2023"),
        ("2023-03-01", "", "since March 2023"),
        ("", "2022-12-31", "until 2022"),
        ("", "2022-05-31", "until May 2022"),
        ("", "2022-05-03", "until 3 May 2022"),
        ("", "", ""),
    ],
)
def test_spoken(first, last, words):
    assert spoken(first, last) == words
