"""Which person "he" and "she" refer to, named or not: the one that leads all others in salience."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.annotate.around import is_fronted, is_said_of, subject_of
from kg.annotate.referent import Referent, is_subject
from kg.annotate.referents import Referents
from kg.naming import place_called, roles, telling_verbs
from kg.parse import Token

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_LEAD = 1.5  # what the best candidate must be ahead by
_SENTENCE, _SUBJECT, _KNOWN_GENDER, _PARAGRAPH = 2.0, 1.5, 1.0, 0.5
_OBJECT = 1.0  # the object of a verb above the pronoun: "told Lund he would pay"
_TELLER = 2.0  # who was said to say something, for who goes on saying: "Lund said Moe had lied. ... he added"
_REACH = 3  # sentences back
_MANY_SIGNS = 3  # "his wife, Denise"


def resolve_personal(pronoun: Token, referents: Referents) -> Referent | None:
    """The person that "he" or "she" is, if one leads clearly; a named one must be surely a person."""
    gender = _GENDER[pronoun.lower_]
    if pronoun.lower_.endswith("self"):
        return _reflexive(pronoun, gender, referents)
    if (partner := _partner(pronoun, gender, referents)) is not None:
        return partner
    scores = {r.ident: _salience(pronoun, r, gender, referents) for r in _persons(pronoun, gender, referents)}
    unnamed = {r.ident: (_salience(pronoun, r, gender, referents), r) for r in _unnamed(pronoun, gender, referents)}
    if not scores:
        known = _ahead(pronoun, gender, referents) or _untyped(pronoun, gender, referents)
        return known or _leading_unnamed(pronoun, unnamed, gender, referents)
    ranked = sorted(scores, key=lambda ident: (-scores[ident], int(ident)))
    best = referents.all[ranked[0]]
    rivals = [scores[ident] for ident in ranked[1:]] + [score for score, _ in unnamed.values()]
    rivals += _strangers(pronoun, gender, referents)
    if rivals and scores[best.ident] - max(rivals) <= _LEAD:
        return _leading_unnamed(pronoun, unnamed, gender, referents, scores[best.ident])
    is_sure = (best.is_full or (bool(best.offices) and best.signs >= _MANY_SIGNS)) and best.signs >= (
        1 if referents.is_one_paragraph() else 2
    )
    is_alone = best.signs >= 1 and referents.is_only_person(best, gender) and any(map(_is_topic, best.met))
    return best if is_sure or is_alone else None


def _reflexive(pronoun: Token, gender: str, referents: Referents) -> Referent | None:
    subject = subject_of(pronoun)
    found = referents.at(subject) if subject is not None else None
    is_person = found is not None and found.type == "kg:Person" and found.gender in ("", gender)
    return found if is_person else None


def _leading_unnamed(
    pronoun: Token, unnamed: dict[str, tuple[float, Referent]], gender: str, referents: Referents, named: float = -9.0
) -> Referent | None:
    """The person without a name who leads all others: "The pilot was arrested. He"; not "nurses in pairs. He"."""
    ranked = sorted(unnamed.values(), key=lambda item: -item[0])
    if not ranked or not any(_is_told(token) for token in ranked[0][1].met):
        return None
    rivals = [score for score, _ in ranked[1:]] + [named, *_strangers(pronoun, gender, referents)]
    return ranked[0][1] if ranked[0][0] - max(rivals) > _LEAD else None


def _is_told(noun: Token) -> bool:
    """Whether a noun means somebody: "the pilot", "a man", "her brother"."""
    return any(t.dep_ == "poss" or t.lower_ in {"the", "a", "an", "this"} for t in noun.lefts)


def _is_topic(token: Token) -> bool:
    """Whether a sentence is about somebody: "Sanford began", "Sanford's career began"."""
    return is_subject(token) or (token.dep_ == "poss" and is_subject(token.head))


def _partner(pronoun: Token, gender: str, referents: Referents) -> Referent | None:
    """The person beside whom a relative stands: "Maso and his son"."""
    noun = pronoun.head
    if pronoun.dep_ != "poss" or noun.dep_ != "conj" or (ident := referents.named_by(noun.head)) is None:
        return None
    referent = referents.all[ident]
    if referent.type == "kg:Entity" and noun.lemma_.lower() in roles() and len(referent.name.split()) == 1:
        referents.take_for_person(referent)
    is_person = referent.type == "kg:Person" and referent.gender in ("", gender)
    return referent if is_person and referent.met else None


def _untyped(pronoun: Token, gender: str, referents: Referents) -> Referent | None:
    """In one paragraph without persons, the one bare name that acts as its subject: "Bogle lives where he was born"."""
    if not referents.is_one_paragraph() or any(_is_rival(r, gender) for r in referents.all.values()):
        return None
    found = [r for r in referents.all.values() if _may_be_person(r)]
    if len(found) != 1 or not found[0].met:
        return None
    referents.take_for_person(found[0])
    return found[0]


def _is_rival(referent: Referent, gender: str) -> bool:
    return referent.type == "kg:Person" and referent.gender in ("", gender)


def _may_be_person(referent: Referent) -> bool:
    is_bare = len(referent.name.split()) == 1 and place_called(referent.name) is None
    verbs = [span.root.head.lemma_ for span in referent.names if is_subject(span.root)]
    personal = telling_verbs("person") | telling_verbs("place")
    return is_bare and bool(verbs) and (referent.type == "kg:Entity" or any(verb in personal for verb in verbs))


def _ahead(pronoun: Token, gender: str, referents: Referents) -> Referent | None:
    """The subject to come, where nobody has been named yet: "During his studies, Lund wrote"; not after "his death"."""
    root = pronoun.sent.root
    subject = next((t for t in root.children if is_subject(t)), None)
    is_fronted = subject is not None and pronoun.i < subject.i and root not in (pronoun.head, pronoun)
    if not is_fronted or subject is None or pronoun.head.lemma_ == "death" or pronoun.head == subject:
        return None
    ident = referents.named_by(subject)
    referent = referents.all[ident] if ident is not None else None
    if referent is None or referent.type != "kg:Person" or referent.gender not in ("", gender):
        return None
    return referent if not any(r.met and r.type == "kg:Person" for r in referents.all.values()) else None


def _persons(pronoun: Token, gender: str, referents: Referents) -> Iterator[Referent]:
    for referent in referents.all.values():
        if referent.type != "kg:Person" or not referent.met or referent.gender not in ("", gender):
            continue
        last = referent.met[-1]
        if referents.sentences_between(last, pronoun) <= _REACH and not _is_barred(pronoun, referent, referents):
            yield referent


def _is_barred(pronoun: Token, referent: Referent, referents: Referents) -> bool:
    """Whether grammar forbids it: "Lund saw him" is not Lund, nor is "Lund is his deputy"; who is quoted says "I"."""
    if any(is_said_of(pronoun, token) or is_fronted(pronoun, token) for token in referent.met[-3:]):
        return True
    for token in referent.met[-3:]:
        same_clause = token.head == pronoun.head and is_subject(token) != is_subject(pronoun)
        if same_clause and pronoun.dep_ in {"dobj", "dative", "nsubj"} and not pronoun.lower_.endswith("self"):
            return True
        is_speaker = referents.is_quoted(pronoun) and not referents.is_quoted(token) and is_subject(token)
        is_spoken_of = referents.is_quoted(token) and not referents.is_quoted(pronoun) and is_subject(pronoun)
        if is_spoken_of and referents.sentences_between(token, pronoun) == 0:
            return True
        if is_speaker and token.head.lemma_ in telling_verbs("speech") and _goes_on(token, pronoun, referents):
            return True
    return False


def _goes_on(token: Token, pronoun: Token, referents: Referents) -> bool:
    """Whether what somebody says reaches a pronoun: in the sentence, or in what is quoted next in the paragraph."""
    distance = referents.sentences_between(token, pronoun)
    return distance == 0 or (distance == 1 and token.i < pronoun.i and referents.is_same_paragraph(token, pronoun))


def _salience(pronoun: Token, referent: Referent, gender: str, referents: Referents) -> float:
    return max(
        -_SENTENCE * referents.sentences_between(token, pronoun)
        + _SUBJECT * (is_subject(token) and (referent.is_named or token.head.dep_ != "relcl"))
        + _KNOWN_GENDER * (referent.gender == gender)
        + _PARAGRAPH * referents.is_same_paragraph(token, pronoun)
        + _OBJECT * (token.dep_ in {"dobj", "dative"} and token.head.is_ancestor(pronoun))
        + _TELLER * (_tells(pronoun) and _tells(token) and referents.sentences_between(token, pronoun) == 1)
        for token in referent.met[-4:]
    )


def _tells(token: Token) -> bool:
    """Whether somebody says something in a main clause."""
    verb = token.head
    return is_subject(token) and verb.dep_ == "ROOT" and verb.lemma_ in telling_verbs("speech")


def _unnamed(pronoun: Token, gender: str, referents: Referents) -> Iterator[Referent]:
    """The people without a name who were spoken of in this sentence or the one before: "A dentist found it. He ..."."""
    seen: set[str] = set()
    for token, referent in reversed(referents.met):
        if referents.sentences_between(token, pronoun) > 1:
            return
        is_told = token.pos_ == "PRON" or token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}
        if (
            not is_told
            or referent.is_named
            or referent.is_plural
            or referent.type != "kg:Person"
            or referent.ident in seen
        ):
            continue
        seen.add(referent.ident)
        is_named = any(_is_named(t, referents) for t in referent.named_at)
        if referent.gender in ("", gender) and not is_named and not _is_barred(pronoun, referent, referents):
            yield referent


def _strangers(pronoun: Token, gender: str, referents: Referents) -> Iterator[float]:
    """How salient those are who were only "he" so far: what begins "He married Ann" goes on about him."""
    near = takewhile(lambda t: referents.sentences_between(t, pronoun) <= _REACH, reversed(referents.unresolved))
    for token in near:
        if _GENDER.get(token.lower_) == gender:
            nearness = _PARAGRAPH * referents.is_same_paragraph(token, pronoun)
            distance = _SENTENCE * referents.sentences_between(token, pronoun)
            yield _SUBJECT * is_subject(token) + _KNOWN_GENDER + nearness - distance


def _is_named(noun: Token, referents: Referents) -> bool:
    """Whether a description stands beside the name of the person it describes."""
    beside = [*noun.children, noun.head]
    return any(t.dep_ in {"appos", "compound"} and referents.is_inside_name(t) for t in beside)
