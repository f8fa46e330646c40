"""Coordination: what a verb shares with the first it is joined to: "will close one mill and *sell* another"."""

from __future__ import annotations

from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import HELPERS, SUBJECTS, has_subject, helpers, is_passive
from kg.parse import Token

_SINGULAR = frozenset({"he", "she", "it"})


def first_conjunct(verb: Token) -> Token | None:
    """The verb that a verb is coordinated with and may share its subject and auxiliaries with."""
    if verb.dep_ != "conj":
        return None
    first = verb.head
    while first.dep_ == "conj" and not has_subject(first):
        first = first.head
    return first if first.pos_ in VERBAL else None


def lacks_be(verb: Token) -> bool:
    """Whether a participle with a subject of its own goes without the "be" of the first: "may be shut and their owners
    *fined*"."""
    return verb.tag_ == "VBN" and has_subject(verb) and HELPERS.isdisjoint(verb.below) and is_passive(verb)


def coordinator(verb: Token) -> Token | None:
    """The conjunction before the second of two coordinated verbs."""
    between = [child for child in verb.head.rights if child.dep_ == "cc" and child.i < verb.i]
    return between[-1] if between else None


def lacks_helper(verb: Token) -> bool:
    """Whether no finite helper stands beside a verb: "will resign and *leave*", "will resign and *be replaced*"."""
    return next((helper.tag_ for helper in helpers(verb)), "VB") == "VB"


def is_bare(verb: Token) -> bool:
    """Whether a verb needs an auxiliary, which may stand before its first conjunct; "put" may be tagged as a past."""
    if verb.tag_ == "VBP":  # "that she would not dig a hole and then *pay*"
        first = first_conjunct(verb)
        doers = [child for child in first.lefts if child.dep_ in SUBJECTS] if first is not None else []
        return bool(doers) and all(doer.tag_ in ("NN", "NNP") or doer.lower_ in _SINGULAR for doer in doers)
    return verb.tag_ in ("VB", "VBN", "VBG") or (verb.tag_ == "VBD" and verb.lower_ == verb.lemma_)


def shares_form(verb: Token, first: Token) -> bool:
    """Whether a bare verb can share the auxiliary of the first; not "would hire pilots and no longer planned to"."""
    is_participle = verb.tag_ == "VBN" and verb.lower_ != verb.lemma_
    return is_bare(verb) and not (is_participle and first.tag_ == "VB")


def may_have_been(verb: Token, first: Token) -> bool:
    """Whether what is tagged as a past may share "could have": "could have sold it and kept the frame"; not "could have
    sold it but kept it"."""
    joint = coordinator(verb)
    if joint is not None and joint.lower_ == "but":
        return False
    if verb.head.i != first.i and verb.head.tag_ == "VBD" and not may_have_been(verb.head, first):
        return False
    tags = {helper.tag_ for helper in helpers(first)}
    return verb.tag_ == "VBD" and first.tag_ == "VBN" and "VB" in tags and not tags.isdisjoint({"MD", "TO"})
