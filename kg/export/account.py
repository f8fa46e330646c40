"""What an export holds, as it was read back, and what it could not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from kg.errors import KgError
from kg.rdf import BASE, TYPE, term
from kg.store import select

_FACTS = """SELECT DISTINCT ?s ?p ?o {
  ?st kg:status kg:Asserted ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
  FILTER NOT EXISTS { ?st kg:review kg:Rejected } }"""
_MENTIONED = term("kg:mentionedIn")
_KINDS = {term("kg:Statement"): "statements", term("kg:Document"): "articles", term("kg:DataFile"): "data_files"}
_WORDS = {
    "statements": "statement",
    "facts": "fact",
    "things": "thing",
    "articles": "article",
    "data_files": "data file",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of each kind."""

    statements: int = 0
    facts: int = 0
    things: int = 0
    articles: int = 0
    data_files: int = 0

    def __str__(self) -> str:
        """In words.

        >>> str(Counts(1200, 1, 3))
        '1,200 statements, 1 fact, 3 things'
        """
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return ", ".join(_many(number, _WORDS[name]) for name, number in found.items() if number) or "nothing"


def _many(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Exported:
    """A graph in a form for other programs: files by name, or one file without a name."""

    format: str
    files: Mapping[str, bytes]
    counts: Counts  # of what was read back
    lost: tuple[str, ...] = ()  # what this form does not hold, and why

    @property
    def data(self) -> bytes:
        """The one file; KgError if the format has several."""
        if set(self.files) != {""}:
            raise KgError(f"{self.format} is several files: name a folder for them with --to.")
        return self.files[""]

    @property
    def size(self) -> int:
        """How many bytes all files have."""
        return sum(map(len, self.files.values()))


def facts_of(store: Store, base: str = BASE) -> frozenset[Triple]:
    """Every fact of a graph, as a triple."""
    return frozenset(Triple(s, p, o) for s, p, o in select(store, _FACTS, base))


def counts_of(store: Store, base: str = BASE) -> Counts:
    """What a graph holds."""
    return counted(store, facts_of(store, base))[1]


def counted(quads: Iterable[Quad], facts: frozenset[Triple]) -> tuple[int, Counts]:
    """How many quads there are, and how many of the graph's things; facts count where they are asserted of all."""
    total, relations, place = 0, {fact.predicate for fact in facts}, DefaultGraph()
    found: dict[str, set[object]] = defaultdict(set)
    for quad in quads:
        total += 1
        predicate = quad.predicate
        if predicate == TYPE:
            found[_kind(quad.object)].add(quad.subject)  # a data file is a document too
        elif predicate == _MENTIONED:
            found["things"].add(quad.subject)
        elif predicate in relations and quad.graph_name == place and quad.triple in facts:
            found["facts"].add(quad.triple)
    found["articles"] -= found["data_files"]
    return total, Counts(*(len(found[name]) for name in _WORDS))


def _kind(type: object) -> str:
    return _KINDS.get(type, "") if isinstance(type, NamedNode) else ""


def check(format: str, found: object, expected: object) -> None:
    """Raise KgError if what was read back is not what was written."""
    if found != expected:
        raise KgError(f"{format}: {found} read back where {expected} were written. Export Turtle or N-Triples.")


def left_out(number: int, what: str, why: str) -> list[str]:
    """A line on what an export does not hold; none if there is nothing of it.

    >>> left_out(1, "statement", "a network holds facts only")
    ['1 statement left out: a network holds facts only']
    """
    return [f"{_many(number, what)} left out: {why}"] if number else []
