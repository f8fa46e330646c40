"""What is written for a user stands whole in its file, or the user is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from graphs import article, graph, say

from kg.errors import StoreError
from kg.explain import explain_words
from kg.notebook import Account, write

NEWS = article("River news", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))


def test_an_account_shows_its_sentences() -> None:
    account = Account(explain_words(graph(NEWS), ("Brightwater",)))
    assert [each.sentence for each in account] == ["Brightwater sells Gull."]
    assert "[Gull]" in str(account) and str(account) in account._repr_html_()


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    assert write(tmp_path / "page.html", b"whole").read_bytes() == b"whole"
    with pytest.raises(StoreError, match=r"none.page\.html: cannot be written"):
        write(tmp_path / "none" / "page.html", b"whole")
