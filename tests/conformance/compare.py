"""Whether two graphs or two tables of results are the same but for the names of blank nodes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_RESULTS = {
    ".srx": QueryResultsFormat.XML,
    ".srj": QueryResultsFormat.JSON,
    ".tsv": QueryResultsFormat.TSV,
    ".csv": QueryResultsFormat.CSV,
}
_RDF = {".ttl": RdfFormat.TURTLE, ".rdf": RdfFormat.RDF_XML, ".nt": RdfFormat.N_TRIPLES, ".trig": RdfFormat.TRIG}
_BASE = "urn:x-result:"

Rows = tuple[tuple[str, ...], list[tuple[object, ...]]]


def quads(path: Path, base: str | None = None) -> list[Quad]:
    """The quads of a file by its ending."""
    return list(parse(path.read_bytes(), format=_RDF[path.suffix], base_iri=base or path.resolve().as_uri()))


def is_same_graph(one: Iterable[Quad], other: Iterable[Quad]) -> bool:
    """Whether two sets of quads differ in the names of blank nodes only."""
    first, second = (Dataset(list(dict.fromkeys(each))) for each in (one, other))
    for each in (first, second):
        each.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return set(first) == set(second)


def expected(path: Path) -> bool | Rows | list[Quad]:
    """What a result file holds: yes or no, rows, or triples."""
    if path.suffix in _RESULTS:
        found = parse_query_results(path.read_bytes(), format=_RESULTS[path.suffix])
        if isinstance(found, QueryBoolean):
            return bool(found)
        assert isinstance(found, QuerySolutions)
        return tuple(variable.value for variable in found.variables), [tuple(row) for row in found]
    found = quads(path)
    return _result_set(found) or found


def _result_set(found: list[Quad]) -> Rows | None:
    """Rows that are written down as triples."""
    by_subject: dict[object, dict[str, list[object]]] = {}
    for quad in found:
        by_subject.setdefault(quad.subject, {}).setdefault(quad.predicate.value, []).append(quad.object)
    top = next((values for values in by_subject.values() if f"{RS}resultVariable" in values), None)
    if top is None:
        return None
    names = tuple(sorted(term.value for term in top[f"{RS}resultVariable"]))  # type: ignore[attr-defined]
    rows = []
    for solution in top.get(f"{RS}solution", []):
        row: dict[str, object] = {}
        for binding in by_subject[solution].get(f"{RS}binding", []):
            values = by_subject[binding]
            row[values[f"{RS}variable"][0].value] = values[f"{RS}value"][0]  # type: ignore[attr-defined]
        rows.append(tuple(row.get(name) for name in names))
    return names, rows


def are_same_rows(one: Rows, other: Rows, *, in_order: bool, as_text: bool) -> bool:
    """Whether two tables hold the same rows; blank nodes may have other names, numbers another form."""
    if set(one[0]) != set(other[0]):
        return False
    return is_same_graph(_as_graph(one, in_order, as_text), _as_graph(other, in_order, as_text))


def _as_graph(rows: Rows, in_order: bool, as_text: bool) -> list[Quad]:
    """A blank node for each row, with a triple for each value; equal rows are told apart by a count."""
    found: list[Quad] = []
    seen: dict[object, int] = {}
    for number, row in enumerate(rows[1]):
        named = sorted(zip(rows[0], row, strict=True), key=lambda pair: pair[0])
        key = tuple((name, str(_plain(term, as_text))) for name, term in named if term is not None)
        seen[key] = seen.get(key, 0) + 1
        place = number if in_order else seen[key]
        node = BlankNode()
        found.append(Quad(node, NamedNode(f"{_BASE}place"), Literal(str(place))))
        for name, term in named:
            if term is not None:
                found.append(Quad(node, NamedNode(f"{_BASE}{name}"), _plain(term, as_text)))
    return found


def _plain(term: object, as_text: bool) -> NamedNode | BlankNode | Literal | Triple:
    """A term in one form of several that mean the same; as text (in CSV) only its characters count."""
    if isinstance(term, Literal):
        if as_text:
            return Literal(_number(term.value))
        return _canonical(term)
    if isinstance(term, NamedNode) and as_text:
        return Literal(term.value)
    assert isinstance(term, NamedNode | BlankNode | Triple)
    return term


@cache
def _canonical(literal: Literal) -> Literal:
    """The literal as the engine keeps it: 01 is 1, and a boolean 0 is false."""
    store = Store()
    name = NamedNode(f"{_BASE}name")
    store.add(Quad(name, name, literal))
    kept = next(iter(store)).object
    assert isinstance(kept, Literal)
    return kept


def _number(text: str) -> str:
    """A number in its shortest form; other text as it is."""
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", text):
        return text
    return f"{float(text):.12g}"
