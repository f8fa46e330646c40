"""Which named thing a pronoun refers to: he and she by a lead in salience, it and its by clause structure only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.annotate.name_classes import family
from kg.annotate.referents import Referent, Referents, is_subject
from kg.naming import place_called, roles, telling_verbs, titles
from kg.parse import Token

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_LEAD = 1.5  # what the best candidate must be ahead by
_SENTENCE, _SUBJECT, _KNOWN_GENDER, _PARAGRAPH = 2.0, 1.5, 1.0, 0.5
_OBJECT = 1.0  # the object of a verb above the pronoun: "told Lund he would pay"
_TELLER = 2.0  # who was said to say something, for who goes on saying: "Lund said Moe had lied. ... he added"
_REACH = 3  # sentences back


def resolve_personal(pronoun: Token, referents: Referents) -> str | None:
    """The person that "he" or "she" is, if one leads clearly, has a full name and is surely a person."""
    gender = _GENDER[pronoun.lower_]
    if (partner := _partner(pronoun, gender, referents)) is not None:
        return partner.ident
    scores = {r.ident: _salience(pronoun, r, gender, referents) for r in _persons(pronoun, gender, referents)}
    if not scores:
        found = _ahead(pronoun, gender, referents) or _untyped(pronoun, gender, referents)
        return found.ident if found is not None else None
    ranked = sorted(scores, key=lambda ident: (-scores[ident], int(ident)))
    best = referents.all[ranked[0]]
    rivals = [scores[ident] for ident in ranked[1:]] + list(_unnamed(pronoun, gender, referents))
    rivals += _strangers(pronoun, gender, referents)
    if rivals and scores[best.ident] - max(rivals) <= _LEAD:
        return None
    is_sure = best.is_full and best.signs >= (1 if referents.is_one_paragraph() else 2)
    is_alone = best.signs >= 1 and referents.is_only_person(best, gender) and any(map(_is_topic, best.met))
    return best.ident if is_sure or is_alone else None


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
    """Whether grammar forbids it: "Lund saw him" is not Lund; who is quoted says "I" of himself."""
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
        + _SUBJECT * is_subject(token)
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


def _unnamed(pronoun: Token, gender: str, referents: Referents) -> Iterator[float]:
    """How salient people without a name are: "A dentist found it. He ..."."""
    doc = pronoun.doc
    sentence = pronoun.sent
    start = doc[sentence.start - 1].sent.start if sentence.start else sentence.start
    for token in doc[start : pronoun.i]:
        word = token.lemma_.lower()
        is_titled = word.title() in titles() and any(t.lower_ == "the" for t in token.lefts)
        is_person = token.tag_ == "NN" and (word in roles() or is_titled) and not referents.is_inside_name(token)
        if not is_person or token.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj"} or _is_named(token, referents):
            continue
        if token.head.lower_ == "as" and token.dep_ == "pobj":
            continue  # "hired Owen Pryce as its chief engineer" speaks of nobody new
        told = roles().get(word, titles().get(word.title(), ""))
        if told in ("", gender):
            known = _KNOWN_GENDER * (told == gender)
            distance = _SENTENCE * referents.sentences_between(token, pronoun)
            yield (
                _SUBJECT * is_subject(token)
                - distance
                + known
                + _PARAGRAPH * referents.is_same_paragraph(token, pronoun)
            )


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
    is_beside = any(t.dep_ in {"appos", "compound"} and referents.is_inside_name(t) for t in beside)
    return is_beside or referents.last_at(noun) is not None


def resolve_neuter(pronoun: Token, referents: Referents) -> str | None:
    """The organisation, place or product that "it" is: the subject of the clause around, before or, if firm, ahead."""
    if pronoun.dep_ == "expl" or referents.is_quoted(pronoun):
        return None
    owner = _coordinated(pronoun) or governing_subject(pronoun, referents) or _teller(pronoun)
    if owner is not None:
        is_own_verb = owner.head == pronoun.head and pronoun.lower_ == "it" and pronoun.dep_ != "nsubj"
        ident = None if is_own_verb else referents.last_at(owner)
        if ident is not None and _is_neuter(referents.all[ident]):
            return ident
        return _presided(pronoun, owner, referents)
    found = _resumed(pronoun, referents) or _neuter_ahead(pronoun, referents)
    return found.ident if found is not None else None


def _presided(pronoun: Token, subject: Token, referents: Referents) -> str | None:
    """ "She bought a share in Halden and served as its president": the one organisation that the sentence has named."""
    ident = referents.last_at(subject)
    is_person = ident is not None and not _is_neuter(referents.all[ident])
    is_person = is_person or subject.lower_ in ("i", "he", "she", "who")
    if not is_person or pronoun.lower_ != "its" or pronoun.head.lemma_.lower() not in roles():
        return None
    met = {
        r.ident
        for r in referents.all.values()
        if family(r.type) == "organization" and any(t.sent == pronoun.sent and t.i < pronoun.i for t in r.met)
    }
    return met.pop() if len(met) == 1 else None


def _teller(pronoun: Token) -> Token | None:
    """Who tells in the main clause after what it tells: "Zephyr will cut jobs, it said"."""
    verb = pronoun.head
    if not is_subject(pronoun) or verb.lemma_ not in telling_verbs("speech"):
        return None
    told = [t for t in verb.children if t.dep_ == "ccomp" and t.i < pronoun.i]
    return next((t for clause in told for t in clause.children if is_subject(t)), None)


def _resumed(pronoun: Token, referents: Referents) -> Referent | None:
    """What the sentence before is about: "Its director said so", "It plans to", "It denies"."""
    topic = referents.topic(pronoun)
    if topic is None or not _is_neuter(topic):
        return None
    if pronoun.dep_ == "poss" and pronoun.i == pronoun.sent.start:
        return topic if is_subject(pronoun.head) or pronoun.head.dep_ == "appos" else None
    is_acting = pronoun.head.lemma_ in telling_verbs("agent") and family(topic.type) in {"organization", "place"}
    return topic if is_subject(pronoun) and pronoun.head.dep_ == "ROOT" and is_acting else None


def _neuter_ahead(pronoun: Token, referents: Referents) -> Referent | None:
    """The subject that follows: "As its profits fell, Halden closed two shops"; only where nothing came before."""
    main = pronoun.sent.root
    adverbial: Token = pronoun
    while adverbial.head not in (main, adverbial):
        adverbial = adverbial.head
    if adverbial.head != main or adverbial.dep_ not in {"advcl", "prep"} or adverbial == main:
        return None
    is_idle = is_subject(pronoun) and pronoun.head.lemma_ in telling_verbs("impersonal")
    if is_idle or any(_is_neuter(r) and r.met for r in referents.all.values()):
        return None
    subjects = [t for t in main.children if is_subject(t) and t.i > pronoun.i]
    ident = referents.named_by(subjects[0]) if len(subjects) == 1 else None
    return referents.all[ident] if ident is not None and _is_neuter(referents.all[ident]) else None


def _coordinated(pronoun: Token) -> Token | None:
    """The name beside what it owns: "Halden and its founder"."""
    noun = pronoun.head
    return noun.head if pronoun.dep_ == "poss" and noun.dep_ in {"conj", "appos"} and noun.head.i < noun.i else None


def _is_neuter(referent: Referent) -> bool:
    return family(referent.type) in {"organization", "place", "product"}


def governing_subject(pronoun: Token, referents: Referents | None = None) -> Token | None:
    """The nearest subject above a pronoun: "Halden" in "Halden sold its mill" and in "Halden said it would sell".

    None where grammar forbids it ("Halden hopes to sell it") or the object is as likely ("sold the ship as it leaked").
    """
    verb = pronoun.head
    while verb.dep_ != "ROOT" and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    is_barred = pronoun.dep_ in {"dobj", "pobj"}
    while True:
        for child in verb.children:
            if not is_subject(child) or (referents is not None and referents.is_dateline(child)):
                continue
            if child.i < pronoun.i and not _holds(child, pronoun):
                return None if is_barred and pronoun.lower_ == "it" else child
        if verb.dep_ not in {"ccomp", "xcomp", "advcl", "conj"} or (verb.dep_ == "advcl" and _has_object(verb.head)):
            return None
        is_barred = is_barred and verb.dep_ == "xcomp"
        verb = verb.head


def _has_object(verb: Token) -> bool:
    return any(child.dep_ == "dobj" and child.pos_ in {"NOUN", "PROPN"} for child in verb.children)


def _holds(token: Token, other: Token) -> bool:
    return token == other or token.is_ancestor(other)
