"""Names for blank nodes from what is said of them, so that they do not change with the order of a file.

A node's name is a digest of its triples, in which other blank nodes stand with what is known of them so far. Nodes
that are alike in all of that are numbered in the order of the file.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import BlankNode, Quad

from kg.model import digest

_MOST_ROUNDS = 30  # what is said of a node reaches so many steps
Part = tuple[str, ...]


def named_by_content(quads: Sequence[Quad]) -> Iterator[Quad]:
    """Yield the triples with the names of their blank nodes replaced."""
    names = _names(quads)
    for quad in quads:
        yield Quad(*(names.get(part, part) for part in quad)) if names else quad


def _names(quads: Sequence[Quad]) -> Mapping[object, BlankNode]:
    around: dict[BlankNode, list[Quad]] = defaultdict(list)
    for quad in quads:
        for part in {part for part in quad if isinstance(part, BlankNode)}:
            around[part].append(quad)
    marks = _marks(around)
    shared, used = Counter(marks.values()), Counter[str]()
    names: dict[object, BlankNode] = {}
    for node in around:  # in the order of the file
        mark = marks[node]
        used[mark] += 1
        names[node] = BlankNode(f"b{mark}" if shared[mark] == 1 else f"b{mark}n{used[mark]}")
    return names


def _marks(around: Mapping[BlankNode, Iterable[Quad]]) -> dict[BlankNode, str]:
    """A digest for each node; those of two nodes differ if anything that is said of them differs, within the rounds."""
    marks = dict.fromkeys(around, "")
    kinds = 1
    for _ in range(_MOST_ROUNDS if around else 0):
        marks = {node: digest(*sorted(_said(quad, node, marks) for quad in said)) for node, said in around.items()}
        before, kinds = kinds, len(set(marks.values()))
        if (kinds in (before, len(marks)) and before > 1) or kinds == len(marks):
            break
    return marks


def _said(quad: Quad, node: BlankNode, marks: Mapping[BlankNode, str]) -> str:
    """A triple as it looks from one of its nodes."""
    return " ".join("_:self" if part == node else _word(part, marks) for part in quad)


def _word(part: object, marks: Mapping[BlankNode, str]) -> str:
    return f"_:{marks[part]}" if isinstance(part, BlankNode) else str(part)
