"""Names that their capitals show."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, name",
    [
        ("In 1990 she directed Songs About Rivers in Lund.", "Songs About Rivers"),
        ("Her memoir, A Seat in the Sun, was published in May.", "A Seat in the Sun"),
        ("They asked the Arvo and Merem Chamber of Commerce.", "Arvo and Merem Chamber"),
        ("He sits in the Environment and Land Court.", "Environment and Land Court"),
        ("Members of the Rail, Sea and Road Union left.", "Rail, Sea and Road Union"),
        ("It came from the Jazz and Heritage Foundation.", "Jazz and Heritage Foundation"),
    ],
)
def test_capitals_tell_where_a_name_begins_and_ends(clusters, text, name):
    assert any(found.startswith(name) for found in clusters(text, "name"))


@pytest.mark.parametrize(
    "text, absent",
    [
        ("They flew to Oslo. A Danish firm paid. They sold Plan A to Lund.", "A Danish"),
        ("The mill closed. Council Leader Holm left.", "Council Leader"),
        ("They asked the Oslo and Lund Museums.", "Oslo and Lund Museums"),
        ("He met Ann and the Lund Council.", "Ann and the Lund Council"),
    ],
)
def test_capitals_that_prove_nothing(clusters, text, absent):
    assert absent not in clusters(text, "name")
