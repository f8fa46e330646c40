"""How far a statement is to be believed is said as a reader would say it."""

from __future__ import annotations

import pytest

from kg.explain.words import standing, wordings


@pytest.mark.parametrize(
    "how, words",
    [
        (("asserted", "factual", False, [], ""), "stated by the article"),
        (("claimed", "factual", False, ["Ada Quill"], "said"), "claimed by Ada Quill"),
        (("claimed", "factual", False, ["Ada Quill"], "accused"), "alleged by Ada Quill"),
        (("claimed", "factual", False, [], "reportedly"), "reported"),
        (("denied", "factual", True, [], "not"), "denied"),
        (("denied", "factual", True, ["Ada", "Tom"], "not"), "denied by Ada and Tom"),
        (("unrealised", "possible", False, [], "may"), "possible"),
        (("unrealised", "possible", False, ["residents"], "fear may"), "feared by residents"),
        (("unrealised", "future", False, [], "will"), "planned or expected"),
        (("unrealised", "desired", False, ["Ada"], "wants"), "wanted by Ada"),
        (("unrealised", "desired", True, ["Marsh Watch"], "should not"), "the opposite is demanded by Marsh Watch"),
        (("unrealised", "unknown", False, [], "?"), "an open question"),
        (("unrealised", "possible", False, ["Ada"], "trying"), "tried by Ada"),
        (("claimed", "factual", False, ["Ada"], "not … want … said"), "claimed by Ada"),
        (("unrealised", "conditional", False, [], "if"), "only under a condition"),
    ],
)
def test_a_standing_is_worded(how, words):
    assert standing(*how) == words


def test_every_wording_has_its_sentence():
    assert len(wordings()) > 20
    assert all(each.words and each.by for each in wordings())
