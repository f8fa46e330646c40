"""Which person "he" and "she" refer to, named or not: the one that leads all others in salience."""

from __future__ import annotations

from kg.annotate.coreference.around import is_just_before, is_main, subject_of, subjects_around, tells
from kg.annotate.coreference.bars import is_barred
from kg.annotate.coreference.bound import asked_before, judged_for, said_before, told_its_own
from kg.annotate.coreference.called import nouns_of
from kg.annotate.coreference.nobodies import may_be_animal, may_be_nobody
from kg.annotate.coreference.owners import moved
from kg.annotate.coreference.persons import persons, rivalry, salience, strangers
from kg.annotate.coreference.persons import unnamed as unnamed_persons
from kg.annotate.coreference.referent import GENDERS, Referent, has_given_name, is_subject
from kg.annotate.coreference.referents import Referents
from kg.annotate.names.classes import family
from kg.naming import class_nouns, given_names, place_called, quoting_verbs, roles, small_words, telling_verbs
from kg.parse import Token

_LEAD = 1.5  # what the best candidate must be ahead by
_LEAD_OF_SURE = 1.0  # of whom the text is about, or the sentence, where no other name is as near
_UNSURE = 1.0  # what a name gains on a noun that tells no gender: "A wave tore the child from her arms"
_LEAST = -3.0  # what the best candidate must reach
_OF_BEST = -1.5  # who was only told of as somebody's of whom a text goes on
_HERO = 0.75  # whom the text is about, wherever he was named
_FAR = 12  # sentences back to the hero
_PRESENT = 0.5  # where somebody else is told of
_MANY_SIGNS = 3  # "his wife, Denise"


def resolve_personal(pronoun: Token, referents: Referents) -> Referent | None:
    """The person that "he" or "she" is, if one leads clearly; a named one must be surely a person."""
    gender = GENDERS[pronoun.lower_]
    if pronoun.lower_.endswith("self"):
        return _reflexive(pronoun, gender, referents)
    if pronoun.lower_ in {"his", "hers"} and pronoun.dep_ != "poss":
        return None  # "Lund lost his": a thing
    if pronoun.i in referents.foreseen:
        return referents.foreseen.pop(pronoun.i)
    partner = _partner(pronoun, gender, referents) or _parallel(pronoun, referents)
    if partner is not None:
        return partner
    if (same := said_before(pronoun)) is not None and (known := referents.at(same)) is not None:
        return known
    if (
        judged := judged_for(pronoun) or asked_before(pronoun) or told_its_own(pronoun) or moved(pronoun)
    ) is not None and _may_have_gender(judged, gender, referents):
        return referents.at(judged)
    if (noun := _told_of(pronoun, gender)) is not None:
        return referents.at(noun)
    if (noun := _who_tells(pronoun, gender, referents)) is not None and (teller := referents.at(noun)) is not None:
        return teller
    if _is_of_hearer(pronoun, gender, referents):
        return None
    if (subject := _fronting(pronoun, gender)) is not None:
        return _resolved_ahead(subject, referents)
    if may_be_nobody(pronoun, referents):
        return None
    if (asked := _asked(pronoun)) is not None and (found := _of_asked(pronoun, asked, gender, referents)) is not None:
        return found
    if (late := _survived(pronoun, gender, referents)) is not None:
        return late
    if not _foresee(pronoun, gender, referents):
        return None
    _take_teller(pronoun, referents)
    named = {r.ident: salience(pronoun, r, gender, referents) for r in persons(pronoun, gender, referents)}
    unnamed = [(salience(pronoun, r, gender, referents), r) for r in unnamed_persons(pronoun, gender, referents)]
    if (hero := _hero_alone(pronoun, gender, named, [score for score, _ in unnamed], referents)) is not None:
        named[hero.ident] = max(named.get(hero.ident, _HERO), _HERO)
    if not named:
        others = [r for _, r in unnamed]
        known = None if _is_said_ahead(pronoun, others, referents) else _ahead(pronoun, gender, referents)
        known = known or _untyped(pronoun, gender, referents)
        return known or _leading_unnamed(pronoun, unnamed, gender, referents)
    ranked = sorted(named, key=lambda ident: (-named[ident], int(ident)))
    best = referents.all[ranked[0]]
    rivals = [named[ident] + rivalry(referents.all[ident]) for ident in ranked[1:]]
    rivals += [score + rivalry(other) + _OF_BEST * _is_of(other, best, pronoun, referents) for score, other in unnamed]
    rivals += strangers(pronoun, gender, referents, best)
    others = [referents.all[ident] for ident in ranked[1:]]
    others += [r for _, r in unnamed if is_subject(r.met[-1]) and r.met[-1].sent is pronoun.sent]
    lead = _LEAD_OF_SURE if _is_alone(best, pronoun, others, gender, referents) else _LEAD
    if rivals and named[best.ident] - max(rivals) <= lead:
        return _leading_unnamed(pronoun, unnamed, gender, referents, named[best.ident] + rivalry(best))
    if _is_of_who(pronoun, best) or named[best.ident] < _LEAST or _is_left_behind(pronoun, best, unnamed):
        return None
    if may_be_animal(pronoun, best):
        return None
    return best if _is_surely_person(best, gender, referents) or _is_said_so(pronoun, best, referents) else None


