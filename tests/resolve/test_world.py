"""Listed companies."""

from __future__ import annotations

import pytest
from resolve.readings import reading

from kg.resolve import resolve


@pytest.mark.parametrize(
    ("marked", "told", "listing"),
    [
        ("[O Microsoft] fell.", None, "NASDAQ:MSFT"),
        ("[C Amazon] fell.", None, "NASDAQ:AMZN"),
        ("[O Amazon] fell.", None, None),  # a river, a people, a company
        ("[O Amazon] fell.", ("kg:tickerSymbol", "AMZN"), "NASDAQ:AMZN"),
        ("[O Microsoft] fell.", ("kg:tickerSymbol", "MCRS"), None),
        ("[P Ford] fell.", None, None),
        ("[O Ford Motor Co.] fell.", None, "NYSE:F"),
    ],
)
def test_a_company_has_its_listing(marked: str, told: tuple[str, str] | None, listing: str | None) -> None:
    name = marked[3 : marked.index("]")]
    (company,) = resolve([reading(marked, {name: told} if told else None)]).entities
    codes = dict(code for link in company.links for code in link.codes)
    assert codes.get("kg:listing") == listing
