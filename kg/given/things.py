"""What a file of triples says of each thing beside its relations: its names, class, identifiers and other IRIs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.given.vocabulary import class_of, class_words, local_name, property_of, words_of
from kg.ontology import Ontology

Node = NamedNode | BlankNode | Triple  # as the parser has it; in a document of triples never a triple
_LONGEST = 120  # characters of a name
_LAST = 100  # rank of a name without a letter
_LONGEST_VALUE = 60  # characters of a value that stands in the name of a thing without one


@dataclass(slots=True)
class Said:
    """What the triples say of one thing."""

    names: list[tuple[int, bool, str]] = field(default_factory=list)  # rank, is in another language, name
    parts: dict[str, str] = field(default_factory=dict)  # "given", "family"
    classes: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    is_unnamed: bool = False
    holders: list[tuple[str, Node]] = field(default_factory=list)  # property, of what it is


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of a file: what it is called and what it is."""

    name: str
    is_named: bool
    type: str


class Things:
    """The things of a file. IRIs that it says to be the same are one thing."""

    def __init__(self, quads: Sequence[Quad], ontology: Ontology) -> None:
        self._ontology = ontology
        self._subjects = {quad.subject for quad in quads}
        self._one: dict[Node, Node] = {}
        for quad in quads:
            is_same = property_of(quad.predicate.value).part == "same"
            if is_same and not isinstance(quad.object, Literal) and quad.object in self._subjects:
                self._unite(quad.subject, quad.object)
        self._said = self._collected(quads)
        self._things: dict[Node, Thing] = {}

    def is_thing(self, quad: Quad) -> bool:
        """Whether the object of a triple is a thing, and not a value, a class or where something is found."""
        node = quad.object
        if isinstance(node, BlankNode):
            return True
        if not isinstance(node, NamedNode) or property_of(quad.predicate.value).part in ("class", "same"):
            return False
        if node in self._subjects:
            return True
        is_address = property_of(quad.predicate.value).part == "address"
        return not is_address and node.value.startswith(("http://", "https://", "urn:"))

    def one(self, node: Node) -> Node:
        """The node that stands for a thing, of those that are the same."""
        while (next_ := self._one.get(node, node)) != node:
            node = next_
        return node

    def thing(self, node: Node) -> Thing:
        """What a node is called and what it is."""
        node = self.one(node)
        if node not in self._things:
            self._things[node] = self._made(node)
        return self._things[node]

    def _unite(self, one: Node, other: Node) -> None:
        first, second = sorted((self.one(one), self.one(other)), key=str)
        if first != second:
            self._one[second] = first

    def _collected(self, quads: Iterable[Quad]) -> Mapping[Node, Said]:
        found: dict[Node, Said] = defaultdict(Said)
        for quad in quads:
            said, property = found[self.one(quad.subject)], property_of(quad.predicate.value)
            if property.part == "class" and isinstance(quad.object, NamedNode):
                said.classes.append(quad.object.value)
            elif isinstance(quad.object, Literal):
                _add(said, property.part, property.rank, quad.object)
            elif not isinstance(quad.object, Literal) and self.is_thing(quad):
                found[self.one(quad.object)].holders.append((quad.predicate.value, quad.subject))
        return found

    def _made(self, node: Node) -> Thing:
        said = self._said.get(node) or Said()
        type = self._type(said.classes)
        rank, _, best = min(said.names, default=(_LAST, False, ""))
        if rank < _LAST:
            return Thing(best, not said.is_unnamed, type)
        if whole := " ".join(said.parts[part] for part in ("given", "family") if part in said.parts):
            return Thing(whole, True, type)
        name, is_named = _from_iri(node.value) if isinstance(node, NamedNode) else ("", False)
        if best and not is_named:
            return Thing(best, not said.is_unnamed, type)
        if name:
            return Thing(name, is_named, type)
        return Thing(self._description(said), False, type)

    def _type(self, classes: Iterable[str]) -> str:
        """The most special class of kg among those that a file gives; kg:Entity if it knows none."""
        ancestors = self._ontology.ancestors
        found = {name for iri in classes if (name := class_of(iri, self._ontology))}
        return min(found, key=lambda name: (-len(ancestors.get(name, ())), name), default="kg:Entity")

    def _description(self, said: Said) -> str:
        """Words for what has no name: "postal address 1 Quay Street", "address of Ada Quill"."""
        kind = class_words(min(said.classes)) if said.classes else ""
        if kind and said.values:
            return f"{kind} {min(said.values)}"
        holder = min(said.holders, key=str, default=None)
        if holder is not None and self._has_name(holder[1]):
            return f"{kind or words_of(holder[0])} of {self.thing(holder[1]).name}"
        return kind or min(said.values, default="something")

    def _has_name(self, node: Node) -> bool:
        said = self._said.get(self.one(node))
        return isinstance(node, NamedNode) or bool(said and said.names)


def _add(said: Said, part: str, rank: int, value: Literal) -> None:
    """Take up a literal that is said of a thing."""
    text = " ".join("".join(letter if letter.isprintable() else " " for letter in value.value).split())
    if part == "name" and text:
        is_foreign = not (value.language or "en").startswith("en")
        is_mark = not any(map(str.isalnum, text))  # "-", "???"
        said.names.append((rank + _LAST * is_mark, is_foreign, _short(text, _LONGEST)))
    elif part == "unnamed":
        said.is_unnamed = text == "false"
    elif part in ("given", "family") and text:
        said.parts[part] = min(said.parts.get(part, text), text)
    elif text and len(text) <= _LONGEST_VALUE:
        said.values.append(text)


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _from_iri(iri: str) -> tuple[str, bool]:
    """A name from the last part of an IRI, and whether it looks like one: "Ada_Quill" does, "Q42" and "42" do not."""
    words = local_name(iri).replace("_", " ").replace("+", " ").strip()
    is_name = words[:1].isupper() and words.replace(" ", "").replace("-", "").replace(".", "").isalpha()
    return _short(" ".join(words.split()) or iri, _LONGEST), is_name and len(words) > 2
