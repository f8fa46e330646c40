"""What "by" names: who does it, or only the means, the way, the measure or the time."""

from __future__ import annotations

import pytest

from kg.grammar.doers import names_doer

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill was closed by the council.", True),
        ("The goods were moved by two men in a van.", True),
        ("The road is lined by poplars.", True),
        ("The vote was disrupted by machines at three sites.", True),
        ("The files were sorted by size.", False),
        ("He was fired by text message.", False),
        ("The box was opened by means of a key.", False),
        ("The burglars left by the garden gate.", False),
        ("He was known by his middle name.", False),
        ("Prices were raised by an average of 4 percent.", False),
        ("Nails were sold by the kilo.", False),
        ("The match was won by six frames to two.", False),
        ("The hall was packed by kickoff.", False),
        ("The dam will be mended by the fall.", False),
        ("The trade was hurt by a strong dollar.", True),
        ("The final will be shown by Polish television.", True),
        ("The talks were covered by Danish radio.", True),
        ("The pilots were told by radio.", False),
        ("The boats were warned by marine radio.", False),
    ],
)
def test_by_names_who_does_it_or_how_and_when(parse, text, expected):
    by = next(token for token in parse(text) if token.text == "by")
    assert names_doer(by) is expected
