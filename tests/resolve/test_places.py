"""Which place a name means, and when that is not sure."""

from __future__ import annotations

import pytest
from resolve.readings import reading

from kg.resolve.places import place_links
from kg.resolve.records import records

OREGON, MAINE = "5746545", "4975802"


def links(marked: str) -> dict[str, str]:
    """The GeoNames id of each name that has one."""
    read = reading(marked)
    found = records(read)
    linked = place_links(read, found)
    return {record.name: linked[record.cluster].id for record in found if record.cluster in linked}


@pytest.mark.parametrize(
    ("marked", "name", "id"),
    [
        ("Rain fell in [G Portland], [G Oregon], and in Hull.", "Portland", OREGON),
        ("Rain fell in [G Portland], [G Maine].", "Portland", MAINE),
        ("Rain fell in [G Portland, Maine].", "Portland, Maine", MAINE),
        ("Rain fell in [G Portland]. [G Maine] sent help.", "Portland", MAINE),
        ("Rain fell in [G Portland].", "Portland", None),
        ("[G Springfield] voted.", "Springfield", None),
        ("[G Paris] voted.", "Paris", "2988507"),
        ("[G Paris], [G Texas], voted.", "Paris", "4717560"),
        ("[G Birmingham] voted, British officials said.", "Birmingham", "2655603"),
        ("[G Birmingham] voted.", "Birmingham", None),
        ("[G Georgia] voted.", "Georgia", None),
        ("[G Georgia] voted, and so did [G Atlanta].", "Georgia", "4197000"),
        ("[G Georgia] voted, and so did [G Tbilisi].", "Georgia", "614540"),
        ("[G Washington] will pay.", "Washington", "4140963"),
        ("[G Washington] state will pay.", "Washington", "5815135"),
        ("The state of [G Washington] will pay.", "Washington", "5815135"),
        ("[G Washington County] will pay. [G Oregon] will not.", "Washington County", "5759333"),
        ("[G Washington County] will pay.", "Washington County", None),
        ("[G New York] will pay.", "New York", None),
        ("[G Moscow] will pay.", "Moscow", "524901"),
        ("[P Paris] left [G London].", "Paris", None),
        ("[G Newtown], [G Oregon], will pay.", "Newtown", None),  # a place that the gazetteer lacks
    ],
)
def test_a_place_is_linked_where_it_is_sure(marked: str, name: str, id: str | None) -> None:
    assert links(marked).get(name) == id


def test_regions_and_countries_have_their_code() -> None:
    read = reading("[G Oregon] lies in the [G United States].")
    found = place_links(read, records(read))
    assert [link.codes for link in found.values()] == [(("kg:isoCode", "US-OR"),), (("kg:isoCode", "US"),)]
