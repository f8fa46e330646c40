"""What those gain of whom "they" tells: whose union speaks, who was held or moved, who did the deed."""

from __future__ import annotations

from kg.annotate.coreference.around import is_just_before, tells
from kg.annotate.coreference.fates import follows
from kg.annotate.coreference.introductions import BODIES
from kg.annotate.coreference.referent import Referent
from kg.annotate.coreference.referents import Referents
from kg.annotate.coreference.slots import Slot
from kg.annotate.names.classes import family
from kg.naming import class_nouns, telling_verbs
from kg.parse import Token

_FATED, _UNDERGONE = 4.0, 1.75  # "arrested two men. They appeared in court", "freed two men. They were unhurt"
_MADE = 0.5  # "will deliver two ships. They were built"
_COUNTED = 1.0  # "sacked two men. One of them"
_WANTED = 1.0  # "told them", "arrested them"
_LISTED_THINGS = -0.5  # "the paper and the ink"
_VAGUE_TYPES = frozenset({"kg:Entity", "kg:Concept"})


def of_several(slot: Slot, token: Token, referent: Referent, referents: Referents) -> float:
    """What those gain of whom "they" tells on: "Police held two men. *They* were charged", "appeared in court"."""
    is_person = family(referent.type) in {"person", "group"}
    is_just_told = token.dep_ == "dobj" and referents.sentences_between(token, slot.pronoun) <= 1
    is_doer = token.dep_ == "nsubj" and any(t.dep_ == "dobj" for t in token.head.rights)
    is_undergoer = token.dep_ in {"dobj", "nsubjpass"} and token.sent is not slot.pronoun.sent
    return (
        _FATED * follows(slot.pronoun, token)
        + _COUNTED * (slot.is_part and is_just_told and any(t.dep_ == "nummod" for t in token.lefts))
        + _UNDERGONE * (slot.is_part and _is_source(slot.pronoun, token))
        + _LISTED_THINGS * (referent.type in _VAGUE_TYPES and _are_things(referent))
        + (_UNDERGONE if is_person else _MADE) * (slot.is_done and is_undergoer)
        - _UNDERGONE * (slot.is_done and not is_undergoer and is_doer)
        + _WANTED * (slot.wants_people and is_person)
    )


def _is_source(pronoun: Token, token: Token) -> bool:
    """Whether a sentence before names its sources: "according to two *people*. One of them said"."""
    link = token.head.head if token.dep_ == "pobj" else token
    return link.lower_ == "according" and is_just_before(token, pronoun)


def _are_things(group: Referent) -> bool:
    """Whether several are told together of whom none has a name: "the paper and the ink"."""
    return bool(group.members) and all(token.pos_ == "NOUN" for token in group.members)


def are_members(pronoun: Token, token: Token) -> bool:
    """Whose union or club says it: "The *pilots*' union said they were tired"."""
    body = token.head
    is_theirs = token.dep_ == "poss" and tells(body) and body.head.is_ancestor(pronoun)
    return is_theirs and class_nouns().get(body.lemma_.lower()) in BODIES


def is_doer_of_deed(token: Token) -> bool:
    """Whose deed it is: "a strike by *drivers*"."""
    return token.dep_ == "pobj" and token.head.lower_ == "by" and token.head.head.pos_ == "NOUN"


def is_alive(referent: Referent) -> bool:
    """Whether several of an unknown kind did what people do: "*Genoese* complain about the trains, which they say"."""
    return any(t.dep_ == "nsubj" and t.head.lemma_ in telling_verbs("living") for t in referent.met)


def is_each(referent: Referent) -> bool:
    """Whether it is told of each of several people: "every *user*"; "each user ... *they*"."""
    first = referent.met[0] if referent.met and not referent.is_named else None
    is_somebody = first is not None and first.tag_ == "NN" and family(referent.type) == "person"
    return is_somebody and first is not None and any(t.lower_ in {"each", "every"} for t in first.lefts)
