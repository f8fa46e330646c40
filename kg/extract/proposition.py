"""What every rule yields: a proposition over tokens, before status, mentions and time are looked up."""

from __future__ import annotations

from dataclasses import dataclass

from kg.parse import Token


@dataclass(frozen=True, slots=True)
class Words:
    """A literal argument: a value that stands at these tokens."""

    tokens: tuple[Token, ...]
    value: str = ""  # "" = the words as written
    datatype: str = "xsd:string"


@dataclass(frozen=True, slots=True)
class Clausal:
    """A proposition as argument: whatever is read at this embedded predicate ("said that X *sells* Y")."""

    head: Token


@dataclass(frozen=True, slots=True)
class Proposition:
    """Subject, relation and object as tokens; the assembler turns them into a Statement."""

    subject: Token  # head of the noun phrase
    predicate: str  # "kg:sells" or "kgo:keepUpWith"
    relation: tuple[Token, ...]  # the words that express it
    object: Token | Words | Clausal | None
    anchor: Token  # the token whose status this is: the verb, or the noun of "a lawyer for X"
    rule: str  # name of the rule, for explain and for confidence
    roles: tuple[tuple[str, Token | Words | Clausal], ...] = ()
    derived_from: Proposition | None = None  # "sellsTo" from "sells ... to"
    consumed: frozenset[tuple[int, int]] = frozenset()  # (predicate, argument) tokens that no other rule need read
    label: str = ""  # relation phrase when it is not the relation's own words, e.g. "sells"
    over: tuple[Token, ...] = ()  # the words that tell that it is so no more: "*former* chief", "*left* the bank"
    backing: tuple[str, ...] = ()  # names of constructions used, for confidence
