"""Speakers put into a lower clause: what they tell hangs together, and what stands before it is the writer's."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model

HEARD = "A cheer went up that could be heard, one guard said, in the hall itself."
LIVED = "The poet died at his home in Galway, where he had lived, his agent said, since 1998."
KILLED = "The army took the town on Monday, killing, it said, 40 rebels."
LEFT = "The house rose on Friday, leaving it to the courts and, critics say, leaving thousands to pay."
FLOWN = "Two nurses were freed on Sunday and, officials said, flown to Cairo."
BARN = "The boy was found in a barn where, a court heard, he had been kept for a week."
SEEN = "The theatre will open with a play that has been seen, its producer claims, by a million people."
AUDIT = "A trust gave £2m to a school that, an audit found, had no pupils."
LENDER = "Campaigners accused Orlo, the country's largest lender, of hiding losses."
THERE = "Police said there were two bombs in the car."
AMONG = "Police said among the dead were two boys."
DATE = "The firm said it would close the pit by May, a date that the unions rejected at once."
COLON = 'The report was damning: "Managers knew of the fault."'


@pytest.mark.parametrize(
    "text, word, arc",
    [
        (HEARD, "went", "ROOT went"),
        (HEARD, "said", "parataxis heard"),
        (HEARD, "in", "prep heard"),
        (LIVED, "said", "parataxis lived"),
        (LIVED, "since", "prep lived"),
        (KILLED, "rebels", "dobj killing"),
        (LEFT, "rose", "ROOT rose"),
        (FLOWN, "flown", "conj freed"),
        (BARN, "kept", "relcl barn"),
        (BARN, "heard", "parataxis kept"),
        (SEEN, "claims", "parataxis seen"),
        (SEEN, "producer", "nsubj claims"),
        (AUDIT, "audit", "nsubj found"),
        (LENDER, "of", "prep accused"),
        (THERE, "were", "ccomp said"),
        (THERE, "said", "ROOT said"),
        (AMONG, "said", "ROOT said"),
        (DATE, "date", "npadvmod said"),
        (COLON, "was", "dep knew"),
    ],
)
def test_a_word_hangs_on_the_clause_that_is_interrupted(token_of, text, word, arc):
    token = token_of(text, word)
    assert f"{token.dep_} {token.head.text}" == arc
