"""Relatives taken up by what they are: "She married Emil Hart in 1951. *Her husband* died in 1989"; "Mr Hart's mother
said *her son* was ill"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.annotate.coreference.around import subjects_around
from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.grammar.wordlists import rows
from kg.naming import description_words, roles
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


def is_relative(noun: Token) -> bool:
    """Whether a noun is "her son", and no "younger son"."""
    is_owned = [t.dep_ for t in noun.lefts] == ["poss"] and noun.left_edge.lower_ in {"his", "her"}
    return is_owned and noun.tag_ == "NN" and noun.lemma_.lower() in _answers()


def by_kinship(noun: Token, referents: Referents) -> Iterator[Referent]:
    """Whose mother somebody was called who speaks of "her son"."""
    pronoun = noun.left_edge
    owner = referents.at(pronoun)
    for subject in subjects_around(noun):
        speaker = referents.at(subject)
        if speaker is None or speaker.is_plural or (owner is not None and not owner.is_open and owner is not speaker):
            continue
        called = {t.lemma_.lower() for token in speaker.named_at for t in _beside(token)}
        other = referents.possessor(speaker) if called & _answers()[noun.lemma_.lower()] else None
        gender = roles().get(noun.lemma_.lower(), "")
        if other is not None and other.is_named and other.type == "kg:Person" and other.gender in ("", gender):
            yield other
        return


def _beside(token: Token) -> Iterator[Token]:
    """The nouns that call somebody: the noun itself, and those beside a name."""
    yield token
    yield from (t for t in token.rights if t.dep_ == "appos")
    if token.dep_ in {"appos", "compound"}:
        yield token.head


@cache
def _answers() -> dict[str, frozenset[str]]:
    """By what somebody is to another what the other is to him: a mother or a father has a son."""
    return {row["word"]: frozenset(row["for"].split("|")) for row in rows("kinship")}


def _deeds(subject: Token) -> Iterator[Token]:
    """What a subject does: "*trained* as a nurse and *married* Hart"."""
    verb: Token | None = subject.head
    while verb is not None:
        yield verb
        verb = next((t for t in verb.rights if t.dep_ == "conj" and not any(map(is_subject, t.lefts))), None)


def may_be_couple(group: Referent, referents: Referents) -> bool:
    """Whether two may be "the couple": two men or two women only if the text tells that they are one, as by a "wife",
    a wedding or one surname."""
    members = [r for r in map(referents.at, group.members) if r is not None]
    genders = {r.gender for r in members}
    if len(genders) != 1 or not genders - {""}:
        return True
    surnames = {r.name.split()[-1] for r in members if r.is_named}
    if len(surnames) < len(members):
        return True
    told = {t.lemma_.lower() for member in group.members for token in _beside(member) for t in (token, token.head)}
    return bool(told & (description_words("spouse") | description_words("marrying")))
