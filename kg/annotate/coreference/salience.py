"""How salient a mention is for a pronoun: by distance, by what it is in its clause, by what the words want.

The weights are few and round. They were set on written passages, and say how the signs compare, no more.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.coreference.around import (
    acts,
    described,
    is_agent,
    is_just_before,
    is_left_for_told,
    is_main,
    is_there,
    relative_around,
    tells,
    verb_of,
)
from kg.annotate.coreference.introductions import BODIES
from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.annotate.coreference.several import are_members, is_doer_of_deed, of_several
from kg.annotate.coreference.slots import Slot
from kg.annotate.names.classes import family
from kg.grammar.phrases import VERBAL, first_of
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.grammar.wordlists import words_of
from kg.naming import class_nouns, description_words, roles, small_words, telling_verbs
from kg.parse import Token

REACH = 2  # sentences back
_LEAD, _LEAD_OF_PART = 1.5, 1.0  # what the best candidate must be ahead by; of those of whom "one" is told
_LEAD_OF_TOPIC = 1.0  # of what the sentence before is about, where the paragraph goes on: "The panel met. *It* sent"
_LEAD_OF_OWNER = 3.0  # of what it is told of over a body: "The battery doubles the range of *its* cars"
_FAR, _ALONE = 2.5, 0.75  # a lead that leaves no other, and what that is worth
_LEAST, _LEAST_OF_OBJECT, _LEAST_OF_BODY = 0.0, 0.25, 1.1  # what it must reach
_LEAST_OF_PEOPLE = -0.5  # "they" of people, of whom the place in the clause tells less
_DISTANCE = (0.0, -1.0, -3.0)  # by sentences between
_PARAGRAPH = -0.5  # in a paragraph before
_MAIN_SUBJECT, _SUBJECT, _OUTER_SUBJECT = 2.0, 1.5, 1.0
_TOLD_SUBJECT, _ASIDE_SUBJECT = 1.25, 0.75  # a sentence before, of what is said and of a clause beside the main one
_OFFICE, _OBJECT, _OBLIQUE = 1.25, 1.0, 0.5
_OWNER, _WANTED_OWNER = -0.75, -0.25  # "Orlo's price fell": as much as the price, but for this
_LEAST_OF_PART = -1.0  # "one of them": which several is mostly clear
_BARE = -1.75  # "dust", "board": no one thing
_GOVERNING, _OUTER = 2.0, 0.5  # the subject of the clause around the pronoun, and of one farther out
_HELD = 2.75  # the object of such a clause: "sold the ship as it leaked"
_PARALLEL = 0.75  # the subject of a main clause as the pronoun, or of what is said as the pronoun
_SAME_OBJECT = 0.5
_NEW, _NAMED_NEW = 1.0, 1.5  # "built a ferry. It sank.", "bought Orlo Ltd. It closed"
_DONE = -1.0  # "Orlo has begun an inquiry. It": the inquiry as likely, if it does not act
_EFFECT = -3.0  # "Orlo said it would lead to": what brings about is mostly an event
_ACTING = 0.5  # "Orlo sued Halden. It said": who goes on
_TELLER = -1.5  # "Orlo said its probe was well. It sent": the probe as likely
_WANTED = 1.0  # acts, or has what it has, as bodies do
_NAMED = 0.25
_LEFT = -2.0  # "*The council* said the club had lost. It had"
_SAME_TELLER = 1.75  # "Lund said *the council* was poor. He said *it* had"
_GOING_ON = 0.5  # "it" before
_OFTEN, _MANY = 0.25, 3
_BEGUN = 2.0  # the subject of a clause before in the sentence, for the subject of the main clause or of the next
_EMBEDDED = -0.75  # in a relative clause that does not hold the pronoun
_HEARER = -2.5  # who was told something, for what is told: "told the court that it"
_QUOTED = -1.5  # inside a quotation that the pronoun stands outside of
_OUTSIDE = -0.5  # outside of the quotation that the pronoun stands in
_VAGUE = -0.5  # of no known kind
_PLACE = -0.75  # where something happened
_OF_FIRMS = frozenset({"of", "in"})
_VAGUE_TYPES = frozenset({"kg:Entity", "kg:Concept"})


def leading(slot: Slot, candidates: Iterable[tuple[Token, Referent]], referents: Referents) -> Referent | None:
    """The candidate that leads all others clearly, if one does."""
    best: dict[str, tuple[float, Token, Referent]] = {}
    for token, referent in candidates:
        score = salience(slot, token, referent, referents)
        if referent.ident not in best or score > best[referent.ident][0]:
            best[referent.ident] = score, token, referent
    ranked = sorted(best.values(), key=lambda item: -item[0])
    ranked = [item for item in ranked if item[2] is ranked[0][2] or not _is_among(ranked[0], item, referents)]
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _lead(slot, *ranked[0][1:], ranked[1][2])):
        return None
    score, token, referent = ranked[0]
    if is_body(referent) and any(_is_as_likely(slot, object_, thing) for _, object_, thing in ranked[1:]):
        return None
    is_alone = len(ranked) == 1 or score - ranked[1][0] >= _FAR
    is_near = referents.sentences_between(token, slot.pronoun) <= 1 and family(referent.type) != "place"
    score += _ALONE * (is_alone and is_near and not slot.is_plural)
    rivals = [other for _, _, other in ranked[1:]]
    if score < _least(slot, token, referent) or referent.is_open or _is_doubtful(slot, token, referent, rivals):
        return None
    return referent


def _is_as_likely(slot: Slot, token: Token, thing: Referent) -> bool:
    """Whether what is done something to may be meant, not the body that does it: "Orlo rejected the offer, saying *it*
    was low"."""
    pronoun = slot.pronoun
    below = next((t for t in pronoun.ancestors if t.head is token.head), pronoun)  # "kept its aim and said that it"
    is_held = token.head.is_ancestor(pronoun) and not (below.dep_ == "conj" and below.lemma_ in telling_verbs("speech"))
    is_done_to = token.dep_ == "dobj" and is_held and not is_body(thing)
    return is_done_to and not (slot.is_plural or slot.wants_body or pronoun.dep_ == "poss" or thing.is_open)


