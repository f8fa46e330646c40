"""Readings by hand: a text whose names stand between brackets."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.model import Document, Evidence, Literal, Mention, Predicate, Reading, Statement

_MARK = re.compile(r"\[(\w+) ([^]]+)\]")
CLASSES = {"P": "kg:Person", "O": "kg:Organization", "C": "kg:Company", "G": "kg:GeopoliticalEntity", "X": "kg:Entity"}


def reading(marked: str, told: Mapping[str, tuple[str, str]] | None = None, published: str | None = None) -> Reading:
    """A document such as "[P Mia Torres] left [G Ferrow]."; `told` says what statements say of a name."""
    text, mentions, last = "", [], 0
    first: dict[str, int] = {}
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        name, last = found[2], found.end()
        cluster = first.setdefault(name, len(text))
        mentions.append(
            Mention(len(text), len(text) + len(name), name, type=CLASSES[found[1]], cluster=cluster, name=name)
        )
        text += name
    text += marked[last:]
    document = Document(text, text[:30], "a.txt", published)
    whole = Evidence(0, len(text), text, 0)
    by_name = {mention.text: mention for mention in reversed(mentions)}
    statements = tuple(
        Statement(
            document.id, by_name[name], Predicate(relation, relation), by_name.get(value) or Literal(value), whole
        )
        for name, (relation, value) in (told or {}).items()
    )
    return Reading(document, tuple(mentions), (whole,), statements)
