"""Requests: small enough, named by content, what belongs together in one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from kg.push.steps import MOST_BYTES, Step, steps

SETS = some.frozensets(some.binary(min_size=1, max_size=3), max_size=30)


@given(SETS, SETS, some.integers(1, 7), some.booleans())
def test_the_steps_lead_from_what_is_there_to_what_is_wanted(there, wanted, most, is_replacing):
    found = set(there)
    for step in steps(there, wanted, most, is_replacing=is_replacing):
        assert len(step.deleted) + len(step.inserted) <= most
        found = (set() if step.is_replacing else found - set(step.deleted)) | set(step.inserted)
    assert found == wanted


@given(SETS, SETS)
def test_a_step_done_twice_does_no_more(there, wanted):
    found = set(there)
    for step in steps(there, wanted, 3):
        for _ in range(2):
            found = (found - set(step.deleted)) | set(step.inserted)
    assert found == wanted


def test_long_texts_are_sent_in_requests_of_their_own():
    long = {b"<urn:a> <urn:b> " + bytes([letter]) * MOST_BYTES for letter in b"abc"}
    assert [len(step.inserted) for step in steps(set(), long)] == [1, 1, 1]


def test_a_step_is_named_by_its_content():
    names = {Step((b"a",)).digest, Step((), (b"a",)).digest, Step((), (b"a",), True).digest, Step((), (b"b",)).digest}
    assert len(names) == 4 and Step((), (b"a",)).digest == Step((), (b"a",)).digest
