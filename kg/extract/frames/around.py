"""The clauses around the nouns of a document: what a noun is there, object or subject, predicate or behind "as"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.extract.clauses import Clause, ClauseKind
from kg.extract.frames.types import Types
from kg.grammar.wordlists import words
from kg.parse import Token

_RAISING = frozenset({"promote", "appoint", "elevate", "rise", "advance"})  # "She was promoted to chair": she
_STANDING = frozenset({"be", "locate", "situate", "base", "lie", "remain", "stand"})  # "its seat is in Oslo"


@dataclass(frozen=True, slots=True)
class Around:
    """Clauses by the place of a noun, or of their verb."""

    by_verb: dict[int, Clause] = field(default_factory=dict)
    predicated: dict[int, Clause] = field(default_factory=dict)  # "she is a *welder*"
    object_of: dict[int, Clause] = field(default_factory=dict)
    subject_of: dict[int, Clause] = field(default_factory=dict)  # "its *chief* is Ruth Aldane"
    including: dict[int, Clause] = field(default_factory=dict)  # "its *units* include Elm"
    standing: dict[int, Clause] = field(default_factory=dict)  # "its *seat* is in Oslo"
    behind_as: dict[int, Clause] = field(default_factory=dict)  # "works as a *welder*", "rose to *chair*"


def around(clauses: Iterable[Clause], types: Types) -> Around:
    """The clauses of a document, filed under what stands in them."""
    found = Around()
    for clause in clauses:
        if clause.kind is not ClauseKind.APPOSITION:
            _file(found, clause, types)
    return found


def _file(found: Around, clause: Clause, types: Types) -> None:
    found.by_verb[clause.verb.i] = clause
    lemma = clause.verb.lemma_
    for token in clause.attributes:
        found.predicated[token.i] = clause
    for token in clause.objects:
        found.object_of[token.i] = clause
    if clause.kind is ClauseKind.COPULA:
        found.subject_of.update(_by_subject(clause))
    if lemma == "include" and clause.verb.dep_ != "relcl" and not clause.is_passive:
        found.including.update(_by_subject(clause))
    if lemma in _STANDING:
        found.standing.update(_by_subject(clause))
    for head in _posts(clause, types) if clause.obliques else ():
        found.behind_as[head.i] = clause


def _by_subject(clause: Clause) -> dict[int, Clause]:
    return {token.i: clause for token in clause.subjects}


def _posts(clause: Clause, types: Types) -> Iterator[Token]:
    """As what somebody acts: "works as a *welder*", "promoted to *chair*", not "promoted to the board"."""
    is_proposed = clause.verb.lemma_ in words("proposing", "lemma")
    for oblique in clause.obliques:
        if oblique.marker[-1].lower_ == "to" and clause.verb.lemma_ in _RAISING:
            yield from filter(types.is_post, oblique.heads)
        elif oblique.marker[-1].lower_ == "as" and not is_proposed:
            yield from oblique.heads
