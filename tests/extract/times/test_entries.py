"""Lines of a timeline: the day at their head is when it was."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.times import time_of, times
from kg.model import Document

pytestmark = pytest.mark.model

LINES = """Key dates:

- May 2019: Lund buys Orlo. It owed nothing.
- **June 2020:** The bank lends Lund £40m and Halden joins the board.
* Early 2001 — Cole opens a yard.

2022: Halden sold the cranes.

2024: a poor year.

10.15am: Police arrest a man.

1015: Police arrive at the mill."""


@pytest.mark.parametrize(
    "word, expected",
    [
        ("buys", "May 2019"),
        ("owed", None),
        ("lends", "June 2020"),
        ("joins", "June 2020"),
        ("opens", "Early 2001"),
        ("sold", "2022"),
        ("arrive", None),
    ],
)
def test_a_clause_has_the_time_that_opens_its_line(nlp, word, expected):
    ((_, doc),) = annotate([Document(LINES, "t", "t")], nlp)
    found = time_of(next(token for token in doc if token.text == word), times(doc, None))
    assert (found.text if found else None) == expected
