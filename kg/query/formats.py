"""Answers as text: a table for readers, and the standard formats of SPARQL results and of RDF for programs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple

from kg.errors import QueryError
from kg.query.answer import Answer, Term
from kg.rdf import for_xml, written
from kg.rdf.formats import format_called

_STRING = "http://www.w3.org/2001/XMLSchema#string"

_XSD = "http://www.w3.org/2001/XMLSchema#"
_BARE = {  # numbers that need no quotes, since their form tells their datatype
    f"{_XSD}integer": re.compile(r"[+-]?\d+"),
    f"{_XSD}decimal": re.compile(r"[+-]?\d*\.\d+"),
    f"{_XSD}double": re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+"),
}


def render(answer: Answer, format: str = "table", *, width: int | None = None) -> str:
    """The answer as text in one of FORMATS. Only a table is worded for readers, and fits a `width`.

    The forms of RDF go by any of their names: turtle, N-Triples.
    Raises QueryError for a format that there is not, or that is for another kind of query.
    """
    asked, format = format, format.strip().lower()
    if format == "table":
        return answer.table(width)
    if format not in _FORMATS:
        format = format_called(asked)
    if format not in _FORMATS:
        raise QueryError(f"no format is called {asked!r}. There are: {', '.join(FORMATS)}.")
    if not _FORMATS[format].fits(answer):
        fitting = [name for name, each in _FORMATS.items() if each.fits(answer)]
        form = "CONSTRUCT and DESCRIBE" if _FORMATS[format].is_rdf else "SELECT and ASK"
        raise QueryError(f"{format} is for {form}; use table, {' or '.join(fitting)} here.")
    return _FORMATS[format].write(answer)


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
    if isinstance(term, Literal) and (bare := _BARE.get(term.datatype.value)) and bare.fullmatch(term.value):
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
        return {"type": "triple", "value": {name: _json_term(part) for name, part in _parts(term)}}
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype.value == _STRING:
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


def _parts(triple: Triple) -> Iterator[tuple[str, Any]]:
    yield from zip(("subject", "predicate", "object"), triple, strict=True)


def _xml(answer: Answer) -> str:
    lines = ['<?xml version="1.0"?>', '<sparql xmlns="http://www.w3.org/2005/sparql-results#">']
    if answer.kind == "ask":
        lines += ["<head/>", f"<boolean>{_bare(answer.rows[0][0])}</boolean>", "</sparql>", ""]
        return "\n".join(lines)
    lines += ["<head>", *(f"<variable name={quoteattr(name)}/>" for name in answer.variables), "</head>", "<results>"]
    for row in answer.rows:
        named = zip(answer.variables, row, strict=True)
        found = (f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>" for name, term in named if term)
        lines.append(f"<result>{''.join(found)}</result>")
    return "\n".join([*lines, "</results>", "</sparql>", ""])


def _xml_term(term: Term) -> str:
    if isinstance(term, Triple):
        return f"<triple>{''.join(f'<{name}>{_xml_term(part)}</{name}>' for name, part in _parts(term))}</triple>"
    if isinstance(term, NamedNode):
        return f"<uri>{escape(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{escape(term.value)}</bnode>"
    value = escape(for_xml(term.value), {"\r": "&#13;"})
    if term.language:
        return f"<literal xml:lang={quoteattr(term.language)}>{value}</literal>"
    if term.datatype.value == _STRING:
        return f"<literal>{value}</literal>"
    return f"<literal datatype={quoteattr(term.datatype.value)}>{value}</literal>"


def _rdf(format: RdfFormat) -> Callable[[Answer], str]:
    def write(answer: Answer) -> str:
        triples = sorted((Triple(*row) for row in answer.rows), key=str)  # type: ignore[arg-type]
        return written(triples, format, answer.base).decode()

    return write


@dataclass(frozen=True, slots=True)
class Format:
    """How an answer is written, what programs call it, and whether it is for triples or for rows."""

    write: Callable[[Answer], str]
    media_type: str
    is_rdf: bool

    def fits(self, answer: Answer) -> bool:
        """Whether an answer of this kind can be written so."""
        return self.is_rdf == (answer.kind == "graph")


_FORMATS = {
    "csv": Format(_csv, "text/csv", False),
    "tsv": Format(_tsv, "text/tab-separated-values", False),
    "json": Format(_json, "application/sparql-results+json", False),
    "xml": Format(_xml, "application/sparql-results+xml", False),
    "ttl": Format(_rdf(RdfFormat.TURTLE), "text/turtle", True),
    "nt": Format(_rdf(RdfFormat.N_TRIPLES), "application/n-triples", True),
    "jsonld": Format(_rdf(RdfFormat.JSON_LD), "application/ld+json", True),
    "rdfxml": Format(_rdf(RdfFormat.RDF_XML), "application/rdf+xml", True),
}
FORMATS = ("table", *_FORMATS)
FORMAT_BY_NAME: dict[str, Format] = _FORMATS
