"""What "its" stands for that comes only later in the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Orlo Bank lost the case. In its statement, Halden Ltd blamed two clerks.", "Halden Ltd"),
        ("A tribunal fined Orlo Bank. In its decision, the tribunal noted that clerks had lied.", "tribunal"),
        ("The Green Party appealed. In its ruling, the Supreme Court found that clerks had lied.", "Supreme Court"),
        ("Orlo Bank lost the case. In its ruling, the tribunal said that clerks had lied.", None),
        ("Orlo Bank lost the case. In its report, the bank blamed two clerks.", "Orlo Bank"),
        ("Orlo Bank lost the case. At its branch in Kiel, thieves took two safes.", "Orlo Bank"),
        ("Orlo Bank lost the case. On its website, lawyers called it harsh.", "Orlo Bank"),
        ("As its profits fell, Halden Ltd closed two shops.", "Halden Ltd"),
    ],
)
def test_a_body_tells_what_is_in_its_own_report(taken_up, text, meant):
    assert next(found for word, found in taken_up(text) if word == "its") == meant
