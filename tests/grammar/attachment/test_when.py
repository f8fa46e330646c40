"""What tells when, set right: sentences with one word and the head it must have, and others that stay as they are."""

from __future__ import annotations

import pytest

from kg.grammar.attachment import reattach

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The bank has been accused of hiding debts since May.", "since", "prep hiding"),
        (
            "Nine clerks are accused of copying plans from Tarn, which makes saws, before they quit.",
            "quit",
            "advcl copying",
        ),
        ("The bank has been accused of fraud since May.", "since", "prep accused"),
        ("The clerk was charged on Friday with stealing a ring.", "on", "prep charged"),
        ("The pilot is suspected of drinking hours before the flight.", "hours", "npadvmod before"),
        ("The caves were used thousands of years before the war.", "thousands", "npadvmod before"),
        ("The mill has until the end of June to close.", "close", "relcl end"),
        ("The mill has to close by the end of June.", "close", "xcomp has"),
        ("The board named two clerks to run the fund after hearing of the loss.", "after", "prep named"),
        ("The board named two clerks to run the fund after leaving the bank.", "after", "prep run"),
        ("There is no bridge there.", "there", "advmod is"),
        ("The mill stopped working in March 2020.", "in", "prep stopped"),
        ("The plant stopped producing steel last year.", "year", "npadvmod stopped"),
        ("The firm plans to stop making boats in May.", "in", "prep stop"),
        ("The firm began making boats in 1987.", "in", "prep began"),
        ("The firm will begin making boats in May.", "in", "prep making"),
        ("The shop stopped opening on Mondays.", "on", "prep opening"),
        ("The pilots stopped flying at night.", "at", "prep flying"),
        ("The bank has stopped lending to firms founded in 1990.", "in", "prep founded"),
        ("The fever kills in rare cases.", "in", "prep kills"),
    ],
)
def test_a_time_hangs_on_what_was_done_then(parse, sentence, word, expected):
    doc = reattach(parse(sentence))
    token = next(t for t in doc if t.text == word)
    assert f"{token.dep_} {token.head.text}" == expected
