"""Records with what they surely are in lists of known things: the user's, the gazetteer, listed companies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.gazetteer import company_called
from kg.model import Link, MentionKind, Reading
from kg.naming import has_company_suffix
from kg.resolve.given_records import given_records
from kg.resolve.known_things import KnownThings
from kg.resolve.places import place_links
from kg.resolve.records import Record, Told, records

_BY_TICKER = 0.99
_BY_NAME = 0.92


def told(reading: Reading) -> Told:
    """What a reading tells of who is who; needed again whenever another document comes or goes."""
    found = given_records(reading) if reading.document.is_data else records(reading)
    return Told(reading.document, tuple(_with_links(found, place_links(reading, found), _companies(found))))


def linked_records(told: Told, known: KnownThings) -> list[Record]:
    """The records of a document, each with its links, also those into the user's list."""
    return _with_links(told.records, known.links(told.document, told.records))


def _with_links(found: Iterable[Record], *sources: Mapping[int, Link]) -> list[Record]:
    links: dict[int, tuple[Link, ...]] = defaultdict(tuple)
    for source in sources:
        for cluster, link in source.items():
            links[cluster] += (link,)
    return [replace(r, links=links[r.cluster] + r.links) if r.cluster in links else r for r in found]


def _companies(found: Iterable[Record]) -> dict[int, Link]:
    return {r.cluster: link for r in found if r.kind is MentionKind.NAME and (link := _company(r))}


def _company(record: Record) -> Link | None:
    """A listed company of that name; where the name has other meanings, only what the text takes for a company."""
    company = company_called(record.name)
    if company is None or record.family != "kg:Organization":
        return None
    has_ticker = company.ticker in record.tickers
    is_firm = record.type == "kg:Company" or any(map(has_company_suffix, record.names))
    if (record.tickers and not has_ticker) or not (has_ticker or is_firm or not company.is_word):
        return None
    codes = [("kg:listing", company.listing), *([("kg:isin", company.isin)] if company.isin else [])]
    why = f"ticker {company.ticker} beside the name" if has_ticker else f"called {company.name}"
    return Link("listed companies", company.listing, (), _BY_TICKER if has_ticker else _BY_NAME, why, tuple(codes))


def entity_links(members: Iterable[Record]) -> tuple[Link, ...]:
    """The links of an entity: of each list the surest that any of its records has."""
    best: dict[str, Link] = {}
    for link in sorted((link for r in members for link in r.links), key=lambda x: (-x.confidence, x)):
        best.setdefault(link.source, link)
    return tuple(sorted(best.values()))
