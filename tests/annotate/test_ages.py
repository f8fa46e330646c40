"""People called by their age."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, tag, arc, head",
    [
        ('"It was a hard year," the 58-year-old said.', "NN", "nsubj", "said"),
        ("The 58-year-old said the farm was his.", "NN", "nsubj", "said"),
        ("Police arrested the 58-year-old.", "NN", "dobj", "arrested"),
        ("The 58-year-old bridge fell.", "JJ", "amod", "bridge"),
        ("The bridge is 58 years old.", "JJ", "acomp", "is"),
    ],
)
def test_who_is_called_by_an_age_is_a_noun(read, text, tag, arc, head):
    old = next(token for token in read(text) if token.text == "old")
    assert (old.tag_, old.dep_, old.head.text) == (tag, arc, head)
