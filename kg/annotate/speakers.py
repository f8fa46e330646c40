"""Who says "I" and "we" inside quotation marks: the only speaker of the paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.annotate.name_classes import family
from kg.annotate.referent import Referent, is_subject
from kg.annotate.referents import Referents
from kg.naming import telling_verbs
from kg.parse import Token

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


def spoken_pronouns(referents: Referents) -> Iterator[tuple[Token, str]]:
    """Each "I" of a person and each "we" of a body that is quoted, with its referent."""
    speakers = _speakers(referents)
    for token in referents.doc:
        if token.lower_ not in _SINGULAR | _PLURAL or token.pos_ != "PRON" or not referents.is_quoted(token):
            continue
        found = speakers[referents.paragraph_of(token)]
        if len(found) == 1 and found[0] is not None and _may_say(found[0], token):
            yield token, found[0].ident


def _speakers(referents: Referents) -> dict[int, list[Referent | None]]:
    """Who speaks in each paragraph, once each; None for somebody without a name."""
    speakers: dict[int, list[Referent | None]] = defaultdict(list)
    for token in referents.doc:
        if not is_subject(token) or token.head.lemma_ not in telling_verbs("speech") or referents.is_quoted(token):
            continue
        ident = referents.last_at(token)
        speaker = referents.all[ident] if ident is not None else None
        paragraph = referents.paragraph_of(token)
        if speaker not in speakers[paragraph]:
            speakers[paragraph].append(speaker)
    return speakers


def _may_say(speaker: Referent, pronoun: Token) -> bool:
    kind = family(speaker.type)
    return kind == ("person" if pronoun.lower_ in _SINGULAR else "organization")
