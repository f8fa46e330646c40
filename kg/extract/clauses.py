"""Clauses: every predicate of a sentence with its real arguments, as spaCy tokens, before status and mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token


class ClauseKind(StrEnum):
    """What predicates: a verb, or a construction that predicates without one."""

    VERB = "verb"  # "The museum lent two sketches to a gallery."
    COPULA = "copula"  # "Mia Torres is a judge." - head is the noun or adjective (or preposition) that is predicated
    APPOSITION = "apposition"  # "Mia Torres, a judge, spoke." - subject Mia Torres, attribute judge


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional argument: "to a gallery in Oslo" is marker (to,) and heads (gallery,)."""

    marker: tuple[Token, ...]  # the preposition's words: "to", "because of", "such as"
    heads: tuple[Token, ...]  # nouns, or the verb of "after selling X"; all conjuncts, in order
    is_on_noun: bool = False  # hangs on the object, not on the verb (the parser's choice, often wrong)


@dataclass(frozen=True, slots=True)
class Complement:
    """A clause as argument: "said that X", "plans to X", "stopped doing X", "asked Y to X"."""

    kind: str  # "that" | "wh" | "inf" | "objinf" | "ger" | "quote"
    head: Token  # the embedded predicate


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with everything that depends on it. Conjuncts are all listed: (A, B) for "A and B"."""

    head: Token
    kind: ClauseKind
    subjects: tuple[Token, ...] = ()  # the real ones: controller, antecedent of "who", subject shared by conjuncts
    objects: tuple[Token, ...] = ()
    datives: tuple[Token, ...] = ()  # "gave her a book"
    agents: tuple[Token, ...] = ()  # "sold by X"
    attributes: tuple[Token, ...] = ()  # predicate nouns and adjectives: "is a judge", "named her chair"
    obliques: tuple[Oblique, ...] = ()
    adverbs: tuple[Token, ...] = ()  # place, time and others, without negation
    complements: tuple[Complement, ...] = ()
    particle: Token | None = None  # "set up"
    is_passive: bool = False
    subject_source: str = "own"  # own | conjunct | control | relative | participle | apposition | none


def clauses(doc: Doc) -> Iterator[Clause]:
    """Every clause of a parsed document, in reading order."""
    raise NotImplementedError


def subjects(predicate: Token) -> tuple[Token, ...]:
    """The real subjects of a verb or of a predicated noun or adjective, however far away they stand.

    Through conjunction, auxiliaries, control and raising ("wants to sell"), relative clauses ("a firm that sells"),
    participles ("a firm selling"), adverbial participles ("Selling its arm, the firm"). In the passive: the patient.
    """
    raise NotImplementedError


def conjuncts(head: Token) -> tuple[Token, ...]:
    """The head and all that is coordinated with it, in order: "A, B and C" from A, B or C gives (A, B, C)."""
    raise NotImplementedError


def phrase(head: Token) -> tuple[Token, ...]:
    """The words of a noun phrase as a name or short description: determiner, modifiers, compounds, of-phrases;
    without relative clauses, appositions, conjuncts and other prepositional phrases. In order; may have gaps."""
    raise NotImplementedError
