"""What stands beside subject and object of a frame: its roles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from kg.extract.amounts import value_of
from kg.extract.clauses import Clause
from kg.extract.clauses.obliques import denial_before
from kg.extract.frames.reading import Reading
from kg.extract.frames.rules import Rule
from kg.extract.frames.slots import Filler, Slots
from kg.extract.limits import is_denied
from kg.extract.proposition import Clausal, Words
from kg.extract.roles import is_asked_by_any, is_no_argument, is_of_noun, tells_how
from kg.grammar.phrases import NOUNS, VERBAL
from kg.grammar.verbs import OBJECTS
from kg.parse import Token


def roles_of(reading: Reading, slots: Slots, rule: Rule, used: tuple[Filler, ...]) -> Iterator[tuple[str, Filler]]:
    """The roles that the frame's markers and the clause's other prepositions fill, apart from what is used already."""
    resolved = (t for filler in used if isinstance(filler, Token) for t in reading.arguments.resolved(filler))
    taken = {place_of(filler) for filler in (*used, *resolved)}
    for role, filler in marked(rule, slots.fill, taken):
        is_elsewhere = _is_of_object(filler, slots.clause) and not (role == "topic" and _is_of_cue(rule, filler, taken))
        is_elsewhere |= _is_denied(filler) or _is_phrase(filler)
        if not is_elsewhere and not _is_other_patient(reading, rule, role, filler):
            taken.add(place_of(filler))
            is_sum = isinstance(filler, Token) and value_of(filler) == "MONEY"
            yield "quantity" if is_sum else role, value(reading, filler)
    for role, head, told in reading.other_roles(slots.clause, taken):
        places = {token.i for token in told.tokens} if isinstance(told, Words) else {place_of(head)}
        if not places.isdisjoint(taken) or _is_of_object(head, slots.clause):
            continue
        is_limit = role == "circumstance" and isinstance(told, Words) and is_denied(slots.clause)
        if is_limit or not (isinstance(head, Token) and reading.is_in_date(head)):
            taken.add(place_of(head))
            yield role, value(reading, told)


def marked(rule: Rule, fill: Callable[[str], Iterable[Filler]], taken: Collection[int]) -> Iterator[tuple[str, Filler]]:
    """What stands in the slots that the frame or its relation marks for a role, if it is not taken already."""
    for role, slot in (*rule.frame.markers, *rule.relation.markers):
        free = (filler for filler in fill(slot) if place_of(filler) not in taken)
        yield from ((role, filler) for filler in free if not _is_second_deed(filler))


def _is_second_deed(filler: Filler) -> bool:
    """ "Praised them for raising prices and *closing* banks": told with the first."""
    head = filler.head if isinstance(filler, Clausal) else filler
    return isinstance(head, Token) and head.dep_ == "conj" and head.pos_ in VERBAL and head.head.pos_ in VERBAL


def _is_denied(filler: Filler) -> bool:
    """Whether a word's phrase alone is denied: "lent cash to Lund, but not to *Moe*"."""
    return isinstance(filler, Token) and filler.dep_ == "pobj" and bool(denial_before(filler.head))


def _is_phrase(filler: Filler) -> bool:
    """ "Won the cup *for the first time*", "said to loud *cheers*": a phrase that fills no role of a frame."""
    if not isinstance(filler, Token) or filler.dep_ != "pobj":
        return False
    return is_no_argument(filler.head.lower_, filler) or tells_how(filler.head.lower_, filler)


def _is_other_patient(reading: Reading, rule: Rule, role: str, filler: Filler) -> bool:
    """ "Owned the club and a *stake* in the paper": the frame is about the stake, and not the club."""
    cue = rule.frame.patient_cue
    is_marked = (role, "patient") in (*rule.frame.markers, *rule.relation.markers)
    if not cue or not is_marked or not isinstance(filler, Token):
        return False
    return not reading.rules.holds(cue, [filler, *attached(filler)])


def _is_of_cue(rule: Rule, filler: Filler, taken: Collection[int]) -> bool:
    """ "Reached a deal *on pay* with Orlo": of the noun that the frame needs, and that plays no other part in it."""
    noun = filler.head.head if isinstance(filler, Token) else None
    return bool(rule.frame.patient_cue) and noun is not None and noun.dep_ in OBJECTS and noun.i not in taken


def _is_of_object(filler: Filler, clause: Clause) -> bool:
    """Whether a word is part of the object and no role: "a crowd of *nurses*", "access to the *files*".

    "Approved the sale of the mill *to a fund*" is of the sale wherever the parser hangs it.
    """
    if not isinstance(filler, Token) or filler.head.pos_ != "ADP":
        return False
    preposition = filler.head
    if is_of_noun(filler) or (preposition.lower_ == "of" and preposition.head.pos_ in NOUNS):
        return True
    return preposition.i > clause.verb.i and is_asked_by_any(preposition, clause)


def value(reading: Reading, filler: Filler) -> Filler:
    """What a word stands for as a role: a value in words, a clause, or a thing."""
    if isinstance(filler, Token) and (reading.types.is_value(filler) or filler.pos_ in ("NUM", "ADJ")):
        return Words(reading.words_of(filler))
    if isinstance(filler, Token) and filler.pos_ in VERBAL:
        return Clausal(filler)
    return filler


def place_of(filler: Filler) -> int:
    """The token at which a filler stands."""
    if isinstance(filler, Words):
        return filler.tokens[-1].i
    return filler.head.i if isinstance(filler, Clausal) else filler.i


def attached(head: Token) -> list[Token]:
    """Words that may carry the noun of a title: "a [Bachelor] of Arts degree"."""
    return [t for t in head.children if t.dep_ in ("compound", "amod", "appos", "conj", "poss", "nmod")]
