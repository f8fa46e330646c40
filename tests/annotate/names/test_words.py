"""What a name's own words tell of its class."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, name, type_",
    [
        ("The Barlow Town Council met.", "Barlow Town Council", "GovernmentBody"),
        ("They met at the Barlow Leisure Centre.", "Barlow Leisure Centre", "Facility"),
        ("Vincent Tolla Sr. owns it.", "Vincent Tolla Sr.", "Person"),
        ("M.S. Rao made 31.", "M.S. Rao", "Person"),
        ("They closed the A39 for repairs.", "A39", "Facility"),
        ("She works for Amazon.", "Amazon", "Company"),
        ("A note by Ana Tanner-Hill said so.", "Ana Tanner-Hill", "Person"),
        ("They met at the Bank of Barlow Stadium.", "Bank of Barlow Stadium", "Facility"),
        ("The court acquitted Yoon Jae-suk on Monday.", "Yoon Jae-suk", "Person"),
        ("Cornwall Council met.", "Cornwall Council", "GovernmentBody"),
        ("She told BBC Scotland so.", "BBC Scotland", "MediaOutlet"),
        ("She told the i so.", "i", "MediaOutlet"),
    ],
)
def test_the_words_of_a_name_tell_its_class(read, text, name, type_):
    doc = read(text)
    assert (name, f"kg:{type_}") in {(span.text, span.label_) for span in doc.spans["mentions"]}
