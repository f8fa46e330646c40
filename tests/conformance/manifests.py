"""Test cases of the W3C, out of their manifests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pyoxigraph import BlankNode, Dataset, Literal, NamedNode, RdfFormat, parse

Node = NamedNode | BlankNode | Literal
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
UT = "http://www.w3.org/2009/sparql/tests/test-update#"
HT = "http://www.w3.org/2011/http#"
CNT = "http://www.w3.org/2011/content#"
RDFT = "http://www.w3.org/ns/rdftest#"
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


class Manifest:
    """One manifest file as a graph that can be walked."""

    def __init__(self, path: Path) -> None:
        self.path = path
        base = path.resolve().as_uri()
        self._graph = Dataset(parse(path.read_bytes(), format=RdfFormat.TURTLE, base_iri=base))

    def all(self, node: Node, property: str) -> list[Node]:
        """What a property of a node holds, in an order that depends on nothing else."""
        if isinstance(node, Literal):
            return []
        found = [q.object for q in self._graph.quads_for_subject(node) if q.predicate.value == property]
        return sorted(found, key=str)

    def one(self, node: Node | None, property: str) -> Node | None:
        """The first of them, or None."""
        return next(iter(self.all(node, property)), None) if node is not None else None

    def items(self, node: Node | None) -> Iterator[Node]:
        """The members of a list."""
        while node is not None and node != NamedNode(f"{RDF}nil"):
            first = self.one(node, f"{RDF}first")
            if first is not None:
                yield first
            node = self.one(node, f"{RDF}rest")

    def cases(self) -> Iterator[Case]:
        """Yield the test cases that the manifest lists."""
        for quad in self._graph.quads_for_predicate(NamedNode(f"{MF}entries")):
            for node in self.items(quad.object):  # type: ignore[arg-type]
                kinds = [str(kind.value).rpartition("#")[2] for kind in self.all(node, f"{RDF}type")]
                kind = next((name for name in kinds if "Test" in name), "")
                name = str(node.value).rpartition("#")[2].rpartition("/")[2]  # type: ignore[union-attr]
                yield Case(self, node, kind, f"{self.path.parent.name}/{name}")


@dataclass(frozen=True, slots=True)
class Case:
    """One test: its node in the manifest, its kind and a name that tells it from all others."""

    manifest: Manifest
    node: Node
    kind: str
    name: str

    @property
    def action(self) -> Node | None:
        """What is to be done."""
        return self.manifest.one(self.node, f"{MF}action")

    @property
    def result(self) -> Node | None:
        """What is to come out."""
        return self.manifest.one(self.node, f"{MF}result")


def path_of(node: Node | None) -> Path:
    """The file that a node names."""
    if not isinstance(node, NamedNode):
        raise ValueError(f"{node} names no file")
    return Path(unquote(urlsplit(node.value).path))
