"""Words of headlines: which may be their verbs, and which nouns may act."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from kg import tables
from kg.annotate.names.classes import family
from kg.grammar import wordlists
from kg.naming import class_nouns, head_words, organization_called, place_called, roles

_RULED = "kg:GeopoliticalEntity"  # "City fines landlord"
_FACILITY = "kg:Facility"
_TEAM = "kg:Organization"
_REACH = 8  # tokens from who is told to what


def may_act(subject: Token) -> bool:
    """Whether a noun is a name or tells who does something: "Council", unlike "Flight"."""
    nouns = (subject.lower_, subject.lemma_.lower())
    kinds = [class_nouns().get(noun, "") for noun in nouns]
    is_body = any(kind == _RULED or family(kind) in ("organization", "group") for kind in kinds)
    is_name = subject.tag_ == "NNP" or (subject.is_upper and len(subject) > 1) or is_known(subject)  # "HSBC"
    return is_name or is_body or any(noun in roles() for noun in nouns)


def may_plan(subject: Token) -> bool:
    """The same, or what is closed, opened or moved: "Hospital to close"."""
    kinds = [class_nouns().get(noun, "") for noun in (subject.lower_, subject.lemma_.lower())]
    return may_act(subject) or _FACILITY in kinds


def tells_to(verb: Token) -> bool:
    """Whether a word may say what somebody has another do, told behind "to": "Court *orders* firm to pay"."""
    lemma = verbs().get(verb.lower_)
    is_of_one = lemma is not None and (lemma, "objinf") in wordlists.clause_takers() and may_plan(verb.nbor(-1))
    behind = verb.doc[verb.i + 2 : verb.i + _REACH]
    return is_of_one and any(t.lower_ == "to" and t.i + 1 < len(t.doc) and t.nbor().tag_ == "VB" for t in behind)


def is_known(subject: Token) -> bool:
    """Whether a word is a well-known name, or what teams are called, whatever the tagger takes it for: "Apple"."""
    if not subject.text[0].isupper() or subject.text[1:] != subject.lower_[1:]:
        return False
    is_name = organization_called(subject.text) is not None or place_called(subject.text) is not None
    return is_name or is_team(subject)


def is_team(subject: Token) -> bool:
    """ "Spurs", "Rangers"."""
    head = head_words("last").get(subject.text)
    return head is not None and head.type == _TEAM and subject.text.endswith("s")


@cache
def verbs() -> dict[str, str]:
    """Lemma by form in -s."""
    return {row["word"]: row["lemma"] for row in tables.rows(tables.lexicon("headline_verbs"))}


@cache
def bare() -> dict[str, bool]:
    """Whether it is a noun too, by lemma."""
    return {row["lemma"]: row["subject"] == "actor" for row in tables.rows(tables.lexicon("headline_verbs"))}


@cache
def noun_forms() -> frozenset[str]:
    """Forms that are plural nouns too: "delays"."""
    return frozenset(row["word"] for row in tables.rows(tables.lexicon("headline_verbs")) if row["subject"] == "actor")