def _survived(pronoun: Token, gender: str, referents: Referents) -> Referent | None:
    """Whose obituary a text is: "Her sister Bo died in 1990. *She* is survived by a son"."""
    verb = pronoun.head
    is_now = verb.lemma_ == "survive" and any(
        t.lower_ in {"is", "'s", "’s"} and t.dep_ == "auxpass" for t in verb.lefts
    )
    return referents.hero(gender) if is_now and pronoun.dep_ == "nsubjpass" else None


def _take_teller(pronoun: Token, referents: Referents) -> None:
    """Take for a person who has a given name in his own and says it: "Reeve *Marcel Lund* said he would"."""
    teller = next(iter(subjects_around(pronoun)), None)
    found = referents.at(teller) if teller is not None and tells(teller) and is_subject(pronoun) else None
    if found is None or not found.is_named or family(found.type) not in {"organization", ""}:
        return
    words = found.name.split()
    is_called = any(word in given_names() for word in words[:-1])
    if is_called and not nouns_of(found) & class_nouns().keys():
        referents.take_for_person(found)


def _is_alone(best: Referent, pronoun: Token, others: list[Referent], gender: str, referents: Referents) -> bool:
    """Whether nobody else by name is near whom the text is about, or in the sentence of its subject."""
    reach = 1 if best is referents.hero(gender) else 0
    is_about = any(t.sent is pronoun.sent and is_subject(t) and is_main(t) and t.i < pronoun.i for t in best.met[-4:])
    near = (r for r in others if referents.sentences_between(r.met[-1], pronoun) <= reach)
    return (reach > 0 or is_about) and not any(near)


def _is_of(other: Referent, best: Referent, pronoun: Token, referents: Referents) -> bool:
    """Whether somebody was told of once, as another's, beside what the sentence is about: "Lund saw *his boss* go"."""
    first = other.met[0]
    is_aside = len(other.met) == 1 and not is_main(first) and first.sent is not pronoun.sent
    return is_aside and referents.possessor(other) is best


def _hero_alone(
    pronoun: Token, gender: str, named: dict[str, float], unnamed: list[float], referents: Referents
) -> Referent | None:
    """Whom a text is about, where nobody else has just been told of and the paragraph is about nobody else."""
    hero = referents.hero(gender)
    if hero is None or referents.sentences_between(hero.met[-1], pronoun) > _FAR:
        return None
    if referents.is_quoted(pronoun) and referents.speaker_of(pronoun) is None:
        return None  # it may be the hero who speaks
    others = {ident: score for ident, score in named.items() if ident != hero.ident}
    if max([*others.values(), *unnamed], default=0.0) >= _PRESENT or is_barred(pronoun, hero, referents):
        return None
    is_about_other = any(_is_topic_of_paragraph(pronoun, referents.all[ident], referents) for ident in others)
    return hero if not is_about_other else None


def _is_topic_of_paragraph(pronoun: Token, referent: Referent, referents: Referents) -> bool:
    """Whether the paragraph was about somebody before, which is not forgotten as fast as a mention."""
    told = (token for token in referent.met[-3:] if is_subject(token) and is_main(token))
    return any(referents.is_same_paragraph(token, pronoun) for token in told)


