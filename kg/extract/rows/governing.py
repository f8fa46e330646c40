"""Verbs that another verb governs: their relation continues its own, "plans to lend", "urged the firm to sell"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses.subjects import subjects
from kg.extract.rows.wording import Words, in_order, noun_phrase, verb_group
from kg.grammar.phrases import ADNOMINAL, VERBAL, and_conjuncts, conjuncts
from kg.grammar.verbs import HELPERS, SUBJECTS, has_subject, has_to
from kg.parse import Token

_CARRIED = frozenset({"dobj", "attr", "acomp", "oprd"})
_EMBEDDED = frozenset({"ccomp", "advcl"})


def governing(verb: Token) -> Token | None:
    """The verb whose relation an infinitive continues: "plans to lend", "is able to lend", "sold it to pay"."""
    first = _first(verb)
    governor = first.head
    if first.dep_ == "xcomp" and governor.pos_ in VERBAL:
        return None if _has_object(governor) and not has_to(first) else governor
    if first.dep_ == "xcomp" and governor.dep_ == "acomp":
        return governor.head
    if has_to(first) and first.dep_ in ADNOMINAL:
        return _of_noun(governor)
    if first.dep_ in _EMBEDDED and governor.pos_ in VERBAL and governor.i < first.i:
        is_purpose = first.dep_ == "advcl" and has_to(first)
        return governor if is_purpose or _is_small_infinitive(first) else None
    return None


def _first(verb: Token) -> Token:
    """The first of several coordinated infinitives."""
    while verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.head.tag_ == verb.tag_:
        verb = verb.head
    return verb


def _of_noun(noun: Token) -> Token | None:
    """ "Was the only curator to buy it", "closed the road in order to mend it"."""
    if conjuncts(noun)[0].dep_ == "attr":
        return conjuncts(noun)[0].head
    if noun.lower_ == "order" and noun.head.lower_ == "in" and noun.head.head.pos_ in VERBAL:
        return noun.head.head
    return None


def _is_small_infinitive(verb: Token) -> bool:
    """Whether an infinitive stands with its own subject under another verb: "wants | the firm to sell", "helped | them
    find", "called | for the firm to pay"."""
    first = _first(verb)
    if first.dep_ not in _EMBEDDED or not has_subject(first):
        return False
    marks = [child.lower_ for child in first.lefts if child.dep_ == "mark"]
    if has_to(first):
        return marks == ["for"] or not (marks or first.dep_ == "advcl")
    is_bare = first.tag_ == "VB" and not any(child.dep_ in HELPERS for child in first.lefts)
    return is_bare and first.dep_ == "ccomp" and not marks


def is_ordered(verb: Token) -> bool:
    """Whether an infinitive tells what an argument of the verb above does: "urged the firm | to sell"; no purpose."""
    first = _first(verb)
    return verb.tag_ == "VB" and (first.dep_ in ("xcomp", "ccomp") or _is_small_infinitive(first))


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in ("dobj", "dative") for child in verb.children)


def relation_words(verb: Token) -> Words:
    """The whole relation of a clause: "plans to lend", "is able to lend", "was the only curator to buy"."""
    governor = governing(verb)
    if governor is None:
        return verb_group(verb)
    return in_order((*relation_words(governor), *_between(governor, verb), *verb_group(verb)))


def _between(governor: Token, verb: Token) -> Iterator[Token]:
    """The object, subject or predicated word between a verb and the infinitive that continues it."""
    first = _first(verb)
    for child in governor.rights:
        if child.i < verb.i and child.dep_ in _CARRIED:
            carried = [c for c in and_conjuncts(child) if verb.is_ancestor(c) or c.is_ancestor(verb)] or [child]
            yield from noun_phrase(carried[-1])
    yield from _controlling(governor, verb)
    for child in first.lefts:
        if child.dep_ == "mark" and child.lower_ == "for":
            yield child
        elif child.dep_ in SUBJECTS:
            yield from noun_phrase(child)
    if first.head.lower_ == "order":
        yield from (first.head.head, first.head)


def _controlling(governor: Token, verb: Token) -> Iterator[Token]:
    """ "Called *on the firm* to sell": who is to do it, behind a preposition."""
    for child in governor.rights:
        if child.dep_ == "prep" and child.i < verb.i:
            nouns = [noun for noun in child.rights if noun.dep_ == "pobj" and noun in subjects(verb)]
            yield from (token for noun in nouns for token in (child, *noun_phrase(noun)))
