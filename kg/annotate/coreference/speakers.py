"""Who says "I" and "we" inside quotation marks: the speaker of the quotation, or the body that he speaks for."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.coreference.bodies import body_of, firm_of
from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.annotate.names.classes import family
from kg.naming import roles, small_words
from kg.parse import Token

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_PAIR = frozenset({"husband", "wife", "partner", "together", "both"})
_BODIES = frozenset({"organization", "group"})
_SPOKEN = _SINGULAR | _PLURAL


def spoken_pronouns(referents: Referents) -> Iterator[tuple[Token, Referent]]:
    """Each "I" of a person that is quoted, and each "we" of a body or of who speaks for one, with its referent."""
    for token in referents.doc.written(_SPOKEN):
        if token.pos_ != "PRON" or not referents.is_quoted(token):
            continue
        speaker = referents.speaker_of(token)
        referent = referents.at(speaker) if speaker is not None else None
        if referent is not None and token.lower_ in _PLURAL and referent.type == "kg:Person":
            referent = None if _is_mutual(token) else body_of(referent, referents) or firm_of(referent, referents)
        if referent is not None and not referent.is_open and _may_say(referent, token):
            yield token, referent


def _is_mutual(pronoun: Token) -> bool:
    """Whether several speak as one: "we know each other", "neither of us", "my wife and I ... we"; or all people:
    "studies only take *us* so far"."""
    words = [t.lower_ for t in pronoun.sent]
    if pronoun.dep_ in {"dobj", "dative"} and pronoun.head.lemma_ in small_words("teaching"):
        subjects = [t for t in pronoun.head.lefts if is_subject(t)]
        return any(t.tag_ in {"NN", "NNS"} and t.lemma_.lower() not in roles() for t in subjects)
    return "each" in words or "neither" in words or "either" in words or bool(_PAIR & {*words})


def _may_say(speaker: Referent, pronoun: Token) -> bool:
    kind = family(speaker.type)
    is_person = pronoun.lower_ in _SINGULAR
    if kind in {"product", ""} and speaker.is_named and speaker.is_acting:
        return not is_person  # "“We changed it,” the app Orlo said"
    is_house = speaker.type == "kg:Facility" or pronoun.lower_ == "our"
    is_seen = not speaker.is_named and speaker.is_acting  # "board chairman Ann Berg"
    is_body = is_seen or kind in _BODIES or (kind == "place" and is_house)
    return not speaker.is_plural and (kind == "person" if is_person else is_body)
