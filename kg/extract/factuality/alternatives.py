"""Alternatives: of what "or" joins only one is said to be so: "bought Orlo or Tarn", "fined or jailed him"; and what
an adverb leaves open of one phrase."""

from __future__ import annotations

from kg.extract.factuality.lexicon import Lexicon
from kg.grammar.kinds import is_plain_plural
from kg.grammar.phrases import VERBAL, conjuncts, first_of
from kg.grammar.verbs import HELPERS, SUBJECTS, has_subject
from kg.parse import Token

_NUMBERS = frozenset({"NUM", "PRON", "ADJ", "ADV"})  # "two or three", "he or she"
_MANY = frozenset({"others", "many", "some", "dozens", "scores", "hundreds", "thousands", "millions"})
_PAST = frozenset({"VBD", "VBN"})
_PAST_HELPERS = frozenset({"was", "were", "had", "has", "have", "been"})


def hedge_before(noun: Token, lexicon: Lexicon) -> tuple[str, Token] | None:
    """What an adverb makes of one phrase only, and the adverb: "was blown up, *possibly* by rebels"."""
    place = noun.head
    if noun.dep_ != "pobj" or place.dep_ not in ("agent", "prep", "dative"):
        return None
    for adverb in place.lefts:
        found = lexicon.adverb(adverb) if adverb.dep_ == "advmod" else None
        if found is not None and found.if_positive in ("o", "c"):
            return found.if_positive, adverb
    return None


def alternative(argument: Token) -> Token | None:
    """The "or" that joins an argument, or the phrase in which it stands, with others; none of two names of one thing:
    "the hare, or Lepus", "computing, or RISC"."""
    if argument.pos_ in _NUMBERS:
        return None
    joint = _joint(argument)
    if joint is None and argument.dep_ == "pobj" and argument.head.pos_ == "ADP":
        joint = _joint(argument.head)
    return joint


def other_deed(verb: Token) -> Token | None:
    """The "or" right between a verb that tells what happened and another one of the same subject: "was damaged or
    destroyed", "is *either* gone or has to go"; what is often used or sold is both."""
    is_past = verb.tag_ in _PAST and (HELPERS.isdisjoint(verb.below) or any(map(_is_past, verb.lefts)))
    if not is_past and not _is_either(verb):
        return None
    if is_past and not _is_either(verb) and _is_of_many(verb):
        return None  # "Others had gone home or were asleep", "destroyed or damaged hundreds of shops"
    joint = next(filter(_is_or, verb.rights), None) if "conj" in verb.below else None
    if joint is not None and any(c.dep_ == "conj" and c.i > joint.i and _goes_on(c) for c in verb.rights):
        return joint
    if verb.dep_ != "conj" or verb.head.pos_ not in VERBAL or not _goes_on(verb):
        return None
    joints = [joint for joint in verb.head.rights if joint.dep_ == "cc" and joint.i < verb.i]
    # "fell or jumped and was hurt": it is told of both
    return next(iter(joints), None) if joints and all(map(_is_or, joints)) else None


def other_silence(verb: Token) -> Token | None:
    """The "or" before what many did not do if they did something else: "declined to comment *or* did not reply"."""
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ not in VERBAL or not _goes_on(verb) or "neg" in first.below:
        return None
    is_past = first.tag_ in _PAST and any(child.dep_ == "neg" for child in verb.lefts)
    return next((joint for joint in first.rights if _is_or(joint) and joint.i < verb.i), None) if is_past else None


def other_case(verb: Token) -> Token | None:
    """The "or" between two clauses of which only one need hold: "Either the valve failed or nobody had shut it";
    what goes on with the second stands as it does: "or she saw it and *drove* on"."""
    first = first_of(verb) if not has_subject(verb) else verb.head if verb.dep_ == "conj" else verb
    start = first.left_edge.i
    opening = first.doc.tokens[start : min(start + 2, first.i)]  # "that either"
    if "conj" not in first.below or all(token.lower_ != "either" for token in opening):
        return None
    joint = next(filter(_is_or, first.rights), None)
    others = (child for child in first.rights if child.dep_ == "conj" and child.pos_ in VERBAL and has_subject(child))
    return joint if joint is not None and any(child.i > joint.i for child in others) else None


def _is_of_many(verb: Token) -> bool:
    """Whether what is told is told of many, of some one thing and of some the other: others, shops, hundreds of shops;
    not of a number of them."""
    first = first_of(verb)
    deeds = [first, *(child for child in first.rights if child.dep_ == "conj"), verb]
    if first.dep_ == "advcl" and first.tag_ == first.head.tag_ == "VBN" and not has_subject(first):
        deeds.append(first.head)  # "were beaten, jailed or driven from their homes", its list hung beside
    below = [child for one in deeds for child in one.children]
    done_to = [child for child in below if child.dep_ == "dobj"] or [c for c in below if c.dep_ in SUBJECTS]
    return any(noun.lower_ in _MANY or is_plain_plural(noun) for noun in done_to)


def _is_either(verb: Token) -> bool:
    first = verb.head if verb.dep_ == "conj" else verb
    return any(c.dep_ == "preconj" and c.lower_ == "either" for c in first.lefts)


def _goes_on(verb: Token) -> bool:
    return verb.pos_ in VERBAL and not has_subject(verb)


def _is_past(helper: Token) -> bool:
    return helper.dep_ in HELPERS and helper.lower_ in _PAST_HELPERS


def _joint(word: Token) -> Token | None:
    if word.dep_ != "conj" and "conj" not in word.below:
        return None
    alike = [word.head, word] if word.pos_ == "ADP" and word.dep_ == "conj" else [*conjuncts(word)]
    joint = next((child for one in alike for child in one.rights if _is_or(child) and "conj" in one.below), None)
    if joint is None:
        return None
    is_renaming = joint.text_before == "," and len(alike) == 2
    return None if is_renaming or any(one.i > joint.i and one.text.isupper() for one in alike) else joint


def _is_or(word: Token) -> bool:
    return word.dep_ == "cc" and word.lower_ == "or"
