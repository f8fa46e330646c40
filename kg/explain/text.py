"""An explanation as text: each proposition with its sentences, what they say marked, and where they stand."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby

from kg.explain.statements import Explained, Explanation, Mark
from kg.query.table import safe

_COLOURS = {"subject": "1;36", "relation": "1", "object": "1;35", "role": "1;32", "time": "34", "cue": "3;33"}
_OPEN, _CLOSE = "\ue000", "\ue010"  # stand for marks while lines are wrapped
_KINDS = tuple(_COLOURS)


def render(explanation: Explanation, *, colour: bool = False, width: int | None = None) -> str:
    """The explanation for a terminal, or with the marked words in [brackets] for a pipe."""
    lines: list[str] = []
    for label, group in groupby(explanation.statements, key=lambda each: each.label):
        lines += [*_group(label, list(group), colour, width), ""]
    return "\n".join([*lines, _summary(explanation), ""])


def _summary(explanation: Explanation) -> str:
    every = explanation.statements
    documents = len({each.document for each in every})
    rejected = sum(each.review == "rejected" for each in every)
    rest = len(every) - explanation.facts - rejected
    return (
        f"{_count(len(every), 'statement')} in {_count(documents, 'document')}: "
        f"{explanation.facts} stated as fact, {rest} only claimed, denied or not realised"
        f"{f', {rejected:,} rejected by a reviewer' if rejected else ''}."
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _group(label: str, group: list[Explained], colour: bool, width: int | None) -> Iterator[str]:
    yield _styled(safe(label), "1", colour)
    for each in group:
        yield from _statement(each, colour, width)


def _statement(each: Explained, colour: bool, width: int | None, indent: str = "  ") -> Iterator[str]:
    yield f"{indent}{_styled(standing_words(each), '1;32' if each.is_fact else '1;33', colour)} · {_source(each)}"
    yield from sentence_lines(each, colour, width, f"{indent}  ")
    yield from _wrapped(" · ".join(details(each)), width, f"{indent}  ")
    if each.inner:
        yield f"{indent}  this is about: {safe(each.inner.label)}"
        yield from _statement(each.inner, colour, width, f"{indent}    ")


def standing_words(each: Explained) -> str:
    """How far a statement is to be believed, who passed it on, and what a reviewer made of it."""
    verdict = f", {each.review} by a reviewer" if each.review else ""
    relays = f", relayed by {' and '.join(each.relays)}" if each.relays else ""
    return safe(f"{each.standing}{relays}{verdict}")


def _source(each: Explained) -> str:
    return safe(", ".join(part for part in (each.title, each.published) if part))


def details(each: Explained) -> Iterator[str]:
    """Yield what else a statement says, and where it comes from, each in a few words."""
    for role in dict.fromkeys(role for role, _ in each.roles):
        yield safe(f"{role}: {'; '.join(value for name, value in each.roles if name == role)}")
    if each.time:
        yield safe(f"time: {each.time}")
    if each.of:
        yield safe(f"follows from: {each.of}")
    yield safe(f"{each.source}, {each.place}")
    yield safe(f"rule {', '.join(each.rules)}")
    yield f"confidence {each.confidence}"


def sentence_lines(each: Explained, colour: bool, width: int | None, indent: str) -> Iterator[str]:
    """Yield the sentence of a statement, its words marked."""
    for line in _wrapped(_quoted(each.sentence, each.marks), width, indent):
        yield _with_marks(line, colour)


def _quoted(sentence: str, marks: tuple[Mark, ...]) -> str:
    """The sentence with a sign before and after every mark, on one line."""
    plain = "".join("\ufffd" if "\ue000" <= c <= "\ue0ff" else c for c in sentence)
    for mark in sorted(marks, reverse=True):
        sign = chr(ord(_OPEN) + _KINDS.index(mark.kind))
        plain = f"{plain[: mark.start]}{sign}{plain[mark.start : mark.end]}{_CLOSE}{plain[mark.end :]}"
    return safe(f"“{plain}”")


def _with_marks(line: str, colour: bool) -> str:
    for index, kind in enumerate(_KINDS):
        line = line.replace(chr(ord(_OPEN) + index), f"\x1b[{_COLOURS[kind]}m" if colour else "[")
    return line.replace(_CLOSE, "\x1b[0m" if colour else "]")


def _wrapped(text: str, width: int | None, indent: str) -> list[str]:
    if width is None:
        return [indent + text]
    lines = textwrap.wrap(text, max(30, width - len(indent)), break_long_words=False)
    return [indent + line for line in lines]


def _styled(text: str, style: str, colour: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if colour else text
