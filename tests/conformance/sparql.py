"""The SPARQL tests: queries and updates through kg's door, over a store in memory."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from conformance.compare import Rows, are_same_rows, expected, is_same_graph, quads
from conformance.manifests import LABEL, QT, UT, Case, Manifest, Node, path_of
from kg import query
from kg.errors import KgError, QueryError
from kg.query import guard
from kg.query.formats import render

LIMITS = query.Limits(rows=1_000_000)


class Unequal(Exception):
    """What came out is not what the test expects."""


def query_evaluation(case: Case) -> None:
    """Ask the test's query of its data and compare the answer."""
    manifest = case.manifest
    path = path_of(manifest.one(case.action, f"{QT}query"))
    store = _store(manifest, case.action, QT)
    text = path.read_text("utf-8")
    answer = query.ask(store, text, LIMITS, base_iri=path.resolve().as_uri())
    wanted = expected(path_of(case.result))
    if isinstance(wanted, bool):
        is_right = answer.kind == "ask" and bool(answer) == wanted
    elif isinstance(wanted, list):
        is_right = is_same_graph((Quad(*row) for row in answer.rows), wanted)  # type: ignore[arg-type]
    else:
        found: Rows = (answer.variables, list(answer.rows))
        is_right = are_same_rows(found, wanted, in_order="ORDER BY" in text.upper(), as_text=False)
    if not is_right:
        raise Unequal


def csv_results(case: Case) -> None:
    """The same, printed as CSV and compared as text."""
    path = path_of(case.manifest.one(case.action, f"{QT}query"))
    store = _store(case.manifest, case.action, QT)
    answer = query.ask(store, path.read_text("utf-8"), LIMITS, base_iri=path.resolve().as_uri())
    found, wanted = (_table(text) for text in (render(answer, "csv"), path_of(case.result).read_text("utf-8")))
    if not are_same_rows(found, wanted, in_order=False, as_text=True):
        raise Unequal


def _table(text: str) -> Rows:
    head, *rows = list(csv.reader(io.StringIO(text)))
    return tuple(head), [tuple(_cell(cell) for cell in row) for row in rows if row]


def _cell(text: str) -> object:
    return BlankNode(text[2:]) if text.startswith("_:") else Literal(text) if text else None


def update_evaluation(case: Case) -> None:
    """Run the test's update and compare all graphs afterwards."""
    manifest = case.manifest
    path = path_of(manifest.one(case.action, f"{UT}request"))
    store = _store(manifest, case.action, UT)
    query.update(store, path.read_text("utf-8"), base_iri=path.resolve().as_uri())
    if not is_same_graph(store, _store(manifest, case.result, UT)):
        raise Unequal


def positive_syntax(case: Case) -> None:
    """A query that must be understood, whatever comes of it."""
    _understood(lambda: _ask(path_of(case.action)))


def _understood(do: Callable[[], None]) -> None:
    try:
        do()
    except QueryError as error:
        if not str(error).startswith(("the query could not be answered", "the update could not be done")):
            raise


def negative_syntax(case: Case) -> None:
    """A query that must be refused as no SPARQL."""
    try:
        _ask(path_of(case.action))
    except QueryError:
        return
    raise Unequal


def positive_update_syntax(case: Case) -> None:
    """An update that must be understood, though an empty store may lack the graphs that it names."""
    _understood(lambda: _update(path_of(case.action)))


def _update(path: Path) -> None:
    query.update(Store(), path.read_text("utf-8"), base_iri=path.resolve().as_uri())


def negative_update_syntax(case: Case) -> None:
    """An update that must be refused."""
    try:
        _update(path_of(case.action))
    except QueryError:
        return
    raise Unequal


def _ask(path: Path) -> None:
    query.ask(Store(), path.read_text("utf-8"), LIMITS, base_iri=path.resolve().as_uri())


def _store(manifest: Manifest, node: Node | None, vocabulary: str) -> Store:
    """The data that a test starts from or should end with."""
    store = Store()
    if node is None:
        return store
    for data in manifest.all(node, f"{vocabulary}data"):
        store.extend(Quad(q.subject, q.predicate, q.object, q.graph_name) for q in quads(path_of(data)))
    for data in manifest.all(node, f"{vocabulary}graphData"):
        name, file = _named_graph(manifest, data)
        store.add_graph(name)
        store.extend(Quad(q.subject, q.predicate, q.object, name) for q in quads(file, name.value))
    return store


def _named_graph(manifest: Manifest, data: Node) -> tuple[NamedNode, Path]:
    file = manifest.one(data, f"{UT}graph")
    if file is None:
        assert isinstance(data, NamedNode)
        return data, path_of(data)
    label = next(iter(manifest.all(data, LABEL.value)), None)
    return NamedNode(label.value) if label is not None else file, path_of(file)  # type: ignore[return-value, union-attr]


def reaches_outside(case: Case) -> bool:
    """Whether a test needs what the door refuses for good: SERVICE and LOAD."""
    places = [case.action, *(case.manifest.one(case.action, f"{v}") for v in (f"{QT}query", f"{UT}request"))]
    for place in places:
        if isinstance(place, NamedNode) and place.value.startswith("file:"):
            try:
                guard.check(path_of(place).read_text("utf-8"), is_update=True)
            except KgError as error:
                return "is not allowed" in str(error)
            except (OSError, UnicodeDecodeError):
                return False
    return False


HANDLERS = {
    "QueryEvaluationTest": query_evaluation,
    "CSVResultFormatTest": csv_results,
    "UpdateEvaluationTest": update_evaluation,
    "PositiveSyntaxTest11": positive_syntax,
    "NegativeSyntaxTest11": negative_syntax,
    "PositiveUpdateSyntaxTest11": positive_update_syntax,
    "NegativeUpdateSyntaxTest11": negative_update_syntax,
}
