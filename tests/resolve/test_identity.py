"""What speaks for and against two names being one thing."""

from __future__ import annotations

import pytest
from resolve.readings import reading

from kg.resolve import world
from kg.resolve.identity import Evidence
from kg.resolve.known_things import KnownThings

ROLE, PLACE = "kg:holdsPosition", "kg:locatedIn"


def signs(one, other, name="", told=(None, None), published=(None, None)):
    """The kinds of signs between the first names of two documents."""
    made = [reading(m, {name: t} if t else None, p) for m, t, p in zip((one, other), told, published, strict=True)]
    first, second = (world.linked_records(world.told(each), KnownThings(())) for each in made)
    return {sign.kind for sign in Evidence([*first, *second]).odds(first[0], second[0]).signs}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("[P Mia Orsino] left.", "[P Mia Orsino] came.", {"full name"}),
        ("[P Maria Garcia] left.", "[P Maria Garcia] came.", {"common name"}),
        ("[G Springfield] voted.", "[G Springfield] slept.", {"common name"}),
        ("[G Springfield] voted.", "[G Springfield], [G Ohio], slept.", {"common name"}),
        ("[O Halden] paid.", "[O Halden] slept.", {"one word"}),
        ("[O Senate] paid.", "[O Senate] slept.", {"general word"}),
        ("[P Orsino] left.", "[P Orsino] came.", {"bare surname"}),
        ("[P Orsino] left.", "[P Mia Orsino] came.", {"bare surname"}),
        ("[P M. Orsino] left.", "[P Mia Orsino] came.", {"short person"}),
        ("[P Bob Orsino] left.", "[P Robert Orsino] came.", {"short person"}),
        ("[O HWL] paid.", "[O Harbour Watch League] slept.", {"short name"}),
        ("[O Halden] paid.", "[O Halden Systems] slept.", {"short name"}),
        ("[P Mia Orsino] met [O Brix Yards].", "[P Mia Orsino] left [O Brix Yards].", {"full name", "neighbour"}),
        ("[P Mia Orsino] left.", "[O Mia Orsino] came.", {"full name", "other class"}),
        ("[O Brix Bank] paid.", "[G Brix Bank] slept.", {"full name", "other class"}),
        ("[C Ashby Ltd] paid.", "[G Ashby], [G Ohio], voted.", {"one word", "surely other class"}),
        ("[P Mia Orsino] left.", "[P Ann Orsino] came.", {"other name"}),
        ("[P Bo Orsino Jr.] left.", "[P Bo Orsino Sr.] came.", {"other generation"}),
        ("[P Bo Orsino Jr.] left.", "[P Bo Orsino] came.", {"with or without Jr."}),
        (
            "[G Portland], [G Oregon], voted.",
            "[G Portland], [G Maine], slept.",
            {"common name", "other link", "other place"},
        ),
        (
            "[G Portland], [G Oregon], voted.",
            "[G Portland], [G Oregon], slept.",
            {"common name", "same link", "same place", "neighbour"},
        ),
    ],
)
def test_names_and_classes(one, other, expected):
    assert signs(one, other) == expected


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("judge", "judge"), {"full name", "same role"}),
        (("lawyer", "senator"), {"full name"}),  # one career
        (("striker", "judge"), {"full name", "other field"}),
        (("striker", "leader"), {"full name"}),  # whoever leads may play
    ],
)
def test_occupations(roles, expected):
    told = [(ROLE, role) for role in roles]
    assert signs("[P Mia Orsino] left.", "[P Mia Orsino] came.", "Mia Orsino", told) == expected


@pytest.mark.parametrize(
    ("ages", "published", "expected"),
    [
        (("44", "45"), ("2020-05-01", "2021-06-01"), {"full name", "same age"}),
        (("44", "71"), ("2020-05-01", "2020-06-01"), {"full name", "other age"}),
        (("44", "71"), (None, None), {"full name"}),
    ],
)
def test_ages(ages, published, expected):
    one, other = (f"[P Mia Orsino], {age}, left." for age in ages)
    assert signs(one, other.replace("left", "came"), published=published) == expected
