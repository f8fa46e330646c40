"""The tests of Turtle, TriG, N-Triples and N-Quads."""

from __future__ import annotations

from collections.abc import Callable

from pyoxigraph import Quad, RdfFormat, parse

from conformance.compare import is_same_graph
from conformance.manifests import Case, path_of
from conformance.sparql import Unequal

_FORMATS = {
    "Turtle": RdfFormat.TURTLE,
    "Trig": RdfFormat.TRIG,
    "NTriples": RdfFormat.N_TRIPLES,
    "NQuads": RdfFormat.N_QUADS,
}
_HOME = "https://w3c.github.io/rdf-tests/rdf/rdf11/"


def _read(case: Case, format: RdfFormat) -> list[Quad]:
    path = path_of(case.action)
    return list(parse(path.read_bytes(), format=format, base_iri=f"{_HOME}{path.parent.name}/{path.name}"))


def _positive(format: RdfFormat) -> Callable[[Case], None]:
    return lambda case: (_read(case, format), None)[1]


def _negative(format: RdfFormat) -> Callable[[Case], None]:
    def run(case: Case) -> None:
        try:
            _read(case, format)
        except (SyntaxError, ValueError):
            return
        raise Unequal

    return run


def _evaluation(format: RdfFormat) -> Callable[[Case], None]:
    def run(case: Case) -> None:
        wanted = parse(path_of(case.result).read_bytes(), format=RdfFormat.N_QUADS)
        if not is_same_graph(_read(case, format), wanted):
            raise Unequal

    return run


HANDLERS = {
    **{f"Test{name}PositiveSyntax": _positive(format) for name, format in _FORMATS.items()},
    **{f"Test{name}NegativeSyntax": _negative(format) for name, format in _FORMATS.items()},
    **{f"Test{name}NegativeEval": _negative(format) for name, format in _FORMATS.items()},
    **{f"Test{name}Eval": _evaluation(format) for name, format in _FORMATS.items()},
}
