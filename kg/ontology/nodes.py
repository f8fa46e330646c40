"""Turtle files as plain nodes, and the word lists beside them: what stands there, in the order of the file."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from kg import tables
from kg.errors import InvalidOntology
from kg.ontology.terms import PREFIXES

Values = dict[str, list[str]]  # "rdfs:label" -> what stands there, in the order of the file
Nodes = dict[str, Values]  # curie or blank node -> its properties


def read(path: Path) -> Nodes:
    """The file's nodes in its own order; the names of blank nodes are made unique to the file."""
    nodes: Nodes = {}
    try:
        with path.open("rb") as file:
            for quad in parse(file, format=RdfFormat.TURTLE):
                values = nodes.setdefault(_name(quad.subject, path), defaultdict(list))
                values[_name(quad.predicate, path)].append(_name(quad.object, path))
    except OSError as error:
        raise InvalidOntology(f"{path}: cannot be read: {error.strerror}. Give the path of a Turtle file.") from None
    except SyntaxError as error:
        raise InvalidOntology(f"{path}:{error.lineno or 1}: no valid Turtle: {error.msg}. Mend that line.") from None
    return nodes


def _name(term: object, path: Path) -> str:
    if isinstance(term, Literal):
        return term.value
    if isinstance(term, BlankNode):
        return f"_:{path}:{term.value}"
    assert isinstance(term, NamedNode)
    for prefix, start in PREFIXES.items():
        if term.value.startswith(start):
            return f"{prefix}:{term.value.removeprefix(start)}"
    return term.value


def word_lists(path: Path) -> dict[str, frozenset[str]]:
    """The word lists that frames name: lines of list, word and example."""
    if not path.is_file():
        return {}
    lists: dict[str, set[str]] = defaultdict(set)
    for row in tables.rows(path):
        name, word = row["list"], row["word"]
        lists[name].update(_first_column(path.parent / word[1:]) if word.startswith("<") else [word])
    return {name: frozenset(found) for name, found in sorted(lists.items())}


def _first_column(path: Path) -> list[str]:
    return [next(iter(row.values())) for row in tables.rows(path)]
