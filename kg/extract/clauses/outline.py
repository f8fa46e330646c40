"""Clauses in plain words: which part of a sentence was taken for what, for people who teach or doubt the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses import Clause, phrase
from kg.extract.clauses.complements import Complement
from kg.parse import Token


@dataclass(frozen=True, slots=True)
class Outline:
    """One clause: where its predicate stands, its words, and its parts in order: ("subject", "the firm"), ..."""

    start: int
    predicate: str
    kind: str  # verb, passive, copula or apposition
    parts: tuple[tuple[str, str], ...]


def outline(clause: Clause) -> Outline:
    """The clause in words. How its subject was found stands in brackets, unless it is the verb's own."""
    kind = "passive" if clause.is_passive else clause.kind.value
    return Outline(clause.head.idx, _predicate(clause), kind, tuple(_parts(clause)))


def _predicate(clause: Clause) -> str:
    verb = clause.verb
    helpers = [t for t in verb.children if t.dep_ in ("aux", "auxpass", "neg") and t.i < verb.i]
    found = {*helpers, verb, clause.head, *([clause.particle] if clause.particle is not None else [])}
    return _text(tuple(found))


def _parts(clause: Clause) -> Iterator[tuple[str, str]]:
    how = "" if clause.subject_source in ("own", "apposition") else f" [{clause.subject_source}]"
    for subject in clause.subjects:
        yield "subject", _text(phrase(subject)) + how
    attributes = tuple(t for t in clause.attributes if t != clause.head)
    for name, tokens in (
        ("object", clause.objects),
        ("dative", clause.datives),
        ("agent", clause.agents),
        ("attribute", attributes),
        ("adverb", clause.adverbs),
    ):
        yield from ((name, _text(phrase(token))) for token in tokens)
    for oblique in clause.obliques:
        for head in oblique.heads:
            yield _text(oblique.marker).lower(), _text(phrase(head))
    yield from (_complement(each) for each in clause.complements)


def _complement(complement: Complement) -> tuple[str, str]:
    return f"{complement.kind}-clause", f"… {complement.head.text} …"


def _text(tokens: tuple[Token, ...]) -> str:
    return " ".join(token.text for token in sorted(tokens, key=lambda t: t.i))
