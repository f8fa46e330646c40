"""Examples of relations are tests: what is misread is found, and told in one line."""

from __future__ import annotations

import pytest

from kg.ontology import Example, Ontology, Relation, load
from kg.rules import misread

SELLS = load().relations["kg:sells"]


def ontology(*examples: str, counter: tuple[str, ...] = ()) -> Ontology:
    """The ontology with other examples for one relation, and none for the rest."""
    relation = Relation(
        name="kg:sells",
        label="sells",
        comment="",
        domain=SELLS.domain,
        range=SELLS.range,
        frames=SELLS.frames,
        examples=tuple(map(Example.parse, examples)),
        counter_examples=tuple(map(Example.parse, counter)),
    )
    return Ontology(load().classes, {"kg:sells": relation})


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
def test_an_example_is_read_as_it_says_or_misread(example: str, is_read: bool) -> None:
    assert (not list(misread(ontology(example)))) is is_read


@pytest.mark.model
def test_a_counter_example_must_not_be_read() -> None:
    found = list(misread(ontology(counter=("Bright Mills sells oats.", "Bright Mills burned."))))
    assert [each.example.text for each in found] == ["Bright Mills sells oats."]
    assert "must not give anything" in str(found[0])


@pytest.mark.model
def test_every_relation_reads_its_own_examples() -> None:
    assert [str(each) for each in misread(load())] == []
