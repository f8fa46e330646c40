"""Roles beside subject and object: one list, which the ontology, the lexicon and the page know."""

from __future__ import annotations

import json
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, parse

from kg import shipped
from kg.grammar import wordlists
from kg.rdf.names import KG, ROLES
from kg.view import page


def test_the_ontology_defines_every_role_and_says_what_fills_it():
    triples = list(parse(path=shipped.folder("ontology") / "kg.ttl", format=RdfFormat.TURTLE))
    filled = {t.object.value.removeprefix(KG) for t in triples if t.predicate == NamedNode(f"{KG}fills")}
    described = {t.subject.value.removeprefix(KG) for t in triples if t.predicate.value.endswith("#comment")}
    assert filled <= set(ROLES) <= described


def test_the_lexicon_gives_no_other_role():
    lists = ("prepositions", "verb_prepositions", "adverb_roles")
    assert {row["role"] for name in lists for row in wordlists.rows(name)} - {"-", "none", "time"} <= set(ROLES)


def test_the_page_has_a_word_for_each():
    wording = json.loads((Path(page.__file__).parent / "wording.json").read_text(encoding="utf-8"))
    assert set(wording["roles"]) == set(ROLES)


def test_the_check_of_arguments_looks_at_each():
    query = (shipped.folder("ontology") / "checks" / "argument-unknown.rq").read_text(encoding="utf-8")
    assert {f"kg:{role}" for role in ROLES} <= set(query.split())
