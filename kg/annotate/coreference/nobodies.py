"""Speakers whom nothing names: "One of the guards said so. *He* left", "Another told police that *he* ran"; animals."""

from __future__ import annotations

from kg.annotate.coreference.around import is_just_before, is_main, subjects_around, tells
from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.naming import small_words, stand_ins
from kg.parse import Token

_OF_SEVERAL = frozenset({"one", "another"})
_REACH = 2  # sentences back, of which one may be quoted


def may_be_nobody(pronoun: Token, referents: Referents) -> bool:
    """Whether "he" may be somebody whom a number or the like tells of, in the same sentence or the one before."""
    if referents.is_quoted(pronoun):
        return False
    if any(_is_nobody(t, referents, is_here=True) for t in subjects_around(pronoun) if t is not pronoun):
        return True
    if not is_subject(pronoun) or not (is_main(pronoun) or tells(pronoun)):
        return False
    before = pronoun.sent.start - 1
    for _ in range(_REACH):
        while before >= 0 and referents.doc[before].is_space:
            before -= 1
        if before < 0:
            return False
        sentence = referents.doc[before].sent
        subjects = [t for t in sentence.root.lefts if is_subject(t)]
        if not referents.is_quoted(sentence.root):
            return any(_is_nobody(t, referents) for t in subjects)
        before = sentence.start - 1
    return False


def may_be_animal(pronoun: Token, person: Referent) -> bool:
    """Whether the sentence before is about an animal, and only touches on a person: "The *dog* belonged to Lund. *She*
    was thin"."""
    before = [t for t in person.met if is_just_before(t, pronoun)]
    if not (is_subject(pronoun) and before) or any(is_subject(t) or t.dep_ == "poss" for t in before):
        return False
    animals = stand_ins()["animal"] | small_words("animal")
    return any(t.tag_ == "NN" and is_subject(t) and t.lemma_.lower() in animals for t in before[0].sent)


def _is_nobody(subject: Token, referents: Referents, *, is_here: bool = False) -> bool:
    """Whether a subject, in a sentence before one that tells something, is "one of them", "another", "a second source",
    and no name stands beside it."""
    is_here &= subject.lower_ in _OF_SEVERAL
    if not (is_here or tells(subject)) or any(t.dep_ == "appos" or t.ent_type_ == "PERSON" for t in subject.rights):
        return False
    if any(t.lower_ == "no" for t in subject.lefts):
        return False
    known = referents.at(subject)
    is_open = known is None or not (known.is_named or known.type == "kg:Person")
    return is_open and subject.lower_ in small_words("stranger")
