"""Entries of a timeline: the day before a colon or dash at the head of a line is when the clause behind it happened."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.times.expressions import TimeExpression
from kg.extract.times.phrases import UNDATED
from kg.grammar.phrases import VERBAL
from kg.grammar.turns import ITEM
from kg.parse import Doc, Token

_LINKS = frozenset({":", "–", "—", "-"})
_MARKS = frozenset({"*", "**", "_", "__"})  # of bold type


def heads_of_entries(doc: Doc) -> frozenset[int]:
    """Where the first word of each paragraph stands, behind the mark of an item."""
    found = set()
    for paragraph in doc.spans.get("paragraphs", []):
        item = ITEM.match(paragraph.text)
        begin = paragraph.start_char + (item.end() if item is not None else 0)
        first = next((t for t in paragraph if t.idx >= begin and t.text not in _MARKS and not t.is_space), None)
        if first is not None:
            found.add(first.i)
    return frozenset(found)


def of_entry(expression: TimeExpression, heads: frozenset[int]) -> TimeExpression:
    """The expression as the time of the clause behind it, where it opens an entry."""
    told = _told(expression, heads)
    if told is None:
        return expression
    return replace(
        expression,
        hosts=expression.hosts | {told.i, *(c.i for c in told.children if c.dep_ == "conj" and c.pos_ in VERBAL)},
        is_fronted=True,
    )


def _told(expression: TimeExpression, heads: frozenset[int]) -> Token | None:
    """The predicate of the entry that a time opens: "May 2019: Lund *buys* Orlo"."""
    first, last = expression.tokens[0], expression.tokens[-1]
    if first.i not in heads or expression.kind in UNDATED:
        return None
    behind = [t for t in first.doc.tokens[last.i + 1 : last.i + 5] if not t.is_space and t.text not in _MARKS][:2]
    if len(behind) < 2 or behind[0].text not in _LINKS:
        return None
    root = next((t for t in behind[1].sent if t.head is t), behind[1])
    return root if root.i > behind[0].i and root.pos_ in VERBAL else None