def _is_of_who(pronoun: Token, best: Referent) -> bool:
    """Whether somebody without a name is as likely to have it: "said Moe, a vendor who lost *her* husband"."""
    verb = next((t for t in pronoun.ancestors if t.dep_ == "relcl"), None)
    if pronoun.dep_ != "poss" or verb is None or best.met[-1].sent is pronoun.sent:
        return False
    is_doer = any(t.lower_ == "who" and is_subject(t) for t in verb.lefts)
    return is_doer and roles().get(verb.head.lemma_.lower(), "") in ("", GENDERS[pronoun.lower_])


def _is_surely_person(best: Referent, gender: str, referents: Referents) -> bool:
    """Whether enough tells that a name is a person's."""
    is_full = best.is_full or (bool(best.offices) and best.signs >= _MANY_SIGNS)
    is_clear = referents.is_one_paragraph() or has_given_name(best.name)
    if is_full and best.signs >= (1 if is_clear else 2):
        return True
    return best.signs >= 1 and referents.is_only_person(best, gender) and any(map(_is_topic, best.met))


def _is_left_behind(pronoun: Token, best: Referent, unnamed: list[tuple[float, Referent]]) -> bool:
    """Whether the sentence before tells of somebody else, not of him: "*Lund* spoke. They found the hiker. He"."""
    if any(t.sent is pronoun.sent or is_just_before(t, pronoun) for t in best.met[-4:]):
        return False
    told = (token for _, other in unnamed for token in other.met[-2:] if is_just_before(token, pronoun))
    return any(is_main(token) and token.dep_ in {"nsubj", "nsubjpass", "dobj", "dative"} for token in told)


def _is_said_so(pronoun: Token, best: Referent, referents: Referents) -> bool:
    """Whether pronouns show that a full name is a person's: "Recorder Simon Lund said *he* had read it"."""
    if not best.is_full:
        return False
    is_said = any(tells(t) and referents.at(t) is best for t in subjects_around(pronoun))
    return is_said or any(token.lower_ in GENDERS for token in best.met)


def _reflexive(pronoun: Token, gender: str, referents: Referents) -> Referent | None:
    subject = subject_of(pronoun)
    found = referents.at(subject) if subject is not None else None
    is_person = found is not None and found.type == "kg:Person" and found.gender in ("", gender)
    return found if is_person and found is not None and not found.is_plural else None


def _leading_unnamed(
    pronoun: Token, unnamed: list[tuple[float, Referent]], gender: str, referents: Referents, named: float = -9.0
) -> Referent | None:
    """The person without a name who leads all others: "The pilot was arrested. He"; not "nurses in pairs. He"."""
    ranked = sorted(unnamed, key=lambda item: -item[0])
    if not ranked or not any(_is_told(token) for token in ranked[0][1].met):
        return None
    unsure = 0.0 if ranked[0][1].gender else _UNSURE
    named = max(named, _HERO) if unsure and referents.hero(gender) is not None else named
    rivals = [score for score, _ in ranked[1:]] + [named + unsure, *strangers(pronoun, gender, referents)]
    return ranked[0][1] if ranked[0][0] - max(rivals) > _LEAD else None


def _is_told(noun: Token) -> bool:
    """Whether a noun means somebody: "the pilot", "a man", "her brother"."""
    return any(t.dep_ == "poss" or t.lower_ in {"the", "a", "an", "this", "one", "another"} for t in noun.lefts)


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


def _told_of(pronoun: Token, gender: str) -> Token | None:
    """Of whom a participle around tells: "A *man* accused of hitting his wife", "a *niece* shot by her friend"."""
    verb = next((t for t in pronoun.ancestors if t.dep_ == "acl" and t.tag_ in {"VBN", "VBG"}), None)
    if pronoun.dep_ != "poss" or verb is None or any(is_subject(t) for t in pronoun.doc[verb.i : pronoun.i]):
        return None
    noun = verb.head
    is_person = noun.pos_ == "NOUN" and noun.tag_ == "NN" and roles().get(noun.lemma_.lower(), "none") in ("", gender)
    return noun if is_person and noun.dep_ != "poss" else None


