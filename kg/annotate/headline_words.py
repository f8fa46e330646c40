"""Words of headlines: which may be their verbs, and which nouns may act."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from kg import tables
from kg.annotate.name_classes import family
from kg.naming import class_nouns, roles

_RULED = "kg:GeopoliticalEntity"  # "City fines landlord"


def may_act(subject: Token) -> bool:
    """Whether a noun is a name or tells who does something: "Council", unlike "Flight"."""
    nouns = (subject.lower_, subject.lemma_.lower())
    kinds = [class_nouns().get(noun, "") for noun in nouns]
    is_body = any(kind == _RULED or family(kind) in ("organization", "group") for kind in kinds)
    is_name = subject.tag_ == "NNP" or (subject.is_upper and len(subject) > 1)  # "HSBC"
    return is_name or is_body or any(noun in roles() for noun in nouns)


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
