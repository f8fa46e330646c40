"""Relatives who are introduced by their given names alone: "Emil Lund and his sister, Ida": Ida is "Miss Lund"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.names.nodes import Clusters, Node
from kg.annotate.names.spelling import Name
from kg.grammar.wordlists import words_of
from kg.naming import roles
from kg.parse import Token

_POSSESSIVES = frozenset({"his", "her", "their"})
_BACK = 60  # words back to somebody whose relative it may be


def relative_of(clusters: Clusters, node: Node) -> Node | None:
    """Who alone is of the gender that the title before a bare surname tells, has no surname in the text, and is
    introduced beside somebody who bears it: of "Emil Lund", "his sister, Ida", "Ida and Emil Lund". The given name
    stays what to call her by."""
    told = clusters.address_genders(node)
    if len(told) != 1 or " " in clusters.text(node.names[0]):
        return None
    gender = told.pop()
    found = [other for other in clusters.nodes if other is not node and _is_relative(clusters, other, node, gender)]
    if len(found) != 1:
        return None
    found[0].best = found[0].best or clusters.text(found[0].names[0])
    return found[0]


def _is_relative(clusters: Clusters, other: Node, node: Node, gender: str) -> bool:
    if " " in other.key or other.first > node.first:
        return False
    first = min(other.names, key=lambda name: name.start)
    if _gender(clusters, first) != gender:
        return False
    return any(_bears(bearer, node) for bearer in _beside(clusters, first))


def _gender(clusters: Clusters, name: Name) -> str:
    kin = _kin_before(clusters, name)
    told = roles().get(kin.lemma_.lower(), "") if kin is not None else ""
    return told or clusters.given_gender(name)


def _beside(clusters: Clusters, name: Name) -> Iterator[Node]:
    """Beside whom somebody is introduced: "his sister, *Ida*", "*Ida* and Emil Lund"."""
    doc = clusters.doc
    if doc[name.end : name.end + 1].text == "and":
        yield from (node for node in clusters.nodes if any(n.start == name.end + 1 for n in node.names))
    if (kin := _kin_before(clusters, name)) is not None:
        full = (node for node in clusters.nodes if node.family == "person" and " " in node.key)
        persons = ((n.start, node) for node in full for n in node.names)
        before = [(start, node) for start, node in persons if kin.i - _BACK < start < kin.i]
        if before:
            yield max(before, key=lambda found: found[0])[1]


def _kin_before(clusters: Clusters, name: Name) -> Token | None:
    """The "sister" of "his sister, *Ida*"."""
    doc = clusters.doc
    start = name.start - 1
    if start > 0 and doc[start].text == ",":
        start -= 1
    is_kin = start > 0 and doc[start].lemma_.lower() in words_of("kin") and doc[start].tag_ == "NN"
    return doc[start] if is_kin and any(t.lower_ in _POSSESSIVES for t in doc[start].lefts) else None


def _bears(bearer: Node, node: Node) -> bool:
    """Whether somebody has a given name and the surname, or was called by the surname alone."""
    return any(key == node.key or key.endswith(f" {node.key}") for key in bearer.keys)
