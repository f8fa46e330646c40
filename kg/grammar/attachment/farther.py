"""Clauses hung on the noun next to them that are told of one farther up: the plan to do it, those that have it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.antecedents import is_told_of, said_by
from kg.grammar.attachment.arc import Arc, lifted
from kg.grammar.attachment.relatives import before_place, clash, opening_words
from kg.grammar.attachment.sites import VERBS, at
from kg.grammar.kinds import ACTORS, PERSONAL, class_of_noun, is_people, is_person, is_text, is_thing
from kg.grammar.phrases import AMOUNTS, TIMES, follows_comma
from kg.grammar.verbs import HELPERS, NOMINAL_SUBJECTS, SUBJECTS
from kg.grammar.wordlists import control_nouns, nouns_to_do, words, words_of
from kg.parse import Token

_HAVING = frozenset({"with", "without"})
_IN_BODY = frozenset({"of", "at", "in", "from"})
_WE = frozenset({"we", "i"})


@at(tags=VERBS, any_below=NOMINAL_SUBJECTS, above="pobj", is_behind=True)
def some_of_them(verb: Token) -> Iterator[Arc]:
    """ "Blamed *pipes* with worn joints, some of which date from 1960", "*paintings* by two brothers, three of which
    were stolen": things with parts, and "which" is no people."""
    which = next((t for t in opening_words(verb) if t.lower_ == "which" and t.dep_ == "pobj"), None)
    near = verb.head
    if verb.dep_ != "relcl" or which is None or which.head.lower_ != "of" or near.pos_ != "NOUN":
        return
    marker, above = near.head, before_place(near.head)
    is_having = marker.lower_ in _HAVING and near.tag_ == "NNS"
    is_several = above.tag_ == "NNS" and above.i < near.i and not is_people(above)
    if is_several and follows_comma(verb.left_edge) and (is_having or is_people(near)):
        yield marker, above, "prep"
        yield from lifted(verb, near, above)


@at(tags=VERBS, any_below=NOMINAL_SUBJECTS, is_behind=True)
def some_of_whom(verb: Token) -> Iterator[Arc]:
    """ "Closed accounts of *customers*, many of whom are ill": the people that stand next, and no accounts."""
    whom = next((t for t in opening_words(verb) if t.lower_ == "whom" and t.dep_ == "pobj"), None)
    start = verb.left_edge
    if verb.dep_ != "relcl" or whom is None or whom.head.lower_ != "of" or not follows_comma(start) or start.i < 2:
        return
    last, noun = start.nbor(-2), verb.head
    is_near = last.tag_ == "NNS" and last.dep_ == "pobj" and last != noun and noun.is_ancestor(last)
    if is_near and not is_people(noun) and not is_thing(last) and (is_thing(noun) or is_people(last)):
        yield from ((c, last, "punct") for c in [*noun.rights] if c.text == "," and c.i == start.i - 1)
        yield verb, last, "relcl"


@at(any_below=NOMINAL_SUBJECTS, is_behind=True)
def of_plan(verb: Token) -> Iterator[Arc]:
    """ "The *plan* to widen the road, which was drawn up in May": the plan was, and no road; "the plan to move the
    depot, which employs 90" has a depot."""
    which = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS and c.lower_ == "which"), None)
    near = verb.head
    if verb.dep_ != "relcl" or which is None or which != verb.left_edge or not follows_comma(which):
        return
    plan = _planned(near)
    if plan is None or clash(plan, which, verb):
        return
    is_other = is_people(near) or clash(near, which, verb) or (_is_to_begin(verb) and _is_there(near))
    if is_other or (said_by(verb) & words_of("said of plans") and not is_told_of(verb, near, near)):
        yield from lifted(verb, near, plan)


def _is_to_begin(verb: Token) -> bool:
    """ "Had been scheduled *to begin*", "is due to start"."""
    told = [*verb.rights, *(t for c in verb.rights if c.dep_ == "acomp" for t in c.rights)]
    return any(t.dep_ == "xcomp" and t.lemma_ in words_of("beginning") for t in told)


def _is_there(noun: Token) -> bool:
    """Whether what is done to a thing is done to what there is: "*extend* bus services"."""
    return noun.dep_ == "dobj" and noun.head.lemma_ in words_of("done to what is there")


def _planned(noun: Token) -> Token | None:
    """The noun that tells of a plan, behind which an infinitive stands that a noun belongs to."""
    word = noun
    while word.dep_ in ("pobj", "prep", "dobj", "conj"):
        word = word.head
    is_infinitive = word.dep_ == "acl" and word.tag_ == "VB" and any(c.lower_ == "to" for c in word.lefts)
    plan = word.head
    is_plan = plan.pos_ == "NOUN" and plan.lemma_.lower() in control_nouns() | nouns_to_do() | words_of("named plan")
    return plan if is_infinitive and is_plan and plan.i < word.i < noun.i else None


