"""Clauses in plain words."""

from __future__ import annotations

import pytest

from kg.extract.clauses import clauses
from kg.extract.clauses.outline import outline


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norvik sold the mill to Dover County.", ("sold", "subject: Norvik; object: the mill; to: Dover County")),
        (
            "Norvik did not give Ada Finch a permit.",
            ("did not give", "subject: Norvik; object: a permit; dative: Ada Finch"),
        ),
        ("Norvik plans to hire 40 people.", ("to hire", "subject: Norvik [control]; object: 40 people")),
        ("The mill was closed by the county.", ("was closed", "subject: The mill; agent: the county")),
        ("Ada Finch said that Norvik lost.", ("said", "subject: Ada Finch; that-clause: … lost …")),
    ],
)
def test_parts_of_a_clause_are_named(parse, sentence, expected):
    found = [outline(clause) for clause in clauses(parse(sentence))]
    told = {each.predicate: "; ".join(f"{name}: {words}" for name, words in each.parts) for each in found}
    predicate, parts = expected
    assert told.get(predicate) == parts, told
