"""Given names that share the surname of the name behind them: "*Brian* and Maureen Lund" are both called Lund."""

from __future__ import annotations

from kg.annotate.names.nodes import Node
from kg.annotate.names.spelling import Name
from kg.naming import given_names, titles
from kg.parse import Doc

_LINKS = frozenset({"and", "&"})


def share_surnames(doc: Doc, nodes: list[Node]) -> None:
    """Call a person by the surname as well that only the next of two has, where the text never spoke of the first
    before: "Prince Harry ... Harry and Ann Lund" are not both called Lund."""
    by_start = {name.start: node for node in nodes for name in node.names if not name.is_nested}
    for node in nodes:
        first = node.names[0]
        second = by_start.get(first.end + 1)
        if second is None or second is node or not _is_given(doc, first, node):
            continue
        full = next(name for name in second.names if name.start == first.end + 1)
        is_known = any(doc[name.start].text in given_names() for name in (first, full))
        if is_known and doc[first.end].lower_ in _LINKS and _is_full(doc, full, second):
            surname = doc[full.start + 1 : full.end].text
            node.best = f"{doc[first.start].text} {surname}"


def _is_given(doc: Doc, name: Name, node: Node) -> bool:
    """Whether a name is a given name alone, wherever it stands."""
    is_alone = all(other.end - other.start == 1 for other in node.names)
    is_titled = name.start > 0 and doc[name.start - 1].text in titles()
    is_next = name.start > 0 and doc[name.start - 1].text in (",", "&", "and")
    return is_alone and not (is_titled or is_next or node.best) and node.family == "person"


def _is_full(doc: Doc, name: Name, node: Node) -> bool:
    """Whether a name is a person's, of more than one word."""
    words = [token.text for token in doc[name.start : name.end]]
    return node.family == "person" and len(words) > 1 and all(word[:1].isupper() for word in words)
