"""Where a report was written, and that nothing is read from it."""

import pytest

from kg.annotate.datelines import dateline_end

DATELINES = [
    "OSLO —",
    "OSLO -",
    "OSLO, March 4 (Nordwire) -",
    "OSLO, Jan 14 (Nordwire) -",
    "PORT ARDEN, Maine (AP) —",
    "ST. LUND, Minn. (Newswire) —",
    "BRUSSELS, BELGIUM -",
    "MOSCOW/MINSK (Reuters) -",
    "PARIS, Nov. 6, 2024 /Nordwire/ --",
    "SAN FELIPE, South Korea, Monday, 4 March 2019 (dpa) –",
    "St. Louis (AP) -",
    "Tokyo, 6 November (Kyodo) --",
    "Nov 6 (Reuters) -",
    "(Reuters) -",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline_ends_behind_its_dash(dateline):
    text = f"Mill closes\n\n{dateline} The mill said it would close. Staff in Oslo were told."
    start = text.index(dateline)
    assert dateline_end(text, start, len(text)) == start + len(dateline) + 1


@pytest.mark.parametrize(
    "text",
    [
        "NASA — The agency's budget was cut. Staff at NASA were told.",  # an acronym stands again
        "NATO - A block of 32 states - met on Monday.",  # an aside
        "TOWN HALL - COUNCIL CUTS FEES",  # a headline in capitals
        "Anna Lund (SPD) - The minister resigned.",  # a party
        "Prices rose — The bank said so.",
        "OSLO, where he lives, - The mill closed.",
        "IBM fell 3 percent - The firm said costs rose.",
    ],
)
def test_what_only_looks_like_one_is_none(text):
    assert dateline_end(text, 0, len(text)) is None
