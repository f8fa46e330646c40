"""All propositions of a document: curated relations first, open ones for what is left, then those of members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.classes import classes
from kg.extract.clauses import Clause
from kg.extract.contents import with_contents
from kg.extract.customers import sales_to_customers
from kg.extract.exemplars import exemplars, is_amount, members
from kg.extract.frames import frame_propositions
from kg.extract.mentions import Mentions
from kg.extract.open import open_propositions
from kg.extract.own_clause import asks_what, is_elliptic, tells_itself
from kg.extract.proposition import Clausal, Proposition, Words
from kg.extract.respective import each_its_own
from kg.extract.stances import opposition
from kg.extract.times import TimeExpression
from kg.extract.together import as_one
from kg.ontology import Ontology
from kg.parse import Doc, Token


def all_propositions(
    doc: Doc, read: list[Clause], expressions: tuple[TimeExpression, ...], ontology: Ontology, mentions: Mentions
) -> list[Proposition]:
    """Curated relations first; open ones for what is left; then the members of groups in the group's place."""
    curated = [
        *frame_propositions(doc, read, expressions, ontology),
        *opposition(read),
        *sales_to_customers(doc, read, mentions),
    ]
    consumed = frozenset(pair for proposition in curated for pair in _read_by(proposition))
    curated = [with_contents(proposition) for proposition in curated]
    told = map(_with_its_contents, open_propositions(read, consumed, mentions))
    found = [*map(_with_being, curated), *told, *classes(doc, mentions)]
    found = [proposition for proposition in found if not _is_open(proposition)]
    versions = [version for proposition in as_one(read, found) for version in _with_members(proposition)]
    return each_its_own(doc, versions)


def _with_its_contents(proposition: Proposition) -> Proposition:
    """ "Was fined for failure *to stop*": what a noun behind a preposition says or is for."""
    return with_contents(proposition) if proposition.rule == "open/preposition" else proposition


def _with_being(proposition: Proposition) -> Proposition:
    """ "Afraid of *being unable to pay*": a clause, though its verb is only a copula."""
    thing = proposition.object
    is_copula = isinstance(thing, Token) and thing.dep_ == "pcomp" and thing.pos_ == "AUX"
    return replace(proposition, object=Clausal(thing)) if is_copula and isinstance(thing, Token) else proposition


def _is_open(proposition: Proposition) -> bool:
    """ "*What* they lost", "*all* they lost", "said *it was*", "lost *…*": nobody is told what it was."""
    thing = proposition.object
    if proposition.predicate == "kg:describedAs" and isinstance(thing, Words) and asks_what(thing.tokens):
        return True  # "could not say *how bad it was*"
    if _is_wordless(thing) or _is_wordless(proposition.subject):
        return True
    if isinstance(thing, Clausal):
        return is_elliptic(thing.head)
    return isinstance(thing, Token) and (thing.tag_ in ("WP", "WDT") or tells_itself(thing, proposition.anchor))


def _is_wordless(argument: object) -> bool:
    """Whether neither a letter nor a digit tells what is meant."""
    if not isinstance(argument, Token) or argument.is_alpha:
        return False
    return not any(c.isalnum() for word in argument.subtree for c in word.text)


def _read_by(proposition: Proposition) -> Iterator[tuple[int, int]]:
    """Predicate-argument pairs that a curated relation has read: its roles too, and what its arguments describe."""
    yield from proposition.consumed
    fillers = [proposition.object, *(filler for _, filler in proposition.roles)]
    for token in (t for filler in fillers if isinstance(filler, Words) for t in filler.tokens):
        yield proposition.anchor.i, token.i
    for token in (filler for filler in fillers if isinstance(filler, Token)):
        yield proposition.anchor.i, token.i
        if token.dep_ == "appos":  # "sells its software, Beacon": the software is read with its name
            yield proposition.anchor.i, token.head.i
        yield from ((proposition.anchor.i, c.i) for c in token.rights if c.dep_ == "appos" and c.pos_ == "NOUN")
    for _, clause in proposition.roles:
        if isinstance(clause, Clausal):
            yield proposition.anchor.i, clause.head.i


def _with_members(proposition: Proposition) -> Iterator[Proposition]:
    """The proposition, and the same about each named member of its subject or object."""
    yield proposition
    if proposition.predicate == "kg:describedAs":
        return  # what is said of a list need not hold of its members
    if members(proposition.subject) and _is_amount(proposition.object):
        return  # "two firms, Orlo and Tarn, hold 62% of them": together
    rule = f"{proposition.rule}+member"
    for member in exemplars(proposition.subject):
        yield replace(proposition, subject=member, rule=rule)
    if isinstance(proposition.object, Token):
        for member in exemplars(proposition.object):
            yield replace(proposition, object=member, rule=rule)


def _is_amount(argument: object) -> bool:
    tokens = argument.tokens if isinstance(argument, Words) else (argument,)
    return any(isinstance(token, Token) and is_amount(token) for token in tokens)
