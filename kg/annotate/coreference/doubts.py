"""Where "it" and "its" may stand for another than who leads: "Orlo gave Halden a prize for *its* brakes"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.coreference.around import is_just_before, is_main, subjects_around, tells
from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.annotate.coreference.salience import is_body
from kg.annotate.coreference.slots import Slot
from kg.annotate.names.classes import family
from kg.grammar.kinds import means_people
from kg.grammar.wordlists import words_of
from kg.naming import acting_verbs, small_words, stand_ins, telling_verbs
from kg.parse import Token

_OBJECTS = frozenset({"dobj", "dative"})
_PARTNERS = frozenset({"to", "with", "from", "against"})


def may_be_another(slot: Slot, found: Referent, referents: Referents) -> bool:
    """Whether the words leave it open that something else than what leads is meant."""
    if slot.pronoun.dep_ == "poss":
        return _is_of_object(slot, found, referents) or _is_taken(slot, found, referents)
    pronoun = slot.pronoun
    is_other_body = _is_accused(pronoun, found, referents) or _is_given(pronoun, found, referents)
    is_other_body |= _is_doubtful_teller(pronoun, found, referents)
    is_other_body |= slot.is_spoken_for and _is_answering(pronoun, found, referents)
    return is_other_body or _is_judged(slot, found, referents) or _is_passed_over(pronoun, found, referents)


def _is_of_object(slot: Slot, found: Referent, referents: Referents) -> bool:
    """Whether a body that something is done to may have it: "talked to *Halden* about *its* plans"."""
    if not slot.around or referents.at(slot.around[0]) is not found:
        return False
    others = (r for r in _objects(slot.pronoun, slot.around[0], referents) if r is not found)
    return any((is_body(r) or r.is_named) and family(r.type) != "person" for r in others)


def _is_taken(slot: Slot, found: Referent, referents: Referents) -> bool:
    """Whether a body may take something from another: "The *mill* closed after the *state* cut off *its* water"."""
    noun = slot.pronoun.head
    is_cut_off = noun.head.lemma_ == "cut" and any(t.lower_ == "off" for t in noun.head.rights)
    is_taking = is_cut_off or noun.head.lemma_ in telling_verbs("taking")
    if noun.dep_ != "dobj" or not is_taking or not slot.around or not is_body(found):
        return False
    if referents.at(slot.around[0]) is not found:
        return False
    outer = (referents.at(t) for t in subjects_around(slot.pronoun) if t is not slot.around[0])
    return any(r is not None and r is not found and family(r.type) != "person" for r in outer)


def may_be_of_others(slot: Slot, found: Referent, referents: Referents) -> bool:
    """Whether those to whom something is done may have it: "*Soldiers* stopped *pilgrims* and searched *their* bags",
    "burned the shops after *their* owners left"."""
    if is_subject(slot.pronoun) and _may_be_handled(slot.pronoun, found, referents):
        return True
    if slot.pronoun.dep_ != "poss" or not slot.around:
        return False
    is_owner = slot.pronoun.head.lemma_.lower() in small_words("owner")
    others = (r for r in _objects(slot.pronoun, slot.around[0], referents) if r is not found and r.is_plural)
    return any(is_owner or family(r.type) in {"person", "group"} for r in others if not r.is_open)


def _may_be_handled(pronoun: Token, found: Referent, referents: Referents) -> bool:
    """Whether the things or animals may be meant that people have just handled: "Divers raised two *cannons*. *They*
    weigh a tonne", "Hunters shot six *boars*. *They* had hurt a boy"."""
    verb = pronoun.head
    doers = [t for t in found.met if is_subject(t) and is_main(t) and is_just_before(t, pronoun)]
    if not doers or family(found.type) not in {"person", "group", "organization"} or verb.lemma_ in acting_verbs():
        return False
    handled = [t for t in doers[0].head.rights if t.dep_ == "dobj" and t.tag_ == "NNS"]
    handled = [t for t in handled if (r := referents.at(t)) is not None and r.is_plural and not means_people(t)]
    if any(t.lemma_.lower() in stand_ins()["animal"] for t in handled):
        return True
    said = (t.lemma_.lower() for t in verb.rights if t.dep_ == "acomp")
    is_so = verb.lemma_ == "be" and any(word in words_of("what things are") for word in said)
    is_done = pronoun.dep_ == "nsubjpass" and verb.lemma_ in telling_verbs("made")
    is_inert = pronoun.dep_ == "nsubj" and verb.lemma_ in telling_verbs("inert") | words_of("what things do too")
    return bool(handled) and (is_so or is_done or is_inert)