def _who_tells(pronoun: Token, gender: str, referents: Referents) -> Token | None:
    """Who does what a relative clause tells, if nobody else is told of in it: "met a *woman* who said *she* knew"."""
    verb = next((t for t in pronoun.ancestors if t.dep_ == "relcl"), None)
    if verb is None or not any(t.lower_ in {"who", "that"} and is_subject(t) for t in verb.lefts):
        return None
    noun = verb.head
    noun = noun.head if noun.dep_ == "appos" else noun
    is_inner = is_subject(pronoun) and pronoun.head is not verb  # "who said *she* knew"
    is_own = is_inner or (pronoun.dep_ == "poss" and _is_done(pronoun.head, verb))
    is_person = noun.tag_ == "NN" and roles().get(noun.lemma_.lower(), "none") in ("", gender)
    between = pronoun.doc[verb.left_edge.i + 1 : pronoun.i]
    others = (referents.at(t) for t in between)
    is_alone = not any(r is not None and r.type == "kg:Person" and r.gender in ("", gender) for r in others)
    return noun if is_own and is_person and is_alone and referents.named_by(noun) is None else None


def _may_have_gender(noun: Token, gender: str, referents: Referents) -> bool:
    """Whether a noun or pronoun may be for one man, or for one woman."""
    if noun.pos_ == "PRON":
        return GENDERS.get(noun.lower_) == gender
    found = referents.at(noun)
    return found is not None and found.type == "kg:Person" and not found.is_plural and found.gender in ("", gender)


def _is_done(noun: Token, verb: Token) -> bool:
    """Whether a verb tells what is done to a thing: "took up his *post*"; not "worked in his *office*"."""
    return noun.dep_ == "dobj" and noun.head is verb


def _is_of_hearer(pronoun: Token, gender: str, referents: Referents) -> bool:
    """Whether who is told something may be meant: "Lund told *Moe* that *he* had lied", "that *his* son had"."""
    subject = pronoun.head if pronoun.dep_ == "poss" else pronoun
    verb = subject.head
    if not is_subject(subject) or verb.dep_ != "ccomp" or referents.is_quoted(pronoun):
        return False
    above = verb.head
    told = [t for t in above.rights if t.dep_ in {"dobj", "dative"} and t.i < pronoun.i]
    told += [t for to in above.rights if to.lower_ == "to" and to.i < pronoun.i for t in to.rights if t.dep_ == "pobj"]
    told = [t for t in told if t.lemma_.lower() not in small_words("listener")]
    hearers = [referents.at(t) for t in told] if above.lemma_ in quoting_verbs() | telling_verbs("urge") else []
    tellers = [referents.at(t) for t in above.lefts if is_subject(t)]
    people = [r for r in (*hearers, *tellers) if r is not None and not r.is_plural and r.type == "kg:Person"]
    return bool(hearers) and len([r for r in people if r.gender in ("", gender)]) > 1


def _parallel(pronoun: Token, referents: Referents) -> Referent | None:
    """Who has another relative too: "His father worked and *his* mother sang", "his father and *his* mother"."""
    noun = pronoun.head
    if pronoun.dep_ != "poss" or noun.lemma_.lower() not in roles():
        return None
    if noun.dep_ == "conj":
        others = [noun.head]
    elif is_subject(noun) and noun.head.dep_ == "conj":
        others = [t for t in noun.head.head.lefts if is_subject(t)]
    else:
        return None
    owners = (t for other in others for t in other.lefts if t.lower_ == pronoun.lower_)
    owner = next(owners, None)
    return referents.at(owner) if owner is not None and others[0].lemma_.lower() in roles() else None


def _foresee(pronoun: Token, gender: str, referents: Referents) -> bool:
    """Find out first who says what a pronoun stands in, if that is told by a pronoun behind: "He left," *he* said.

    False if it may be the one who is meant.
    """
    speaker = referents.speaker_of(pronoun)
    if speaker is None or speaker.i < pronoun.i or GENDERS.get(speaker.lower_) != gender:
        return True
    return _resolved_ahead(speaker, referents) is not None


