"""Spouses taken up by what they are: "She married Emil Hart in 1951. *Her husband* died in 1989"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.naming import description_words
from kg.parse import Token


def is_spouse(noun: Token) -> bool:
    """Whether a noun is "her husband", and no "first husband"."""
    return noun.lemma_.lower() in description_words("spouse") and [t.dep_ for t in noun.lefts] == ["poss"]


def by_marriage(noun: Token, referents: Referents) -> Iterator[Referent]:
    """Whom the owner of the noun has married, as the text told before."""
    owner = next((referents.at(t) for t in noun.lefts if t.dep_ == "poss"), None)
    for token in owner.met if owner is not None else ():
        for verb in _deeds(token) if is_subject(token) else ():
            if verb.lemma_ in description_words("marrying"):
                found = (referents.at(t) for t in verb.rights if t.dep_ == "dobj")
                yield from (r for r in found if r is not None and r is not owner and r.type == "kg:Person")


def _deeds(subject: Token) -> Iterator[Token]:
    """What a subject does: "*trained* as a nurse and *married* Hart"."""
    verb: Token | None = subject.head
    while verb is not None:
        yield verb
        verb = next((t for t in verb.rights if t.dep_ == "conj" and not any(map(is_subject, t.lefts))), None)
