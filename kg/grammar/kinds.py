"""What the words alone tell of a noun: people or things, one or many."""

from __future__ import annotations

from kg.grammar.verbs import HELPERS
from kg.grammar.wordlists import class_told_by, words, words_of
from kg.naming import demonyms, roles, small_words
from kg.parse import Token

ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "someone", "somebody", "those"})
PERSONAL = frozenset({"kg:Person", "kg:Group"})
ACTORS = PERSONAL | {"kg:Organization", "kg:Company", "kg:GovernmentBody"}
PLACE_CLASSES = frozenset({"kg:Place", "kg:GeopoliticalEntity", "kg:Facility"})
_SINGULAR, _PLURAL = frozenset({"NN", "NNP"}), frozenset({"NNS", "NNPS"})


def is_people(noun: Token) -> bool:
    """Whether a noun is one for people: "Thibodeau", "tenants", "engineers"."""
    if noun.ent_type_ in ("PERSON", "NORP") or noun.text in demonyms():
        return True
    return means_people(noun)


def means_people(noun: Token) -> bool:
    """Whether its lemma alone is one for people, whatever name it stands in."""
    return noun.lemma_.lower() in roles() or _class_of(noun) in PERSONAL


def class_of_noun(noun: Token) -> str:
    """The class of what a common noun describes: "kg:Facility" of "mill"; "" of other words, and if it is not told."""
    return _class_of(noun) if noun.pos_ == "NOUN" else ""


def is_person(noun: Token) -> bool:
    """Whether a noun is one for a single person: "Thibodeau", "surgeon"; no "panel" and no "crew"."""
    if noun.ent_type_:
        return noun.ent_type_ == "PERSON"
    return noun.lemma_.lower() in roles() or _class_of(noun) == "kg:Person"


def is_thing(noun: Token) -> bool:
    """Whether a noun is surely not one for people: "Oslo", "mill", "form"; unknown nouns are neither."""
    if noun.ent_type_:
        return noun.ent_type_ in ("GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "MONEY", "DATE")
    known = _class_of(noun)
    return bool(known) and known not in PERSONAL and noun.lemma_.lower() not in words("collectives", "word")


def is_plain_plural(noun: Token) -> bool:
    """ "*Shops* burned": a plural that tells of none in particular, by no article, owner or number."""
    return noun.tag_ == "NNS" and all(child.dep_ not in ("det", "poss", "nummod") for child in noun.lefts)


def is_text(noun: Token) -> bool:
    """Whether a noun is one for what is written: "letter", "ruling", "notes"."""
    forms = {noun.lemma_.lower(), noun.lower_}
    return any(forms & words_of(kind) for kind in ("writings", "writing", "signed or written"))


def is_measure(noun: Token) -> bool:
    """Whether a noun is a counted unit: "20 metres", "six weeks"."""
    is_unit = noun.ent_type_ in ("QUANTITY", "DATE", "TIME") or noun.lemma_.lower() in words("units", "lemma")
    return is_unit and any(child.dep_ == "nummod" for child in noun.lefts)


def _class_of(noun: Token) -> str:
    return class_told_by(noun.lemma_.lower())


def number_of_noun(noun: Token) -> str:
    """ "one", "many", or "" where it is open: with coordination, of a town whose name looks like a plural."""
    is_town = noun.ent_type_ == "GPE" and noun.tag_ == "NNPS"
    if is_town or any(c.dep_ == "conj" for c in noun.rights):
        return ""
    return "one" if noun.tag_ in _SINGULAR else "many" if noun.tag_ in _PLURAL else ""


def number_of_verb(verb: Token) -> str:
    """ "one" of "faces", "was sold"; "many" of "face", "were sold"; "" of "sold", "may sell"."""
    finite = next((child for child in verb.lefts if child.dep_ in HELPERS), verb)
    if finite.tag_ == "VBZ" or finite.lower_ == "was":
        return "one"
    return "many" if finite.tag_ == "VBP" or finite.lower_ == "were" else ""


def is_whereabouts(noun: Token) -> bool:
    """Whether a noun tells where somebody is, not of one thing that a text comes back to: "taken to *hospital*",
    "said outside *court*"."""
    is_bare = all(t.lower_ == "outside" for t in noun.lefts) and noun.dep_ in {"pobj", "dobj"} and noun.tag_ == "NN"
    return is_bare and noun.lemma_.lower() in small_words("whereabouts")


def is_had_by(people: Token, thing: Token) -> bool:
    """Whether several people may have it: "patients with *asthma*", "children with a *fever*"."""
    return people.tag_ == "NNS" and means_people(people) and thing.lemma_.lower() in words_of("had by people")