def _resolved_ahead(pronoun: Token, referents: Referents) -> Referent | None:
    """Whom a pronoun that comes later stands for, so that it will be the same when it is read."""
    if pronoun.i not in referents.foreseen and (found := resolve_personal(pronoun, referents)) is not None:
        referents.foreseen[pronoun.i] = found
    return referents.foreseen.get(pronoun.i)


def speaking(speaker: Token, referents: Referents) -> Referent | None:
    """Who speaks, where a pronoun behind the quotation may tell it: "“They left,” *he* said"."""
    is_ahead = speaker.lower_ in GENDERS and referents.at(speaker) is None
    return _resolved_ahead(speaker, referents) if is_ahead else referents.at(speaker)


def _fronting(pronoun: Token, gender: str) -> Token | None:
    """The subject that comes after what the pronoun stands in: "Besides *his* daughter, *he* leaves two sons"."""
    root = pronoun.sent.root
    above = next((t for t in pronoun.ancestors if t.head is root), pronoun)
    subject = next((t for t in root.lefts if is_subject(t)), None)
    is_before = subject is not None and pronoun.i < above.right_edge.i < subject.i and above.dep_ == "prep"
    is_same = subject is not None and GENDERS.get(subject.lower_) == gender
    return subject if pronoun.dep_ == "poss" and is_before and is_same else None


def _asked(pronoun: Token) -> Token | None:
    """The subject behind of whom is told what he was asked: "Asked whether *he* would pay, *Lund* said"."""
    root = pronoun.sent.root
    asked = next((t for t in pronoun.ancestors if t.head is root), None)
    subject = next((t for t in root.lefts if is_subject(t)), None)
    if asked is None or subject is None or not asked.i < pronoun.i < subject.i:
        return None
    is_asked = asked.dep_ == "advcl" and asked.tag_ == "VBN" and asked.lemma_ in small_words("asked")
    is_clause = is_subject(pronoun) and pronoun.head.dep_ in {"ccomp", "advcl"} and pronoun.head.head is asked
    return subject if is_asked and is_clause and not any(map(is_subject, asked.lefts)) else None


def _of_asked(pronoun: Token, asked: Token, gender: str, referents: Referents) -> Referent | None:
    """Who is asked, if he may be meant: in "Asked whether she would stay, *Lund* said" it is another."""
    if GENDERS.get(asked.lower_) == gender:
        return _resolved_ahead(asked, referents)
    ident = referents.named_by(asked)
    if ident is None:
        return None
    found = referents.all[ident]
    is_person = found.type == "kg:Person" and found.gender in ("", gender)
    return found if is_person and not is_barred(pronoun, found, referents) else None


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


def _is_said_ahead(pronoun: Token, others: list[Referent], referents: Referents) -> bool:
    """Whether an official who comes as the subject only tells of another: "A clerk fled. *His* pass still worked, said
    Inspector Lund"; "A farmer was robbed. *He* was asleep, said Bo Lund" may be one."""
    verb = next(
        (t.head for t in pronoun.ancestors if t.dep_ == "ccomp" and pronoun.i < t.right_edge.i < t.head.i), None
    )
    told = (referents.named_by(t) for t in verb.children if is_subject(t)) if verb is not None else ()
    offices = {office for ident in told if ident is not None for office in referents.all[ident].offices}
    return bool(offices) and any(other.name not in offices for other in others)


def _ahead(pronoun: Token, gender: str, referents: Referents) -> Referent | None:
    """The subject to come, where nobody has been named yet: "During his studies, Lund wrote"; not after "his death"."""
    root = pronoun.sent.root
    subject = next((t for t in root.children if is_subject(t)), None) if not referents.is_quoted(pronoun) else None
    is_fronted = subject is not None and pronoun.i < subject.i and root not in (pronoun.head, pronoun)
    if not is_fronted or subject is None or pronoun.head.lemma_ == "death" or pronoun.head == subject:
        return None
    if pronoun.dep_ == "dobj" and pronoun.head.head is root and not any(map(is_subject, pronoun.head.lefts)):
        return None  # "Praising *him*, Lund said"
    ident = referents.named_by(subject)
    referent = referents.all[ident] if ident is not None else None
    if referent is None or referent.type != "kg:Person" or referent.gender not in ("", gender):
        return None
    return referent if not any(r.met and r.type == "kg:Person" for r in referents.all.values()) else None
