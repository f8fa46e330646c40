"""The statements as a table: a row each, for a person with a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Store

from kg.explain.statements import Explained, every
from kg.export.account import Counts, Exported, check, counts_of
from kg.rdf import compact, term

_COLUMNS: dict[str, Callable[[Explained, Store, str], str]] = {
    "statement": lambda each, store, base: each.label,
    "subject": lambda each, store, base: _label(store, each.iri, "rdf:subject", base),
    "relation": lambda each, store, base: _label(store, each.iri, "rdf:predicate", base),
    "object": lambda each, store, base: _label(store, each.iri, "rdf:object", base),
    "roles": lambda each, store, base: "; ".join(f"{role}: {value}" for role, value in each.roles),
    "fact": lambda each, store, base: "yes" if each.is_fact else "no",
    "status": lambda each, store, base: each.status,
    "in words": lambda each, store, base: each.standing,
    "said by": lambda each, store, base: "; ".join(each.holders),
    "time": lambda each, store, base: each.time,
    "sentence": lambda each, store, base: " ".join(each.sentence.split()),
    "article": lambda each, store, base: each.title,
    "published": lambda each, store, base: each.published,
    "source": lambda each, store, base: each.source,
    "first character": lambda each, store, base: str(each.begin),
    "end": lambda each, store, base: str(each.end),
    "confidence": lambda each, store, base: each.confidence,
    "rule": lambda each, store, base: "; ".join(each.rules),
    "review": lambda each, store, base: each.review,
    "subject id": lambda each, store, base: _name(store, each.iri, "rdf:subject", base),
    "relation id": lambda each, store, base: _name(store, each.iri, "rdf:predicate", base),
    "object id": lambda each, store, base: _name(store, each.iri, "rdf:object", base),
    "statement id": lambda each, store, base: compact(each.iri, base),
}


def _table(store: Store, base: str) -> Exported:
    """A row for every statement, for a person with a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for each in every(store, base=base):
        writer.writerow([defused(column(each, store, base)) for column in _COLUMNS.values()])
    data = out.getvalue()
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    found = Counts(len(rows), len({_triple(row) for row in rows if row["fact"] == "yes"}))
    whole = counts_of(store, base)
    check("csv", found, Counts(whole.statements, whole.facts))
    lost = (
        f"texts, mentions and aliases of {replace(whole, statements=0, facts=0)} left out: "
        "a table has a row for each statement",
    )
    return Exported("csv", {"": data.encode("utf-8-sig")}, found, lost)  # the mark tells spreadsheets: UTF-8


def _triple(row: dict[str, str]) -> tuple[str, ...]:
    return row["subject id"], row["relation id"], row["object id"] or row["object"]


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers.

    >>> defused("=HYPERLINK(1)"), defused("-5"), defused("oats")
    ("'=HYPERLINK(1)", '-5', 'oats')
    """
    is_formula = cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not re.fullmatch(r"[+-]?\d+(\.\d+)?", cell)
    return f"'{cell}" if is_formula else cell.replace("\x00", "\ufffd")


def _term_of(store: Store, statement: str, property: str) -> NamedNode | Literal | None:
    found = (quad.object for quad in store.quads_for_pattern(NamedNode(statement), term(property), None))
    return next((each for each in found if isinstance(each, NamedNode | Literal)), None)


def _label(store: Store, statement: str, property: str, base: str) -> str:
    thing = _term_of(store, statement, property)
    if not isinstance(thing, NamedNode):
        return thing.value if thing else ""
    found = (quad.object for quad in store.quads_for_pattern(thing, term("rdfs:label"), None))
    labels = [label.value for label in found if isinstance(label, Literal)]
    return min(labels, default=compact(thing.value, base))


def _name(store: Store, statement: str, property: str, base: str) -> str:
    thing = _term_of(store, statement, property)
    return compact(thing.value, base) if isinstance(thing, NamedNode) else ""


WRITERS: dict[str, Callable[[Store, str], Exported]] = {"csv": _table}
