"""Which named thing a pronoun refers to: he and she by a lead in salience, it and its by clause structure only."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.annotate.name_types import family
from kg.annotate.referents import Referent, Referents, is_subject
from kg.naming import roles

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_LEAD = 1.5  # what the best candidate must be ahead by
_SENTENCE, _SUBJECT, _KNOWN_GENDER, _PARAGRAPH = 2.0, 1.5, 1.0, 0.5
_NEAREST = 1.0  # the last person named, if no subject: "told Lund he would pay"
_REACH = 3  # sentences back


def resolve_personal(pronoun: Token, referents: Referents) -> str | None:
    """The person that "he" or "she" is, if one leads clearly, has a full name and is surely a person."""
    gender = _GENDER[pronoun.lower_]
    scores = {r.ident: _salience(pronoun, r, gender, referents) for r in _persons(pronoun, gender, referents)}
    if not scores:
        return None
    ranked = sorted(scores, key=lambda ident: (-scores[ident], int(ident)))
    best = referents.all[ranked[0]]
    rivals = [scores[ident] for ident in ranked[1:]] + list(_unnamed(pronoun, gender, referents))
    if rivals and scores[best.ident] - max(rivals) < _LEAD:
        return None
    return best.ident if best.is_full and best.signs >= 2 else None


def _persons(pronoun: Token, gender: str, referents: Referents) -> Iterator[Referent]:
    for referent in referents.all.values():
        if referent.type != "kg:Person" or not referent.met or referent.gender not in ("", gender):
            continue
        last = referent.met[-1]
        if referents.sentences_between(last, pronoun) <= _REACH and not _is_barred(pronoun, referent, referents):
            yield referent


def _is_barred(pronoun: Token, referent: Referent, referents: Referents) -> bool:
    """Whether grammar forbids it: "Lund saw him" is not Lund, and who is quoted does not call himself "he"."""
    for token in referent.met[-3:]:
        same_clause = token.head == pronoun.head and is_subject(token) != is_subject(pronoun)
        if same_clause and pronoun.dep_ in {"dobj", "dative", "nsubj"} and not pronoun.lower_.endswith("self"):
            return True
        is_speaker = referents.is_quoted(pronoun) and not referents.is_quoted(token) and is_subject(token)
        if is_speaker and referents.sentences_between(token, pronoun) == 0:
            return True
    return False


def _salience(pronoun: Token, referent: Referent, gender: str, referents: Referents) -> float:
    nearest = max((r.met[-1] for r in referents.all.values() if r.met and r.type == "kg:Person"), key=lambda t: t.i)
    return max(
        -_SENTENCE * referents.sentences_between(token, pronoun)
        + _SUBJECT * is_subject(token)
        + _KNOWN_GENDER * (referent.gender == gender)
        + _PARAGRAPH * referents.is_same_paragraph(token, pronoun)
        + _NEAREST * (token == nearest and not is_subject(token))
        for token in referent.met[-4:]
    )


def _unnamed(pronoun: Token, gender: str, referents: Referents) -> Iterator[float]:
    """How salient people without a name are: "A dentist found it. He ..."."""
    doc = pronoun.doc
    sentence = pronoun.sent
    start = doc[sentence.start - 1].sent.start if sentence.start else sentence.start
    for token in doc[start : pronoun.i]:
        is_person = token.tag_ == "NN" and token.lemma_.lower() in roles() and not referents.is_inside_name(token)
        if not is_person or token.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj"} or _is_named(token, referents):
            continue
        if roles()[token.lemma_.lower()] in ("", gender):
            known = _KNOWN_GENDER * (roles()[token.lemma_.lower()] == gender)
            distance = _SENTENCE * referents.sentences_between(token, pronoun)
            yield (
                _SUBJECT * is_subject(token)
                - distance
                + known
                + _PARAGRAPH * referents.is_same_paragraph(token, pronoun)
            )


def _is_named(noun: Token, referents: Referents) -> bool:
    """Whether a description stands beside the name of the person it describes."""
    beside = [*noun.children, noun.head]
    is_beside = any(t.dep_ in {"appos", "compound"} and referents.is_inside_name(t) for t in beside)
    return is_beside or referents.last_at(noun) is not None


def resolve_neuter(pronoun: Token, referents: Referents) -> str | None:
    """The organisation, place or product that "it" is: only the subject of the clause around, or of the one before."""
    if pronoun.dep_ == "expl" or referents.is_quoted(pronoun):
        return None
    owner = _governing_subject(pronoun)
    if owner is None or (owner.head == pronoun.head and pronoun.lower_ == "it"):
        return None
    ident = referents.last_at(owner)
    return ident if ident is not None and _is_neuter(referents.all[ident]) else None


def _is_neuter(referent: Referent) -> bool:
    return family(referent.type) in {"organization", "place", "product"}


def _governing_subject(pronoun: Token) -> Token | None:
    """The nearest subject above a pronoun: "Halden" in "Halden sold its mill" and in "Halden said it would sell"."""
    verb = pronoun.head
    while verb.dep_ != "ROOT" and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    while True:
        for child in verb.children:
            if is_subject(child) and child.i < pronoun.i and child != pronoun and not _holds(child, pronoun):
                return child
        if verb.dep_ not in {"ccomp", "xcomp", "advcl", "conj"}:
            return None
        verb = verb.head


def _holds(token: Token, other: Token) -> bool:
    return token == other or token.is_ancestor(other)
