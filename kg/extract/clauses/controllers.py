"""Whom the words around an infinitive or a gerund name as its doer, before any other verb is asked for its subjects."""

from __future__ import annotations

from kg.grammar import wordlists
from kg.grammar.kinds import is_people
from kg.grammar.phrases import VERBAL, and_conjuncts
from kg.grammar.verbs import OBJECTS, SUBJECTS, verb_forms
from kg.parse import Token


def is_impersonal(governor: Token) -> bool:
    """ "It seems to rain", "It takes a permit to sell wine"."""
    if governor.lemma_.lower() not in wordlists.impersonal_verbs():
        return False
    return any(child.lower_ == "it" and child.dep_ in SUBJECTS for child in governor.lefts)


def left_to(governor: Token) -> tuple[Token, ...]:
    """The schools of "it is up to schools *to decide*"."""
    is_empty = governor.lemma_ == "be" and any(c.lower_ == "it" and c.dep_ in SUBJECTS for c in governor.lefts)
    up = next((child for child in governor.rights if child.lower_ == "up"), None) if is_empty else None
    following = () if up is None else (*up.rights, *governor.rights)
    return next((pobjs(child) for child in following if child.lower_ == "to" and child.dep_ == "prep"), ())


def adjectives(governor: Token) -> list[Token]:
    """The adjective that an infinitive belongs to, whether it hangs on it or on its copula."""
    return [governor] if governor.pos_ == "ADJ" else [c for c in governor.rights if c.dep_ == "acomp"]


def addressee(verb: Token, governor: Token) -> Token | None:
    """Whom "called on the firm to pay" calls on."""
    for preposition in governor.rights:
        name = f"{governor.lemma_.lower()} {preposition.lower_}"
        if preposition.dep_ == "prep" and preposition.i < verb.i and (name, "objinf") in wordlists.controllers():
            return next((child for child in preposition.rights if child.dep_ == "pobj"), None)
    return None


def may_be_paid(noun: Token) -> bool:
    is_collective = noun.lemma_.lower() in wordlists.words("collectives", "word")
    return is_collective or is_people(noun) or noun.pos_ in ("PROPN", "PRON")


def is_made(governor: Token) -> bool:
    """ "A dam built by the state to supply water": the dam does, for that it was made."""
    return governor.lemma_.lower() in wordlists.words("making", "lemma")


def listed_controller(governor: Token, complement: str) -> str | None:
    """What control.tsv says of a verb, under any of its forms: the lemma of "fined" may be a wrong one."""
    forms = (governor.lemma_.lower(), *verb_forms(governor))
    return next((found for form in forms if (found := wordlists.controllers().get((form, complement)))), None)


def told_before(verb: Token) -> Token | None:
    """The relative clause that a participle behind a comma goes on with: "the captain of a ferry that hit a pier,
    *injuring* 23"."""
    comma = verb.doc.tokens[verb.i - 1]
    if verb.tag_ != "VBG" or comma.text != "," or verb.i < 2:
        return None
    before = verb.doc.tokens[verb.i - 2]
    found = next((t for t in (before, *before.ancestors) if t.dep_ == "relcl"), None)
    return found if found is not None and verb.head.i < found.head.i < verb.i else None


def share_of(noun: Token) -> Token:
    """The share that is counted of "with 90% of votes *counted*"."""
    if noun.lower_ == "number":  # "the number of children *sent* home"
        counted = (c for preposition in noun.rights if preposition.lower_ == "of" for c in preposition.rights)
        return next((child for child in counted if child.dep_ == "pobj"), noun)
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return whole if whole.ent_type_ == "PERCENT" and whole.head.lower_ == "with" else noun


def is_money(noun: Token) -> bool:
    return noun.ent_type_ == "MONEY" or noun.lemma_.lower() in wordlists.words("moneys", "lemma")


def named_by_preposition(noun: Token) -> tuple[Token, ...]:
    """The bank of "pressure on the bank to pay"."""
    addressed = (p for p in noun.rights if (noun.lemma_.lower(), p.lower_) in wordlists.addressed_nouns())
    return tuple(t for preposition in addressed for t in pobjs(preposition))


def pobjs(preposition: Token) -> tuple[Token, ...]:
    return tuple(t for c in preposition.children if c.dep_ == "pobj" for t in and_conjuncts(c))


def having(noun: Token) -> Token | None:
    """The verb that has a noun as argument, unless it passes judgement on what is another's."""
    top = noun
    while top.dep_ in ("conj", "pobj", "prep") and top.head != top:
        is_loose = top.dep_ == "prep" and top.lower_ in wordlists.words("loose_prepositions", "words")
        if is_loose and top.head.lemma_ != "be":  # "is on the verge of closing": whoever is
            return None  # "talks broke down over a plan to sell": whose plan?
        top = top.head
        if top.pos_ in VERBAL or top.dep_ in SUBJECTS or top.lower_ in wordlists.judging():
            break
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and top.dep_ in OBJECTS:
        top = top.head  # "signed letters of intent to buy"
    if noun.dep_ in OBJECTS or noun.dep_ == "attr":
        top = noun.head
    return top if top.pos_ in VERBAL and not wordlists.judging().intersection(verb_forms(top)) else None


def accusing(noun: Token, preposition: Token) -> Token | None:
    """The verb that the phrase belongs to, though it hangs on a noun: "accused by X | of", "stop the club | from"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    is_argument = noun.dep_ in OBJECTS or noun.head.dep_ in ("agent", "prep")
    return verb if is_argument and listed_controller(verb, preposition.lower_) else None


def joined(preposition: Token) -> str:
    """A preposition with the one it hangs on: of "talked the heir out of selling" it is "out of"."""
    above = preposition.head
    is_joined = above.dep_ == "prep" and above.i == preposition.i - 1
    return f"{above.lower_} {preposition.lower_}" if is_joined else preposition.lower_


def receivers(giver: Token) -> tuple[Token, ...]:
    """Who is given something: "gave *the tenants* notice", "gave notice *to the tenants*"."""
    receiver = next((child for child in giver.rights if child.dep_ == "dative"), None)
    if receiver is None:
        return ()
    return pobjs(receiver) if receiver.pos_ == "ADP" else and_conjuncts(receiver)


def thing_given(giver: Token) -> Token:
    """The thing or the period that is given, else the verb itself: "gave the firm *30 days* to pay"."""
    period = next((child for child in giver.rights if child.dep_ == "npadvmod"), giver)
    return next((child for child in giver.rights if child.dep_ == "dobj"), period)


def given_until(governor: Token) -> tuple[Token, ...]:
    """ "Gave *the tenants* until June to leave"."""
    given = next((c for c in governor.rights if c.dep_ in ("dobj", "npadvmod")), governor)
    is_giving = governor.lemma_.lower() in wordlists.words("giving", "lemma")
    if not is_giving or given == governor or any(c.dep_ == "dative" for c in governor.rights):
        return ()
    has_until = any(c.lower_ in ("until", "till") and c.i == given.right_edge.i + 1 for c in governor.rights)
    return and_conjuncts(given) if has_until else ()
