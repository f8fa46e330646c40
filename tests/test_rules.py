"""Examples of relations are tests: what is misread is found, and told in one line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language

from kg.ontology import Example, Ontology, load
from kg.rules import check_rules

SELLS = load().relations["kg:sells"]


def ontology(*examples: str, counter: tuple[str, ...] = ()) -> Ontology:
    """The ontology with other examples for one relation, and none for the rest."""
    relation = replace(
        SELLS,
        examples=tuple(map(Example.parse, examples)),
        counter_examples=tuple(map(Example.parse, counter)),
    )
    silent = {each.name: replace(each, examples=(), counter_examples=()) for each in load().relations.values()}
    return replace(load(), relations={**silent, "kg:sells": relation})


@pytest.mark.model
@pytest.mark.parametrize(
    ("example", "is_read"),
    [
        ("Bright Mills sells oats. => Bright Mills | oats", True),
        ("Bright Mills sells oats to Hull. => Bright Mills | oats | recipient Hull", True),
        ("Bright Mills sells oats. => oats | Bright Mills", False),
        ("Bright Mills sells oats to Hull. => Bright Mills | oats | recipient Leeds", False),
        ("Bright Mills burned.", False),
    ],
)
def test_an_example_is_read_as_it_says_or_not(nlp: Language, example: str, is_read: bool) -> None:
    assert [check.ok for check in check_rules(ontology(example), nlp)] == [is_read]


@pytest.mark.model
def test_a_counter_example_must_not_be_read(nlp: Language) -> None:
    checks = check_rules(ontology(counter=("Bright Mills sells oats.", "Bright Mills burned.")), nlp)
    assert [(check.example, check.ok) for check in checks] == [
        ("Bright Mills sells oats.", False),
        ("Bright Mills burned.", True),
    ]


@pytest.mark.model
def test_only_the_relations_named_are_checked(nlp: Language) -> None:
    assert {check.relation for check in check_rules(load(), nlp, ["kg:sells"])} == {"kg:sells"}


@pytest.mark.model
def test_every_relation_reads_its_own_examples(nlp: Language) -> None:
    assert [f"{check.relation}: {check.example}" for check in check_rules(load(), nlp) if not check.ok] == []
