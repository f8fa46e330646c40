"""What each of several has of its own: "Ek and Moe got nine years and six years *respectively*"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kg.extract.fillers import places_of
from kg.extract.proposition import Proposition, Words
from kg.grammar.phrases import VERBAL
from kg.parse import Doc, Token

_EACH = "respectively"
Pair = tuple[int, int]


def each_its_own(doc: Doc, found: list[Proposition]) -> list[Proposition]:
    """The propositions without those that give to one of several what another of them has."""
    verbs = {verb.i for token in doc.tokens if token.lower_ == _EACH and (verb := _verb_of(token)) is not None}
    if not verbs:
        return found
    told: dict[int, list[Proposition]] = defaultdict(list)
    for p in found:
        if p.anchor.i in verbs and p.derived_from is None and p.object is not None:
            told[p.anchor.i].append(p)
    wrong = {(verb, *pair) for verb, listed in told.items() for pair in _crossed(listed)}
    return [_without_word(p) for p in found if not _is_crossed(p, wrong)]


def _verb_of(word: Token) -> Token | None:
    return next((token for token in word.ancestors if token.pos_ in VERBAL), None)


def _crossed(told: list[Proposition]) -> set[Pair]:
    """Subject and object of those that do not belong together; all pairs if they are not as many."""
    pairs = {_pair(p) for p in told}
    subjects = sorted({p.subject for p in told}, key=lambda token: token.i)
    things = sorted({thing for _, thing in pairs})
    alone = [s.i for s in subjects if not any(_stands_for(s, other) for other in subjects)]
    if len(alone) == len(things) + 1 and "nummod" in subjects[0].below and subjects[0].tag_ == "NNS":
        alone = alone[1:]  # "*two clerks*, a cook and a guard"
    if len(alone) < 2:
        return set()
    own = set(zip(alone, things, strict=True)) if len(alone) == len(things) else set()
    return pairs - own


def _pair(p: Proposition) -> Pair:
    return p.subject.i, min(places_of(p.object), default=-1)


def _stands_for(group: Token, member: Token) -> bool:
    """ "*Two clerks*, Ek and Moe": both of them."""
    above = member
    while above.dep_ == "conj":
        above = above.head
    return above is not group and above.dep_ == "appos" and above.head is group


def _is_crossed(p: Proposition, wrong: set[tuple[int, int, int]]) -> bool:
    base = p.derived_from or p
    return (base.anchor.i, *_pair(base)) in wrong


def _without_word(p: Proposition) -> Proposition:
    """ "Six years *respectively*": no part of what was got."""
    thing = p.object
    if not isinstance(thing, Words) or thing.tokens[-1].lower_ != _EACH or len(thing.tokens) < 2:
        return p
    kept = [token for token in thing.tokens if token.lower_ != _EACH]
    while len(kept) > 1 and kept[-1].is_punct:
        kept.pop()
    return replace(p, object=replace(thing, tokens=tuple(kept)))
