"""The answer to a query: rows of terms, and the ways to print them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.errors import QueryError
from kg.query.table import table
from kg.rdf import BASE, compact, prefixes

Term = NamedNode | Literal | BlankNode | Triple
Row = tuple[Term | None, ...]

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_NUMBERS = {
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
        rows = tuple(tuple(_term(value) for value in row) for row in reply["rows"])
        cut, labels = reply.get("is_cut", False), reply["labels"]
        return cls(reply["kind"], tuple(reply["variables"]), rows, cut, labels, base)

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

    def __str__(self) -> str:
        """The table that `kg query` prints."""
        return render(self).rstrip("\n")

    def _repr_html_(self) -> str:
        """A table for a notebook."""
        cells = [[escape(self.words(term)) for term in row] for row in self.rows]
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


def _term(value: list[Any] | None) -> Term | None:
    if value is None:
        return None
    if value[0] == "t":
        return Triple(*map(_term, value[1:]))  # type: ignore[arg-type]
    if value[0] == "i":
        return NamedNode(value[1])
    if value[0] == "b":
        return BlankNode(value[1])
    if value[3]:
        return Literal(value[1], language=value[3])
    return Literal(value[1]) if value[2] in ("", _STRING) else Literal(value[1], datatype=NamedNode(value[2]))


def render(answer: Answer, format: str = "table", *, width: int | None = None) -> str:
    """The answer as text: table, csv, tsv, json or ttl. Only a table is worded for readers, and fits a `width`."""
    if format == "table":
        return _table(answer, width)
    if format not in _FORMATS:
        raise QueryError(f"no format is called {format!r}. There are: {', '.join(FORMATS)}.")
    return _FORMATS[format](answer)


def _table(answer: Answer, width: int | None) -> str:
    if answer.kind == "ask":
        return "yes\n" if answer else "no\n"
    cells = [[answer.words(term) for term in row] for row in answer.rows]
    is_number = [
        all(isinstance(term, Literal) and term.datatype.value in _NUMBERS for term in column if term is not None)
        for column in zip(*answer.rows, strict=True)
    ]
    return table([name.replace("_", " ") for name in answer.variables], cells, is_number, width)


def _csv(answer: Answer) -> str:
    if answer.kind == "ask":
        return f"{_bare(answer.rows[0][0])}\n"
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.variables)
    writer.writerows([_bare(term) for term in row] for row in answer.rows)
    return out.getvalue()


def _bare(term: Term | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else _exact(term)


def _tsv(answer: Answer) -> str:
    if answer.kind == "ask":
        return _csv(answer)
    lines = ["\t".join(f"?{name}" for name in answer.variables)]
    lines += ["\t".join(_exact(term) for term in row) for row in answer.rows]
    return "".join(f"{line}\n" for line in lines)


def _exact(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, Literal) and term.datatype.value in _NUMBERS:
        return term.value
    if isinstance(term, Triple):
        return f"<<( {' '.join(map(_exact, term))} )>>"
    return str(term).replace("\t", "\\t")


def _json(answer: Answer) -> str:
    if answer.kind == "ask":
        return json.dumps({"head": {}, "boolean": bool(answer)}) + "\n"
    bindings = [
        {name: _json_term(term) for name, term in zip(answer.variables, row, strict=True) if term is not None}
        for row in answer.rows
    ]
    found = {"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Term) -> dict[str, Any]:
    if isinstance(term, Triple):
        parts = zip(("subject", "predicate", "object"), term, strict=True)
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts}}
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype.value == _STRING:
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


def _ttl(answer: Answer) -> str:
    if answer.kind != "graph":
        raise QueryError("ttl is for CONSTRUCT and DESCRIBE; use table, csv, tsv or json for SELECT and ASK.")
    triples = sorted((Triple(*row) for row in answer.rows), key=str)  # type: ignore[arg-type]
    return (serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes(answer.base)) or b"").decode()


_FORMATS: dict[str, Callable[[Answer], str]] = {"csv": _csv, "tsv": _tsv, "json": _json, "ttl": _ttl}
FORMATS = ("table", *_FORMATS)