def _lead(slot: Slot, token: Token, best: Referent, other: Referent) -> float:
    """What the best candidate must be ahead of another by: most, the subject of a clause that has something."""
    is_owner = slot.pronoun.dep_ == "poss"
    is_own = is_owner and token in slot.around[:1] and not slot.is_plural
    if is_own and is_body(other) and not is_body(best) and relative_around(slot.pronoun, token) is None:
        return _LEAD_OF_OWNER
    is_topic = is_body(best) and best.is_named if is_owner else family(best.type) != "place"
    if is_topic and _goes_on(slot.pronoun, token):
        return _LEAD_OF_TOPIC
    return _LEAD_OF_PART if slot.is_part and slot.is_plural else _LEAD


def _goes_on(pronoun: Token, token: Token) -> bool:
    """Whether a main clause follows on one that is about a thing."""
    is_told_of = is_subject(token) and is_main(token) and is_just_before(token, pronoun)
    is_first = not any(is_subject(t) for t in pronoun.doc[pronoun.sent.start : pronoun.i])  # "The unions say, they"
    place = pronoun.head if pronoun.dep_ == "poss" else pronoun
    return is_told_of and is_subject(place) and is_main(place) and is_first


def _is_among(best: tuple[float, Token, Referent], other: tuple[float, Token, Referent], referents: Referents) -> bool:
    """Whether those told together before are no rivals of one of them, of whom alone the text goes on."""
    is_later = best[1].sent.start > other[1].sent.start
    return is_later and any(referents.at(member) is best[2] for member in other[2].members)


def _least(slot: Slot, token: Token, referent: Referent) -> float:
    """What a candidate must reach: a body of a sentence before that would do nothing, most."""
    if slot.is_part and slot.is_plural:
        return _LEAST_OF_PART
    if slot.is_plural and slot.is_subjective:
        return _LEAST_OF_PEOPLE if family(referent.type) == "person" else _LEAST
    if not slot.is_plural and token.sent is not slot.pronoun.sent and _is_idle_body(slot, referent):
        return _LEAST_OF_BODY
    return _LEAST if slot.is_subjective else _LEAST_OF_OBJECT


def _is_doubtful(slot: Slot, token: Token, referent: Referent, rivals: list[Referent]) -> bool:
    """Whether something else may have been meant all the same: "Orlo's supplies ... their price", "dust ... its herds".

    And whether a sentence before only touches on it.
    """
    if slot.pronoun.dep_ == "poss" and token.pos_ == "NOUN":
        is_owned = any(t.dep_ == "poss" and t.pos_ != "PRON" for t in token.lefts) and not is_body(referent)
        is_vague = referent.type in _VAGUE_TYPES and not is_body(referent)
        is_around = bool(slot.around) and token is slot.around[0]
        if is_owned or (is_vague and not is_around and any(is_body(rival) for rival in rivals)):
            return True
    is_before = token.sent is not slot.pronoun.sent
    return is_before and slot.is_subjective and not _is_prominent(token, referent)


