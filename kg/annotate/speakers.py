"""Who says "I" and "we" inside quotation marks: the speaker of the quotation."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.name_classes import family
from kg.annotate.referent import Referent
from kg.annotate.referents import Referents
from kg.parse import Token

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_SPOKEN = _SINGULAR | _PLURAL


def spoken_pronouns(referents: Referents) -> Iterator[tuple[Token, Referent]]:
    """Each "I" of a person and each "we" of a body that is quoted, with its referent."""
    for token in referents.doc.written(_SPOKEN):
        if token.pos_ != "PRON" or not referents.is_quoted(token):
            continue
        speaker = referents.speaker_of(token)
        referent = referents.at(speaker) if speaker is not None else None
        if referent is not None and not referent.is_open and _may_say(referent, token):
            yield token, referent


def _may_say(speaker: Referent, pronoun: Token) -> bool:
    kind = family(speaker.type)
    return not speaker.is_plural and kind == ("person" if pronoun.lower_ in _SINGULAR else "organization")
