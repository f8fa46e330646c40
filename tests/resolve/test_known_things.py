"""Things of a user's list in texts."""

from __future__ import annotations

import pytest
from resolve.readings import reading

from kg.known import KnownThing
from kg.resolve import resolve

JUDGE = KnownThing(
    "John Smith", "k.csv", 2, ("Johnny Smith",), "kg:Person", ("https://k.example/1",), (), ("judge", "Calder")
)
STRIKER = KnownThing("John Smith", "k.csv", 3, (), "kg:Person", ("https://k.example/2",), (), ("striker", "football"))
FIRM = KnownThing("Ashby Limited", "k.csv", 4, ("Ashby",), "kg:Company", ("https://k.example/3",), ("GB-7",), ())
KNOWN = (JUDGE, STRIKER, FIRM)


def found(*marked: str, told: dict[str, tuple[str, str]] | None = None) -> dict[str, tuple[str, ...]]:
    """The addresses by the name of the entity."""
    return {e.label: e.same_as for e in resolve([reading(m, told) for m in marked], KNOWN).entities}


@pytest.mark.parametrize(
    ("marked", "told", "address"),
    [
        ("[P John Smith] spoke in court, a judge for years.", None, "https://k.example/1"),
        ("[P John Smith] loves football.", None, "https://k.example/2"),
        ("[P John Smith] left [O Calder].", None, "https://k.example/1"),
        ("[P Johnny Smith] left.", None, "https://k.example/1"),
        ("[P John Smith] left.", None, None),  # it may be either
        ("[P John Smith] left.", {"John Smith": ("kg:holdsPosition", "striker")}, "https://k.example/2"),
        ("[P John Smith] left.", {"John Smith": ("kg:holdsPosition", "chemist")}, None),  # a third one
    ],
)
def test_namesakes_are_told_apart_by_context(
    marked: str, told: dict[str, tuple[str, str]] | None, address: str | None
) -> None:
    assert found(marked, told=told)["John Smith"] == ((address,) if address else ())


def test_the_list_gives_name_class_and_identifiers() -> None:
    (firm,) = resolve([reading("[O Ashby] left.")], KNOWN).entities
    assert (firm.label, firm.type, firm.aliases) == ("Ashby Limited", "kg:Company", ("Ashby",))
    assert [link.codes for link in firm.links] == [(("schema:identifier", "GB-7"),)]


def test_what_is_surely_of_another_class_is_another_thing() -> None:
    assert "Ashby Limited" not in found("[G Ashby], [G Ohio], voted.")


def test_one_thing_of_the_list_is_one_entity_and_two_are_two() -> None:
    judge, other = "[P John Smith] is a judge.", "[P Johnny Smith] left court."
    assert len(resolve([reading(judge), reading(other)], KNOWN).entities) == 1
    assert len(resolve([reading(judge), reading("[P John Smith] plays football.")], KNOWN).entities) == 2