def _is_prominent(token: Token, referent: Referent) -> bool:
    """Whether a sentence is about a thing, or brings it up."""
    token = _told_of(token)
    is_thing = token.dep_ == "dobj" and not is_body(referent)
    is_brought_up = _is_office(token) or _is_new(token, referent) or (referent.is_plural and is_agent(token))
    return is_thing or is_subject(token) or token.dep_ == "poss" or is_brought_up


def _told_of(token: Token) -> Token:
    """What stands in a clause for a thing: "*Shares* of Orlo fell" tells of Orlo."""
    above = token.head.head
    is_traded = token.dep_ == "pobj" and token.head.lower_ in _OF_FIRMS and above.lemma_ in words_of("what is traded")
    return above if is_traded and is_subject(above) else described(token)


def _is_office(token: Token) -> bool:
    """Whether it is whose officer is told of: "Orlo's chief", "the chief of Orlo"."""
    above = token.head.head if token.dep_ == "pobj" else token.head
    noun = above.lemma_.lower()
    return noun in roles() and noun not in small_words("beside") and token.dep_ in {"poss", "pobj"}


def salience(slot: Slot, token: Token, referent: Referent, referents: Referents) -> float:
    """How likely a pronoun takes up a mention."""
    distance = referents.sentences_between(token, slot.pronoun)
    nearby = _DISTANCE[distance] + _PARAGRAPH * (not referents.is_same_paragraph(token, slot.pronoun))
    return (
        nearby
        + _role(slot, token)
        + _around(slot, token)
        + (_going_on(slot, token, referent, referents) if distance else 0.0)
        + _kind(slot, token, referent)
        + _SAME_OBJECT * (token.dep_ == "dobj" and not slot.is_subjective)
        + _NAMED * referent.is_named
        + _OFTEN * (len(referent.met) >= _MANY)
        + _EMBEDDED * _is_embedded(slot.pronoun, token)
        + _BEGUN * _begins(slot.pronoun, token)
        + _LEFT * is_left_for_told(slot.pronoun, token)
        + (of_several(slot, token, referent, referents) if slot.is_plural else 0.0)
        + _HEARER * (token.dep_ in {"dobj", "dative"} and _is_hearer(slot, token, referents))
        + _QUOTED * (referents.is_quoted(token) and not referents.is_quoted(slot.pronoun))
        + _OUTSIDE * (referents.is_quoted(slot.pronoun) and not referents.is_quoted(token))
    )


def _is_embedded(pronoun: Token, token: Token) -> bool:
    """Whether a thing is only spoken of in what is said of another: "Lund, who works for *Orlo*, said it"."""
    verb = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    return verb is not None and token.dep_ not in NOMINAL_SUBJECTS and not verb.is_ancestor(pronoun)


def _begins(pronoun: Token, token: Token) -> bool:
    """Whether the sentence began with a clause about a thing: "As the *cap* is sold, it", "The *cap* fell, but it"."""
    verb = pronoun.head
    if pronoun.dep_ not in NOMINAL_SUBJECTS or token.dep_ not in NOMINAL_SUBJECTS or token.i > pronoun.i:
        return False
    if token.head.lemma_ in telling_verbs("speech") | telling_verbs("urge") and not acts(pronoun):
        return False  # "The *panel* was told that the ferry was safe, but it sank"
    is_fronted = token.head.dep_ == "advcl" and token.head.head is verb
    next_verb = verb.head if verb.dep_ == "advcl" and verb.i < verb.head.i else verb  # "and while it fell, it"
    return is_fronted or (next_verb.dep_ == "conj" and next_verb.head is token.head)


def _is_hearer(slot: Slot, token: Token, referents: Referents) -> bool:
    """Whether somebody is told what the pronoun stands in; "they" are no single teller: "The clinic told *women* that
    *their* files were lost"."""
    verb = token.head
    is_told = verb.lemma_ in telling_verbs("speech") and not is_subject(slot.pronoun)
    is_heard = is_told and verb.is_ancestor(slot.pronoun) and any(t.dep_ == "ccomp" for t in verb.rights)
    tellers = [referents.at(t) for t in verb.lefts if is_subject(t)] if is_heard and slot.is_plural else []
    return is_heard and not (tellers and all(r is not None and not (r.is_plural or r.is_many) for r in tellers))


