"""One of the graphs that are compared, as far as comparing needs it.

In: an output folder, a store, or a file of RDF. Out: its articles, things, statements and facts, by their IRIs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, Store, Triple, parse, serialize

from kg.errors import StoreError
from kg.rdf import BASE
from kg.store import load, open_store, read_identity, select, store_triples

_STATEMENTS = """SELECT ?st ?s ?p ?o ?status ?label ?e ?quote ?d ?review WHERE {
  { SELECT ?st ?s WHERE { ?st rdf:subject ?s } } { SELECT ?st ?p WHERE { ?st rdf:predicate ?p } }
  { SELECT ?st ?o WHERE { ?st rdf:object ?o } } { SELECT ?st ?status WHERE { ?st kg:status ?status } }
  { SELECT ?st ?label WHERE { ?st kg:status ?any . ?st rdfs:label ?label } }
  { SELECT ?st ?e ?quote WHERE { ?st kg:evidence ?e . ?e kg:quote ?quote } }
  { SELECT ?st ?d WHERE { ?st kg:document ?d } } OPTIONAL { ?st kg:review ?review } }"""
_ARTICLES = """SELECT ?d ?title ?source ?day { ?d a kg:Document ; dcterms:title ?title ; dcterms:source ?source .
  OPTIONAL { ?d dcterms:issued ?day } }"""
_THINGS = """SELECT ?x ?label ?kind { ?x kg:isNamed ?any . ?x rdfs:label ?label . ?x a ?class
  OPTIONAL { ?class rdfs:label ?kind } }"""
_FACTS = "SELECT ?s ?p ?o { ?p a kg:Relation . ?s ?p ?o }"
_REPLACED = "SELECT ?old ?new { ?old dcterms:isReplacedBy ?new }"


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: what it says, how far it is to be believed, and where it stands."""

    iri: str
    subject: str
    relation: str
    object: str  # an IRI, or a literal in its own syntax
    status: str
    label: str
    passage: str
    sentence: str
    article: str
    review: str

    @property
    def fact(self) -> tuple[str, str, str]:
        """The triple that it is about."""
        return self.subject, self.relation, self.object


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it is named."""

    title: str
    source: str
    published: str


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity as it is called, and what kind it is."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Side:
    """One graph. Statements go by what stands in the text, so that a new name does not make a new statement."""

    name: str
    lines: frozenset[bytes]  # of N-Triples
    statements: Mapping[str, Said]
    articles: Mapping[str, Article]
    things: Mapping[str, Thing]
    facts: frozenset[tuple[str, str, str]]
    heir_by_iri: Mapping[str, str]  # names that are no more


def read(place: Path) -> Side:
    """The graph of an output folder, a store, or a file of RDF. Raises StoreError if there is none."""
    if place.is_dir():
        store, base = open_store(place), read_identity(place).base
        return side(str(place), store_triples(store), store, base)
    triples = list(_parsed(place))
    return side(str(place), triples, load(triples))


def side(name: str, triples: Iterable[Triple], store: Store, base: str = BASE) -> Side:
    """A graph as comparing needs it."""
    return Side(
        name,
        _lines(triples),
        {_key(said.iri): said for said in _statements(store, base)},
        {row[0].value: Article(*_texts(row)[1:]) for row in select(store, _ARTICLES, base)},
        {row[0].value: Thing(*_texts(row)[1:]) for row in select(store, _THINGS, base)},
        frozenset((s.value, p.value, _term(o)) for s, p, o in select(store, _FACTS, base)),
        {old.value: new.value for old, new in select(store, _REPLACED, base)},
    )


def _lines(triples: Iterable[Triple]) -> frozenset[bytes]:
    """The triples as lines of N-Triples; in no order, since a million take a while to sort."""
    data = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return frozenset(data.splitlines(keepends=True))


def _parsed(path: Path) -> Iterator[Triple]:
    format = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if not path.is_file() or format is None:
        what = "no such file or folder" if not path.exists() else "no file of RDF"
        raise StoreError(f"{path}: {what}. Name an output folder, or a file that ends in .ttl, .nt or the like.")
    try:
        yield from (quad.triple for quad in parse(path=str(path), format=format))
    except (OSError, ValueError, SyntaxError) as error:
        raise StoreError(f"{path}: cannot be read as RDF: {error}") from error


def _statements(store: Store, base: str) -> Iterator[Said]:
    for row in select(store, _STATEMENTS, base):
        st, s, p, _, status, label, e, quote, d, review = _texts(row)
        yield Said(st, s, p, _term(row["o"]), _tail(status), label, e, quote, d, _tail(review))


def _texts(row: Iterable[object]) -> list[str]:
    return ["" if term is None else term.value for term in row]  # type: ignore[attr-defined]


def _tail(iri: str) -> str:
    return iri.rpartition("#")[2].lower()


def _term(term: object) -> str:
    text = str(term)
    return text[1:-1] if text.startswith("<") else text


def _key(iri: str) -> str:
    """The part of a statement's IRI that depends on nothing but the text."""
    found = re.search(r"/statement/.*-([0-9a-f]{10})$", iri)
    return found[1] if found else iri
