"""Roles of prepositional phrases: from the lexicon, and in whole sentences."""

from __future__ import annotations

import pytest

from kg.extract.clauses import clauses
from kg.extract.roles import belongs_to_verb, kinds, role_in, role_of
from kg.grammar.attachment import reattach


@pytest.mark.parametrize(
    ("preposition", "entity_type", "role"),
    [
        ("to", "kg:Place", "destination"),
        ("to", "kg:Agent", "recipient"),
        ("to", "kg:Concept", "circumstance"),
        ("to", "scene", "destination"),
        ("in", "scene", "place"),
        ("in", "kg:Place", "place"),
        ("in", "kg:Concept", "circumstance"),
        ("over", "=career", "circumstance"),
        ("in", "=effort", "purpose"),
        ("from", "kg:Entity", "source"),
        ("with", "kg:Agent", "companion"),
        ("for", "MONEY", "quantity"),
        ("to", "CARDINAL", "quantity"),
        ("such as", "kg:Entity", None),
    ],
)
def test_prepositions_name_roles(preposition, entity_type, role):
    assert role_of(preposition, entity_type) == role


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("The mill sold the land for $3 million.", "quantity million"),
        ("The deal values the firm at 3 million euros.", "quantity euros"),
        ("Nurses blamed the flood on the dam.", "cause dam"),
        ("The city spent the money on a bridge.", "purpose bridge"),
        ("The crew carried the oil to a refinery.", "destination refinery"),
        ("The law gives nurses access to the files.", ""),
        ("The union held talks with the firm.", ""),
        ("The firm closed the mill in an effort to save money.", "purpose effort"),
        ("The crew carried the oil to a refinery, not to a port.", "destination refinery"),
        ("Aside from the fine, the firm paid the costs.", ""),
    ],
)
def test_verbs_and_values_decide_before_the_preposition(parse, sentence, roles):
    doc = reattach(parse(sentence))
    main = next(clause for clause in clauses(doc) if clause.head.dep_ == "ROOT")
    found = [
        f"{role} {head.text}"
        for oblique in main.obliques
        if belongs_to_verb(oblique)
        for head in oblique.heads
        if (role := role_in(main, oblique, kinds(head, "kg:Concept")))
    ]
    assert " ".join(found) == roles


@pytest.mark.model
def test_a_marker_is_written_in_lower_case(parse):
    [clause] = clauses(parse("Because of rain the match was lost."))
    assert [oblique.words for oblique in clause.obliques] == ["because of"]