def _role(slot: Slot, token: Token) -> float:
    """How much a mention counts by what it is in its clause; subjects count half for an object."""
    weight = 1.0 if slot.is_subjective else 0.5
    if token in slot.around:
        return weight * (_SUBJECT if token is slot.around[0] else _OUTER_SUBJECT)
    if slot.is_plural and are_members(slot.pronoun, token):
        return weight * _SUBJECT
    token = _told_of(token)
    if is_there(token):
        return weight * _SUBJECT
    if is_subject(token):
        if token.sent is slot.pronoun.sent:
            return weight * _SUBJECT
        told = _TOLD_SUBJECT if token.head.dep_ in {"ccomp", "conj", "xcomp"} else _ASIDE_SUBJECT
        return weight * (_MAIN_SUBJECT if is_main(token) else told)
    if token.dep_ in {"dobj", "dative"}:
        return _OBJECT
    if relative_around(slot.pronoun, token) is not None:
        return _SUBJECT
    if token.sent is not slot.pronoun.sent and _is_gone_on_about(token):
        return _SUBJECT
    if _is_owner(token, slot):
        is_wanted = slot.wants_body or slot.is_of_body
        return _role(slot, token.head) + _around(slot, token.head) + (_WANTED_OWNER if is_wanted else _OWNER)
    above = token.head.head if token.dep_ == "pobj" else token.head
    if _is_office(token):
        return _OFFICE
    if slot.is_plural and (is_agent(token) or is_doer_of_deed(token)):
        return _OBJECT
    return _OBLIQUE * (token.dep_ == "pobj" and above.pos_ in VERBAL)


def _is_gone_on_about(token: Token) -> bool:
    """Whether a sentence ends with what a thing does: "spoke to the *museum*, which owns the head"."""
    clauses = (verb for verb in token.rights if verb.dep_ == "relcl")
    ends = (verb for verb in clauses if verb.right_edge.i + 1 >= token.sent.last.i)
    return any(t.lower_ == "which" and t.dep_ == "nsubj" for verb in ends for t in verb.lefts)


def _is_owner(token: Token, slot: Slot) -> bool:
    """Whether it is whose thing is a subject or object: "Orlo's price fell" speaks of both."""
    is_argument = token.head in slot.around or token.head.dep_ in {"dobj", "nsubj", "nsubjpass"}
    noun = token.head.lemma_.lower()
    is_thing = token.head.pos_ == "NOUN" and noun not in roles() and class_nouns().get(noun) not in BODIES
    is_thing &= not (acts(token.head) and noun not in class_nouns())  # "Orlo's legal section said it"
    return token.dep_ == "poss" and is_argument and is_thing


def _around(slot: Slot, token: Token) -> float:
    """What a mention gains that is subject or object of a clause around the pronoun."""
    if token in slot.around:
        governing = _GOVERNING if token is slot.around[0] else _OUTER
        return governing * (1.0 if slot.is_subjective else 0.5)
    if slot.is_plural and are_members(slot.pronoun, token):
        return _GOVERNING
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ not in {"dobj", "pobj"} or not verb.is_ancestor(slot.pronoun) or verb_of(slot.pronoun) is verb:
        return 0.0
    is_told = token.pos_ == "PROPN" or any(t.dep_ in {"det", "poss"} for t in token.lefts)
    below = next((t for t in slot.pronoun.ancestors if t.head is verb), slot.pronoun)
    if below.dep_ == "conj":  # "owns the mill and has cut its rent", "bought the mill but never ran it"
        is_done = slot.pronoun.dep_ == "dobj" == token.dep_ and below.lemma_ not in telling_verbs("toward")
        return _HELD * (is_told and (slot.pronoun.dep_ == "poss" or is_done) and verb_of(slot.pronoun) is below)
    is_beneath = below.dep_ not in {"ccomp", "xcomp"} and verb_of(verb_of(slot.pronoun)) is verb
    return _HELD * (is_told and is_beneath and token.dep_ == "dobj")


