"""Large files in parts: nothing is lost, what is said of a thing stays together, small changes change few parts."""

from __future__ import annotations

import pytest

from kg.errors import UnreadableDocument
from kg.given import documents_of, parts, reading_of
from kg.model import Status
from kg.ontology import load

ONTOLOGY = load()


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_USUAL", 1_000)
    monkeypatch.setattr(parts, "_LARGEST", 4_000)
    monkeypatch.setattr(parts, "_MOST_OF_ONE", 20)


def lines(things: int = 40) -> list[str]:
    return sorted(f'<http://e.example/{n}> <http://e.example/{p}> "v" .' for n in range(things) for p in "pqr")


def test_a_small_file_is_one_part() -> None:
    assert parts.parts(lines(5)) == [lines(5)]


def test_every_line_is_in_one_part_and_each_thing_in_one() -> None:
    found = parts.parts(lines())
    assert len(found) > 3
    assert sorted(line for part in found for line in part) == lines()
    assert all(part == sorted(part) for part in found)
    subjects = [{line.partition(" ")[0] for line in part} for part in found]
    assert sum(map(len, subjects)) == len(set.union(*subjects))


def test_a_new_line_changes_one_part() -> None:
    before, after = (
        parts.parts(lines()),
        parts.parts(sorted([*lines(), '<http://e.example/new> <http://e.example/p> "v" .'])),
    )
    assert len([part for part in after if part not in before]) == 1


def test_what_is_said_of_a_thing_too_often_is_in_several_parts() -> None:
    many = sorted(f"<http://e.example/hub> <http://e.example/p> <http://e.example/{n}> ." for n in range(60))
    assert len(parts.parts(many)) > 1


def test_a_value_that_no_engine_would_read_again_is_refused() -> None:
    with pytest.raises(UnreadableDocument):
        parts.parts([*lines(), f'<http://e.example/x> <http://e.example/p> "{"long " * 1_000}" .'])


def test_parts_are_documents_of_one_file() -> None:
    found, _ = documents_of("\n".join(lines()).encode(), "a/register.nt")
    assert {document.file for document in found} == {"a/register.nt"}
    assert len({document.id for document in found}) == len({document.source for document in found}) == len(found) > 3
    assert found[1].title == f"register.nt, part 2 of {len(found)}"


def test_a_claim_stays_a_claim_whatever_part_it_is_in() -> None:
    claimed = [f'<http://e.example/{n}> <http://e.example/p> "v" <http://e.example/graph> .' for n in range(40)]
    of = "<http://e.example/graph> <http://www.w3.org/ns/prov#wasAttributedTo> <http://e.example/Mia> ."
    found, _ = documents_of("\n".join([*lines(20), *claimed, of]).encode(), "a.nq")
    assert len(found) > 2
    statements = [statement for document in found for statement in reading_of(document, ONTOLOGY).statements]
    assert sum(statement.status is Status.CLAIMED for statement in statements) == 40
