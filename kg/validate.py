"""Whether a graph keeps its own rules: the trust rule, whole statements, quotes that stand where they say.

The rules are SPARQL files in `ontology/checks/`, run on every build; the SHACL shapes in
`ontology/shapes.ttl` say the same to other tools, and are slow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, QuerySolution, Store, Variable

from kg import shipped
from kg.errors import KgError
from kg.rdf import BASE, compact
from kg.store import select, to_rdflib

if TYPE_CHECKING:
    import rdflib


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that breaks a rule: which rule, and what, in words."""

    rule: str  # name of the file in ontology/checks
    message: str


@dataclass(frozen=True, slots=True)
class Check:
    """A rule: its SPARQL finds what breaks it."""

    name: str
    title: str
    query: str


def checks(folder: Path | None = None) -> list[Check]:
    """The rules, by name."""
    folder = folder or shipped.folder("ontology") / "checks"
    return [_check(path) for path in sorted(folder.glob("*.rq"))]


def _check(path: Path) -> Check:
    query = path.read_text("utf-8")
    return Check(path.stem, query.splitlines()[0].removeprefix("#").strip(), query)


def violations(store: Store, *, base: str = BASE, limit: int = 20) -> list[Violation]:
    """What breaks a rule, at most `limit` for each; an empty list means that the graph can be trusted to be whole."""
    return [found for check in checks() for found in _violations(store, check, base, limit)]


def _violations(store: Store, check: Check, base: str, limit: int) -> Iterator[Violation]:
    rows = select(store, f"{check.query}\nLIMIT {limit}", base)
    variables = rows.variables
    return (Violation(check.name, f"{check.title}: {_words(row, variables, base)}") for row in rows)


def _words(row: QuerySolution, variables: list[Variable], base: str) -> str:
    return " ".join(_word(row[variable], base) for variable in variables)


def _word(term: object, base: str) -> str:
    if isinstance(term, NamedNode):
        return compact(term.value, base)
    return str(getattr(term, "value", term))


def shacl_violations(store: Store, shapes: Path | None = None) -> list[Violation]:
    """What pySHACL finds with `ontology/shapes.ttl`: a slow second opinion (half a minute an article)."""
    try:
        import pyshacl
    except ImportError as error:
        raise KgError("SHACL needs the package pyshacl. Install it with: pip install pyshacl") from error
    import rdflib

    shapes = shapes or shipped.folder("ontology") / "shapes.ttl"
    graph = rdflib.Graph().parse(shapes)
    _, report, _ = pyshacl.validate(to_rdflib(store), shacl_graph=graph, advanced=True, inplace=True)
    return sorted(_shacl_violations(report), key=lambda found: (found.rule, found.message))


def _shacl_violations(report: rdflib.Graph) -> Iterator[Violation]:
    from rdflib.namespace import SH

    for result in report.subjects(SH.resultSeverity, SH.Violation):
        node, message = report.value(result, SH.focusNode), report.value(result, SH.resultMessage)
        yield Violation("shacl", f"{message}: {compact(str(node))}")