def _going_on(slot: Slot, token: Token, referent: Referent, referents: Referents) -> float:
    """What a mention of a sentence before gains where the pronoun goes on as it began."""
    place = slot.pronoun.head if slot.pronoun.dep_ == "poss" else slot.pronoun
    is_parallel = is_subject(token) and is_subject(place) and (is_main(token) == is_main(place) or _is_told(token))
    return (
        _PARALLEL * is_parallel
        + _GOING_ON * (token.pos_ == "PRON" and is_subject(token))
        + _ACTING * (slot.wants_body and acts(token))
        + _TELLER * (not slot.wants_body and tells(token) and family(referent.type) not in {"person", "group"})
        + _DONE * (_is_idle_body(slot, referent) and _has_object(token))
        + _SAME_TELLER * _is_told_on(slot.pronoun, token, referents)
        + (_NAMED_NEW if referent.is_named and not tells(slot.pronoun) else _NEW) * _is_new(token, referent)
    )


def _is_told(token: Token) -> bool:
    """Whether somebody says it in a main clause: "Orlo said *its probe* was well"."""
    verb = token.head
    return verb.dep_ == "ccomp" and is_main(verb) and any(tells(t) for t in verb.head.lefts)


def _is_told_on(pronoun: Token, token: Token, referents: Referents) -> bool:
    """Whether somebody goes on saying something of it: "Lund said *the council* was poor. He said *it* had"."""
    verbs = [place.head for place in (pronoun, token) if is_subject(place) and place.head.dep_ == "ccomp"]
    if pronoun.head.lemma_ == "be":
        return False  # "said the council was poor. He said *it* was true"
    tellers = [referents.at(t) for verb in verbs for t in verb.head.lefts if tells(t) and is_main(t)]
    return len(tellers) == 2 and tellers[0] is tellers[1] is not None


def _is_idle_body(slot: Slot, referent: Referent) -> bool:
    """Whether a body would have to be what does nothing on purpose."""
    return is_body(referent) and not (
        slot.wants_body
        or slot.is_of_body
        or slot.is_of_state
        or slot.has_people
        or slot.earns
        or slot.is_traded
        or slot.is_spoken_for
    )


def _has_object(token: Token) -> bool:
    """Whether a subject does something to one thing: "began an inquiry"."""
    return is_subject(token) and any(t.dep_ == "dobj" and t.tag_ == "NN" for t in token.head.rights)


def _kind(slot: Slot, token: Token, referent: Referent) -> float:
    """What a mention gains or loses by what kind of thing it is."""
    is_wanted = (slot.wants_body or slot.is_of_body or slot.has_people or slot.earns) and is_body(referent)
    is_wanted |= (slot.is_addressed or slot.is_spoken_for) and is_body(referent)
    is_wanted |= slot.is_of_state and referent.type == "kg:GeopoliticalEntity"
    is_where = family(referent.type) == "place" and not is_subject(token)
    is_bare = token.tag_ == "NN" and not any(t.dep_ in {"det", "poss", "nummod"} for t in token.lefts)
    vague = _VAGUE * (3 if (slot.is_of_body or slot.earns) and not referent.is_acting else 1)
    return (
        _WANTED * is_wanted
        + vague * (referent.type in _VAGUE_TYPES)
        + _PLACE * (is_where and not is_wanted)
        + _PLACE * (is_where and _is_location(token))
        + _EFFECT * (_brings_about(slot.pronoun) and is_body(referent))
        + _BARE * is_bare
    )


def _is_location(token: Token) -> bool:
    """Whether a place only tells where something is or happens: "a mill in *Lund*", "in Lund and *Oslo*"."""
    link = first_of(token).head
    return first_of(token).dep_ == "pobj" and link.lower_ in small_words("locating")


def is_body(referent: Referent) -> bool:
    """Whether it is somebody who acts: a body, a state or town, a hospital; or has been seen to act."""
    kind = family(referent.type)
    if kind == "organization" or referent.type == "kg:GeopoliticalEntity" or referent.is_many:
        return True
    if referent.is_acting and kind not in {"work", "policy"}:  # a report says, a law bans
        return True
    words = referent.name.lower().split()
    return bool({*words[-1:], *referent.kinds} & description_words("house"))


def _brings_about(pronoun: Token) -> bool:
    return pronoun.dep_ == "nsubj" and pronoun.head.lemma_ in telling_verbs("effect")


def _is_new(token: Token, referent: Referent) -> bool:
    """Whether an object is spoken of for the first time: "a ferry", "its ferry"; "made no profit" speaks of none."""
    if token.dep_ != "dobj" or token.head.dep_ == "relcl" or any(t.dep_ == "neg" for t in token.head.lefts):
        return False
    is_first = referent.is_named and referent.met[0] is token
    return is_first or any(t.lower_ in {"a", "an"} or t.dep_ == "poss" for t in token.lefts)
