"""Which place of the gazetteer a name of a document means; where that is not sure, none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.gazetteer import Place, place, places_called
from kg.model import Link, MentionKind, Reading
from kg.naming import demonyms, normal_form
from kg.resolve.records import Record

SOURCE = "GeoNames"
_SURE = 0.9
_MOST = 0.99  # no link is surer
_OTHERS = 20_000.0  # people of places that the gazetteer lacks
_HOLDER_BESIDE = 100.0  # how much likelier a place is whose region the document names elsewhere
_TOWN_BESIDE = 20.0  # ... of which or of whose region it names another town
_COUNTRY_BESIDE = 8.0  # ... whose country it names
_PLACES = frozenset({"kg:Place", "kg:GeopoliticalEntity"})


def place_links(reading: Reading, records: Iterable[Record]) -> dict[int, Link]:
    """A link for each place of a document that is surely one of the gazetteer, by cluster."""
    found = [r for r in records if r.kind is MentionKind.NAME and r.type in _PLACES and not _is_given(r)]
    if not found:
        return {}
    beside = _Beside(reading, found)
    links = {}
    for record in found:
        if link := _link(record, beside):
            links[record.cluster] = link
    return links


def _is_given(record: Record) -> bool:
    """Whether a file of triples says which place it is, or a document only means a kind of place."""
    return record.is_generic or any(link.source == SOURCE for link in record.links)


class _Beside:
    """The countries and regions that a document speaks of, by what names them."""

    def __init__(self, reading: Reading, places: Iterable[Record]) -> None:
        self.holders: dict[str, set[str]] = {}
        self.hinted: dict[str, set[str]] = {}
        for record in places:
            for p, _ in _surely(record.key):
                side = self.hinted if p.kind == "town" else self.holders
                for id in p.within if p.kind == "town" else (p.id,):
                    side.setdefault(id, set()).add(record.key)
        for word in set(re.findall(r"[A-Z]\w+", reading.document.text)) & demonyms().keys():
            for p, _ in _surely(normal_form(demonyms()[word])):
                self.holders.setdefault(p.id, set()).add(word)

    def times(self, candidate: Place, name: str) -> tuple[float, str]:
        """How much likelier the document makes a place, and by what."""
        for id in reversed(candidate.within):
            if self.holders.get(id, set()) - {name}:
                is_country = place(id).kind == "country"
                return (_COUNTRY_BESIDE if is_country else _HOLDER_BESIDE), f"beside {place(id).name}"
        for id in reversed((*candidate.within[1:], candidate.id)):
            if others := sorted(self.hinted.get(id, set()) - {name}):
                return _TOWN_BESIDE, f"beside {others[0]}"
        return 1.0, ""


@cache
def _surely(key: str) -> tuple[tuple[Place, float], ...]:
    """The place that a name means without further signs, if it is known well enough."""
    found = places_called(key)
    total = sum(weight for _, weight in found) + _OTHERS
    return found[:1] if found and found[0][1] / total >= _SURE else ()


def _link(record: Record, beside: _Beside) -> Link | None:
    """The likeliest place, if it is sure."""
    weighed = [(weight * times, p, why) for p, weight, (times, why) in _candidates(record, beside) if times]
    total = sum(weight for weight, _, _ in weighed) + _OTHERS
    weight, best, why = max(weighed, key=lambda w: (w[0], w[1].id), default=(0.0, None, ""))
    if best is None or weight / total < _SURE:
        return None
    codes = (("kg:isoCode", best.code),) if best.code else ()
    why = why or "the usual bearer of the name"
    return Link(SOURCE, best.id, (best.address,), min(_MOST, round(weight / total, 2)), why, codes)


def _candidates(record: Record, beside: _Beside) -> list[tuple[Place, float, tuple[float, str]]]:
    head, _, tail = record.name.partition(", ")
    known = places_called(record.key) or places_called(record.name)
    inside = set(record.inside)
    if tail and not known:  # "Portland, Oregon" as one name
        known, inside = places_called(head), {*inside, normal_form(tail)}
    holders = {p.id for name in inside for p, _ in places_called(name) if p.kind != "town"}
    if record.place_kind:
        known = tuple((p, w) for p, w in known if p.kind == record.place_kind or record.place_kind in p.name.lower())
    if holders:
        return [(p, w, (1e4, f"in {', '.join(sorted(inside))}")) for p, w in known if not holders.isdisjoint(p.within)]
    return [(p, w, beside.times(p, record.key)) for p, w in known]
