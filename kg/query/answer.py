"""The answer to a query: rows of terms, with the labels of what they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from kg.query.table import shortened, table
from kg.rdf import BASE, compact

Term = NamedNode | Literal | BlankNode | Triple
Row = tuple[Term | None, ...]


NUMBERS = {
    f"http://www.w3.org/2001/XMLSchema#{kind}" for kind in ("integer", "decimal", "double", "float", "long", "int")
}


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of a SELECT, the yes or no of an ASK, or the triples of a CONSTRUCT or DESCRIBE."""

    kind: str  # select, ask, graph
    variables: tuple[str, ...]
    rows: tuple[Row, ...]
    is_cut: bool = False  # there was more
    label_by_iri: dict[str, str] = field(default_factory=dict)
    base: str = BASE
    notes: tuple[str, ...] = ()  # how names of parameters were understood

    @classmethod
    def of(cls, reply: dict[str, Any], base: str) -> Answer:
        """The answer that a worker's reply holds."""
        variables, rows = _READ[reply["kind"]](reply["rows"])
        return cls(reply["kind"], variables, rows, reply["is_cut"], reply["labels"], base)

    def __bool__(self) -> bool:
        """Whether an ASK says yes, or there is any row."""
        return self.rows[0][0] == _TRUE if self.kind == "ask" else bool(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, str]]:
        """Yield each row as words by variable, as a reader would say them; what is unbound is left out."""
        for row in self.rows:
            named = zip(self.variables, row, strict=True)
            yield {variable: self.words(term) for variable, term in named if term is not None}

    def values(self) -> set[str]:
        """All that the answer names: IRIs in full, and the words of literals."""
        return {term.value for row in self.rows for term in row if isinstance(term, NamedNode | Literal)}

    def __str__(self) -> str:
        """The table that `kg query` prints."""
        return self.table().rstrip("\n")

    def table(self, width: int | None = None) -> str:
        """The rows as people read them, no wider than `width` columns; an ASK is yes or no."""
        if self.kind == "ask":
            return "yes\n" if self else "no\n"
        cells = [[self.words(term) for term in row] for row in self.rows]
        is_number = [
            all(isinstance(term, Literal) and term.datatype.value in NUMBERS for term in column if term is not None)
            for column in zip(*self.rows, strict=True)
        ]
        return table([name.replace("_", " ") for name in self.variables], cells, is_number, width)

    def _repr_html_(self) -> str:
        """A table for a notebook."""
        cells = [[escape(shortened(self.words(term))) for term in row] for row in self.rows]
        head = "".join(f"<th>{escape(name.replace('_', ' '))}</th>" for name in self.variables)
        rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
        notice = f"<p>{escape(self.notice)}</p>" if self.notice else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{notice}"

    def words(self, term: Term | None) -> str:
        """A term as a reader would say it: labels for things, values for literals."""
        if term is None:
            return ""
        if isinstance(term, NamedNode):
            return self.label_by_iri.get(term.value) or compact(term.value, self.base)
        if isinstance(term, Triple):
            return f"<< {' '.join(self.words(part) for part in term)} >>"
        return term.value

    @property
    def notice(self) -> str:
        """What a reader must know beside the rows; empty if nothing."""
        cut = (
            [f"Cut after {len(self.rows):,} rows: there are more. Add LIMIT or narrow it down."] if self.is_cut else []
        )
        return "\n".join([*self.notes, *cut])


_TRUE = Literal("true")


def _yes_or_no(text: bytes) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    return (), ((Literal(text.decode()),),)


def _table(text: bytes) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    found = parse_query_results(text, format=QueryResultsFormat.TSV)
    assert isinstance(found, QuerySolutions)
    return tuple(variable.value for variable in found.variables), tuple(tuple(row) for row in found)


def _triples(text: bytes) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    found = parse(text, format=RdfFormat.N_TRIPLES)
    return ("subject", "predicate", "object"), tuple((quad.subject, quad.predicate, quad.object) for quad in found)


_READ = {"ask": _yes_or_no, "select": _table, "graph": _triples}
