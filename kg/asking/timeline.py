"""What happened to one of them, or is to happen, in the order of time; each event with its sentence and its status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from kg import lookup
from kg.asking.dates import spoken
from kg.asking.shown import Screen, counted, evidence_json, evidence_lines, text
from kg.explain import Explained, explained, statements_about
from kg.query.table import safe
from kg.rdf import BASE, term


@dataclass(frozen=True, slots=True)
class Event:
    """What texts say of one time, with all that say it."""

    first: str  # days; one of them may be open
    last: str
    when: str  # as a reader would say it
    label: str
    status: str
    standing: str
    evidence: tuple[Explained, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of a thing, the earliest first, and how many statements tell no time."""

    name: str
    events: tuple[Event, ...]
    undated: int


def timeline(
    store: Store, name: str, *, since: str = "", until: str = "", status: str = "", base: str = BASE
) -> Timeline:
    """The dated statements about what a name may mean; `since` and `until` are days, `status` one of the four."""
    matches = lookup.entities(store, name, base)
    about = [
        st for st in statements_about(store, [m.iri for m in matches]) if not _has(store, st, "prov:wasDerivedFrom")
    ]
    dated = [st for st in about if _has(store, st, "kg:startDate") or _has(store, st, "kg:endDate")]
    found = (explained(store, st, base) for st in dated)
    events = _events(store, [each for each in found if each.review != "rejected" and status in ("", each.status)])
    chosen = tuple(
        e for e in events if (not until or (e.first or e.last) <= until) and (not since or (e.last or e.first) >= since)
    )
    return Timeline(" or ".join(dict.fromkeys(m.label for m in matches)), chosen, len(about) - len(dated))


def _events(store: Store, found: list[Explained]) -> list[Event]:
    """Statements of the same words, time and standing are one event."""
    same: dict[tuple[str, str, str, str], list[Explained]] = defaultdict(list)
    for each in found:
        first, last = (_value(store, each.iri, name) for name in ("kg:startDate", "kg:endDate"))
        same[first, last, each.label, each.standing].append(each)
    events = []
    for (first, last, label, standing), group in same.items():
        evidence = tuple(sorted(group, key=lambda each: (each.published, each.title, each.begin, each.iri)))
        events.append(Event(first, last, spoken(first, last), label, group[0].status, standing, evidence))
    return sorted(events, key=lambda e: (e.first or e.last, e.last or e.first, e.label, e.standing))


def _has(store: Store, statement: NamedNode, property: str) -> bool:
    return next(store.quads_for_pattern(statement, term(property), None), None) is not None


def _value(store: Store, iri: str, property: str) -> str:
    quads = store.quads_for_pattern(NamedNode(iri), term(property), None)
    return min((quad.object.value for quad in quads), default="")  # type: ignore[union-attr]


def render(found: Timeline, screen: Screen) -> str:
    """The events for a terminal, under each its sentences."""
    return text(_lines(found, screen))


def _lines(found: Timeline, screen: Screen) -> Iterator[str]:
    for event in found.events:
        mark = "" if event.status == "asserted" else f"  [{event.status}]"
        yield f"{screen.bold(event.when)}  {safe(event.label)}{mark}"
        for each in event.evidence:
            yield from evidence_lines(each, screen, "    ")
        yield ""
    undated = f"; {counted(found.undated, 'more statement')} about it without a date" if found.undated else ""
    yield f"{counted(len(found.events), 'event')} of {safe(found.name)}{undated}."


def plain(found: Timeline) -> dict[str, object]:
    """The timeline for programs."""
    events = [
        {
            "from": event.first,
            "to": event.last,
            "when": event.when,
            "label": event.label,
            "status": event.status,
            "evidence": [evidence_json(each) for each in event.evidence],
        }
        for event in found.events
    ]
    return {"name": found.name, "events": events, "undated": found.undated}