@at(tags=VERBS, below="dobj", any_below=NOMINAL_SUBJECTS, above="pobj", is_behind=True)
def of_text(verb: Token) -> Iterator[Arc]:
    """ "*Notes* of the sittings, which we have read", "a *recording* of the call, which the Post has heard": what a
    paper gets to see is the text, not what it tells of."""
    which = next((c for c in verb.lefts if c.dep_ == "dobj" and c.lower_ == "which"), None)
    near = verb.head
    text = near.head.head
    if verb.dep_ != "relcl" or which is None or which != verb.left_edge or near.head.lower_ != "of":
        return
    reader = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS), which)
    is_paper = reader.lower_ in _WE or reader.ent_type_ == "ORG" or reader.lemma_.lower() in words_of("paper")
    is_read = verb.lemma_.lower() in words_of("read by papers") and is_paper and not any(verb.rights)
    if is_read and is_text(text) and not is_text(near):
        yield from lifted(verb, near, text)


@at(any_below=NOMINAL_SUBJECTS, above="pobj", is_behind=True)
def of_person(verb: Token) -> Iterator[Arc]:
    """ "The *driver* of a van who fled": a van is not "who"; a gang may be."""
    who, near = verb.left_edge, verb.head
    person = near.head.head
    is_told = (
        near.head.dep_ == "prep"
        and verb.dep_ == "relcl"
        and who.lower_ == "who"
        and near.tag_ == "NN"
        and not near.ent_type_
    )
    is_mute = is_thing(near) or (near.head.lower_ == "with" and not is_people(near))
    is_thing_there = is_told and is_mute and class_of_noun(near) not in ACTORS
    if is_thing_there and person.i < near.i and is_person(person) and not clash(person, who, verb):
        yield from lifted(verb, near, person)


@at(any_below=NOMINAL_SUBJECTS, above="pobj", is_behind=True)
def of_amount(verb: Token) -> Iterator[Arc]:
    """ "The *value* of the peso, which fell by 9 percent": how much a thing is worth rises and falls by so much."""
    which, near = verb.left_edge, verb.head
    amount = near.head.head
    is_amount = near.head.lower_ == "of" and amount.lemma_.lower() in words("amounts", "lemma")
    is_moving = verb.lemma_.lower() in words_of("moving sums") | words_of("multiplying")
    if verb.dep_ != "relcl" or which.lower_ != "which" or not (is_amount and is_moving and follows_comma(which)):
        return
    told = (t for c in verb.rights for t in (c, *c.rights))
    is_by = verb.lemma_ in words_of("multiplying") or any(t.ent_type_ in AMOUNTS for t in told)
    if is_by and not clash(amount, which, verb):
        yield from lifted(verb, near, amount)


@at(any_below=NOMINAL_SUBJECTS, is_behind=True)
def of_receiver(verb: Token) -> Iterator[Arc]:
    """ "Paid 3 million euros to *Orlo*, which has two mills", "a fine of £2m for *Orlo*, which denies it": no sum has
    mills."""
    which, total = verb.left_edge, verb.head
    last = which.nbor(-2) if which.i > 1 else which
    if verb.dep_ != "relcl" or which.lower_ not in ("which", "who") or not follows_comma(which):
        return
    is_sum = total.ent_type_ == "MONEY" and last.ent_type_ != "MONEY"
    is_named = last.tag_ in ("NNP", "NNPS") and last.ent_type_ not in TIMES and last.dep_ == "pobj"
    if is_sum and is_named and total.is_ancestor(last) and verb.lemma_.lower() not in words_of("moving sums"):
        yield from lifted(verb, total, last)


@at(tags="VBN", none_below=SUBJECTS | HELPERS | {"mark"}, is_behind=True)
def of_body(verb: Token) -> Iterator[Arc]:
    """ "Trustees of *Open Door*, founded in 2011": nobody founds trustees, and no shares."""
    people = verb.head
    name = verb.left_edge.nbor(-2) if verb.left_edge.i > 1 else verb
    if verb.dep_ != "acl" or not follows_comma(verb.left_edge) or people.pos_ != "NOUN":
        return
    if not is_people(people) and people.lemma_.lower() not in words_of("what is traded"):
        return
    is_founded = verb.lower_ in words_of("founded")
    is_body = is_founded or (name.ent_type_ != "PERSON" and verb.lower_ in words_of("done to bodies"))
    is_name = name.pos_ == "PROPN" or (is_founded and class_of_noun(name) in ACTORS - PERSONAL)
    where = name.head.lower_
    is_town = where != "of" and name.ent_type_ in ("GPE", "LOC")  # "a publisher in Norway, founded in 1990"
    if is_body and is_name and name.dep_ == "pobj" and where in _IN_BODY and name.head.head == people and not is_town:
        yield from lifted(verb, people, name, "acl")
