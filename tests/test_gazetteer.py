"""Places and companies by name."""

from __future__ import annotations

import pytest

from kg.gazetteer import _companies, _lines, company_called, key_of, place, places_called


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Oregon", ("region", "US-OR")),
        ("the United States", ("country", "US")),
        ("Britain", ("country", "GB")),
        ("Bavaria", ("region", "DE-BY")),
        ("Moscow", ("town", "")),  # and not the region around it
        ("Luxembourg", ("country", "LU")),  # and not its capital
        ("Quebec", ("region", "CA-QC")),
        ("Cologne", ("town", "")),
    ],
)
def test_the_likeliest_bearer_of_a_name_comes_first(name: str, first: tuple[str, str]) -> None:
    found = places_called(name)[0][0]
    assert (found.kind, found.code) == first


def test_a_name_has_all_its_bearers_with_what_they_lie_in() -> None:
    found = {place(p.within[1]).name for p, _ in places_called("Portland") if p.kind == "town"}
    assert {"Oregon", "Maine"} <= found


def test_what_is_no_place_has_no_bearer() -> None:
    assert not places_called("Halden Systems")


def test_places_have_an_address() -> None:
    assert places_called("Oregon")[0][0].address == "https://sws.geonames.org/5744337/"


def check_digit_is_right(isin: str) -> bool:
    """The Luhn sum over letters as numbers."""
    digits = "".join(str(int(c, 36)) for c in isin)
    return sum(sum(divmod(int(c) * (2 if n % 2 else 1), 10)) for n, c in enumerate(reversed(digits))) % 10 == 0


def test_each_place_stands_under_all_of_its_names() -> None:
    by_name: dict[str, set[str]] = {}
    for line in _lines("places"):
        id, _, name, _, _, _, also = line.decode().split("\t")
        for each in filter(None, (name, *also.split("|"))):
            by_name.setdefault(key_of(each), set()).add(id)
    told = dict(line.decode().split("\t") for line in _lines("names"))
    assert {key: set(ids.split("|")) for key, ids in told.items()} == by_name


@pytest.mark.parametrize("table", ["places", "names"])
def test_tables_are_sorted_so_that_a_line_is_found(table: str) -> None:
    assert _lines(table) == sorted(_lines(table)) and len(_lines(table)) > 40_000


def test_companies_are_known_by_each_of_their_names() -> None:
    found = company_called("Amazon.com Inc.")
    assert found is not None
    assert (found.listing, found.ticker, found.isin, found.is_word) == ("NASDAQ:AMZN", "AMZN", "US0231351067", True)
    assert company_called("Halden Systems") is None


def test_every_isin_has_the_right_check_digit() -> None:
    assert len(_companies()) > 100
    assert [c.name for c in _companies().values() if c.isin and not check_digit_is_right(c.isin)] == []
