"""Where texts disagree: pairs of statements that cannot both be so, each with its sentence and source.

What counts as a disagreement stands in the question `contradictions` of the library and in the ontology.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from kg import lookup
from kg.asking.shown import Screen, counted, evidence_json, evidence_lines, text
from kg.explain import Explained, explained
from kg.query.library import bind, question
from kg.query.table import safe
from kg.rdf import BASE
from kg.store import select

KINDS = {
    "said and denied": "said to be so, and not to be so",
    "two values": "two of what there is one of at a time",
    "two holders": "two where there is one at a time",
    "two dates": "two dates",
    "two amounts": "two amounts",
}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two statements that disagree, and how; of a denial the denied one is the second."""

    kind: str
    one: Explained
    other: Explained


@dataclass(frozen=True, slots=True)
class Contradictions:
    """The first of the disagreements that there are."""

    found: tuple[Contradiction, ...]
    number: int


def contradictions(store: Store, about: str = "", *, most: int = 50, base: str = BASE) -> Contradictions:
    """The disagreements of a graph, or about what a name may mean. NotFound names the nearest."""
    matches = lookup.entities(store, about, base) if about else []
    all_pairs = pairs(store, [match.iri for match in matches], base=base)
    found = [
        Contradiction(kind, *(explained(store, NamedNode(iri), base, depth=9) for iri in pair))
        for kind, *pair in all_pairs[:most]
    ]
    return Contradictions(tuple(found), len(all_pairs))


def pairs(store: Store, about: Iterable[str] = (), *, base: str = BASE) -> list[tuple[str, str, str]]:
    """Every disagreement: its kind and the IRIs of its two statements, of a denial the denied one second.

    This is what all that count or show disagreements go by. `about` has IRIs of which one must take part.
    """
    asked = bind(question("contradictions"), {"about": [str(NamedNode(iri)) for iri in about]})
    asked = re.sub(r"SELECT DISTINCT .*? WHERE", _PAIRS, asked.rpartition("ORDER BY")[0], count=1)
    found = {(kind.value, a.value, b.value) for kind, a, b in select(store, asked, base)}
    return sorted(found, key=lambda pair: (list(KINDS).index(pair[0]), *pair[1:]))


_PAIRS = "SELECT DISTINCT ?kind ?a ?b WHERE"


def render(answer: Contradictions, screen: Screen) -> str:
    """The disagreements for a terminal, both sentences under each."""
    return text(_lines(answer, screen))


def _lines(answer: Contradictions, screen: Screen) -> Iterator[str]:
    for each in answer.found:
        labels = dict.fromkeys((each.one.label, each.other.label))
        yield screen.bold(safe(" / ".join(labels)))
        yield f"  {KINDS[each.kind]}"
        for statement in (each.one, each.other):
            yield from evidence_lines(statement, screen, "    ")
        yield ""
    more = f", {len(answer.found)} of them shown" if answer.number > len(answer.found) else ""
    yield f"{counted(answer.number, 'disagreement')}{more}."


def plain(answer: Contradictions) -> dict[str, object]:
    """The disagreements for programs."""
    found = [
        {"kind": each.kind, "one": evidence_json(each.one), "other": evidence_json(each.other)} for each in answer.found
    ]
    return {"number": answer.number, "contradictions": found}
