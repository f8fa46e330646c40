"""The coarse kinds of the classes that names have, and the class that a common noun tells."""

from __future__ import annotations

from kg.naming import class_nouns, roles, small_words
from kg.parse import Token

LABEL_BY_FAMILY = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "GPE",
    "group": "NORP",
    "product": "PRODUCT",
    "work": "WORK_OF_ART",
    "event": "EVENT",
    "policy": "LAW",
}
SOMEWHERE = "somewhere"  # what "in" shows: a place, whose kind other words tell; a town if none do
_FAMILY = {
    SOMEWHERE: "place",
    "kg:Person": "person",
    "kg:Organization": "organization",
    "kg:Company": "organization",
    "kg:GovernmentBody": "organization",
    "kg:AdvocacyGroup": "organization",
    "kg:PoliticalParty": "organization",
    "kg:MediaOutlet": "organization",
    "kg:EducationalOrganization": "organization",
    "kg:Group": "group",
    "kg:GeopoliticalEntity": "place",
    "kg:Place": "place",
    "kg:Facility": "place",
    "kg:Product": "product",
    "kg:Work": "work",
    "kg:Event": "event",
    "kg:Policy": "policy",
    "kg:Concept": "concept",
}


def family(type_: str) -> str:
    """The coarse kind of a class, within which names may match by a part: "organization" of kg:Company."""
    return _FAMILY.get(type_, "")


def noun_class(noun: Token) -> str:
    """The class that a common noun tells of what it describes; "" if none, or if firms and persons are called so."""
    lemma = noun.lemma_.lower()
    if lemma in class_nouns():
        return class_nouns()[lemma] if lemma not in roles() else ""
    return "kg:Person" if lemma in roles() and lemma not in small_words("either") else ""