def _objects(pronoun: Token, subject: Token, referents: Referents) -> Iterator[Referent]:
    """What stands behind a subject as an object of one of the verbs around a pronoun, before it."""
    for verb in pronoun.ancestors:
        if verb.i < subject.i:
            return
        for token in _done_to(verb):
            referent = referents.at(token) if subject.i < token.i < pronoun.i else None
            if referent is not None and not token.is_ancestor(pronoun):
                yield referent


def _done_to(verb: Token) -> Iterator[Token]:
    """The objects of a verb, and whom something is done with or to."""
    for child in verb.rights:
        if child.dep_ in _OBJECTS:
            yield child
        if child.lower_ in _PARTNERS:
            yield from (t for t in child.rights if t.dep_ == "pobj")


def _is_accused(pronoun: Token, found: Referent, referents: Referents) -> bool:
    """Whether a body may be meant that something is done to: "took Halden to court, saying *it* had"."""
    telling = pronoun.head.head if pronoun.head.dep_ == "ccomp" else pronoun
    if telling.dep_ != "advcl" or telling.tag_ != "VBG" or any(map(is_subject, telling.lefts)):
        return False
    done_to = (referents.at(t) for t in telling.head.rights if t.dep_ == "dobj")
    return any(r is not None and r is not found and is_body(r) for r in done_to)


def _is_answering(pronoun: Token, found: Referent, referents: Referents) -> bool:
    """Whether a body may be meant that was asked: "Orlo urged *Halden* to pay. A spokesman said *it* would"."""
    teller = next((t for t in subjects_around(pronoun) if tells(t)), None)
    if teller is None or any(t.dep_ in {"poss", "compound"} or t.lower_ == "the" for t in teller.lefts):
        return False
    is_open = not any(t.lower_ in {"for", "of"} for t in teller.rights)
    before = (r for t, r in reversed(referents.met) if is_just_before(t, pronoun) and _is_urged(t))
    return is_open and any(r is not found and is_body(r) for r in before)


def _is_doubtful_teller(pronoun: Token, found: Referent, referents: Referents) -> bool:
    """Whether a firm may say it that is taken for a person by its looks: "Orlo sued its partner *Keido*. *Keido* said
    it would"."""
    teller = next((t for t in subjects_around(pronoun) if tells(t)), None)
    known = referents.at(teller) if teller is not None else None
    if known is None or known is found or known.type != "kg:Person" or known.gender or not known.is_named:
        return False
    return len(known.name.split()) == 1 and known.offices <= small_words("either")


def _is_urged(token: Token) -> bool:
    return token.dep_ == "dobj" and token.head.lemma_ in telling_verbs("urge") | telling_verbs("judged")


def _is_judged(slot: Slot, found: Referent, referents: Referents) -> bool:
    """Whether a thing may be meant that was just judged: "Orlo welcomed the suit. It said *it* would"."""
    verb = slot.pronoun.head
    is_told = verb.dep_ == "ccomp" and is_subject(slot.pronoun) and any(tells(t) for t in verb.head.lefts)
    is_so = verb.lemma_ == "be" or any(t.tag_ == "MD" for t in verb.lefts)  # no deed: "It said it had fought the deal"
    if not (is_told and is_so) or slot.wants_body or slot.has_people or slot.is_traded or not is_body(found):
        return False
    before = (t for t, _ in reversed(referents.met) if is_just_before(t, slot.pronoun) and t.dep_ == "dobj")
    judging = (t.head for t in before if t.head.lemma_ in telling_verbs("stance"))
    return any(referents.at(t) is found for verb in judging for t in verb.lefts if is_subject(t))


def _is_given(pronoun: Token, found: Referent, referents: Referents) -> bool:
    """Whether who gives it may be meant: "Orlo gave the charity a grant. *It* has helped four villages"."""
    last = found.met[-1]
    is_gift = last.dep_ == "dobj" and is_just_before(last, pronoun) and not is_body(found)
    if not is_gift or pronoun.dep_ != "nsubj" or not any(t.dep_ == "dobj" for t in pronoun.head.rights):
        return False
    givers = (referents.at(t) for t in last.head.lefts if is_subject(t))
    return any(t.dep_ == "dative" for t in last.head.rights) and any(r is not None and is_body(r) for r in givers)


def _is_passed_over(pronoun: Token, found: Referent, referents: Referents) -> bool:
    """Whether the sentence between is about what was taken for a person by its looks: "*Pennard* paid. It"."""
    if referents.sentences_between(found.met[-1], pronoun) <= 1:
        return False
    between = (r for t, r in reversed(referents.met) if is_just_before(t, pronoun) and is_subject(t))
    return any(r.type == "kg:Person" and r.is_named and not (r.gender or r.offices) for r in between)
