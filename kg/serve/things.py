"""Things in words: a cell for every term, with what a reader calls it and where a link to it leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from kg.query import Answer
from kg.query.answer import NUMBERS
from kg.query.table import shortened
from kg.query.worker import label
from kg.rdf import compact, term
from kg.serve.address import Address

MOST = 100  # things in a list of a page
Term = NamedNode | Literal | BlankNode | Triple
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cell:
    """Words for a reader, and where they lead; "" if nowhere."""

    words: str
    href: str = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Some(Generic[T]):
    """As much of a list as a page shows, and how long it is."""

    shown: tuple[T, ...] = ()
    total: int = 0

    @property
    def is_cut(self) -> bool:
        """Whether there is more."""
        return self.total > len(self.shown)


def some(items: Iterable[T], most: int = MOST) -> Some[T]:
    """The first of some things."""
    every = tuple(items)
    return Some(every[:most], len(every))


@dataclass(frozen=True, slots=True)
class Table:
    """An answer as a reader sees it."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notice: str = ""
    verdict: str = ""  # of an ASK


def table(answer: Answer, address: Address) -> Table:
    """An answer with a link in every cell that names a thing."""
    if answer.kind == "ask":
        return Table((), (), answer.notice, "yes" if answer else "no")
    heads = tuple(name.replace("_", " ") for name in answer.variables)
    rows = tuple(tuple(_cell(answer, value, address) for value in row) for row in answer.rows)
    return Table(heads, rows, answer.notice)


def _cell(answer: Answer, value: Term | None, address: Address) -> Cell:
    is_number = isinstance(value, Literal) and value.datatype.value in NUMBERS
    return Cell(
        shortened(answer.words(value)), address.href(value.value) if isinstance(value, NamedNode) else "", is_number
    )


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads a store in cells."""

    store: Store
    address: Address
    _known: dict[str, Cell] = field(default_factory=dict)

    def terms(self, subject: str, property: str) -> list[NamedNode | Literal]:
        """The values of a property, sorted."""
        values = self.store.quads_for_pattern(NamedNode(subject), term(property), None)
        found = [quad.object for quad in values if isinstance(quad.object, NamedNode | Literal)]
        return sorted(found, key=lambda value: value.value)

    def texts(self, subject: str, property: str) -> list[str]:
        """The values of a property as words."""
        return [value.value for value in self.terms(subject, property)]

    def text(self, subject: str, property: str) -> str:
        """The first value of a property; "" if it has none."""
        return next(iter(self.texts(subject, property)), "")

    def cells(self, subject: str, property: str) -> list[Cell]:
        """The values of a property, each with where it leads."""
        return [self.cell(value) for value in self.terms(subject, property)]

    def cell(self, value: Term) -> Cell:
        """A term as a reader sees it."""
        if isinstance(value, Literal):
            return Cell(shortened(value.value), is_number=value.datatype.value in NUMBERS)
        if not isinstance(value, NamedNode):
            return Cell(str(value))
        return self.named(value.value)

    def named(self, iri: str) -> Cell:
        """A thing by its name, or by its short IRI."""
        if iri not in self._known:
            words = label(self.store, iri) or compact(iri, self.address.base)
            self._known[iri] = Cell(words, self.address.href(iri))
        return self._known[iri]

    def properties(self, subject: str, but: Sequence[str] = ()) -> list[tuple[Cell, Some[Cell]]]:
        """All that is said of a thing, by property, but for properties that are shown elsewhere."""
        left_out = {term(name).value for name in but}
        values: dict[str, list[Term]] = {}
        for quad in self.store.quads_for_pattern(NamedNode(subject), None, None):
            if quad.predicate.value not in left_out:
                values.setdefault(quad.predicate.value, []).append(quad.object)
        return [
            (self.named(iri), Some(tuple(map(self.cell, sorted(values[iri], key=str)[:MOST])), len(values[iri])))
            for iri in sorted(values)
        ]
