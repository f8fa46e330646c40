"""How a text is read, step by step."""

from __future__ import annotations

import pytest

from kg.anatomy import anatomy, lines
from kg.annotate.pipeline import load
from kg.model import Document
from kg.ontology import load as load_ontology

TEXT = "Tarn Robotics, which is based in Turku, may sell the old mill to the city. Ada Finch denied it."


@pytest.fixture(scope="module")
def found():
    return anatomy(Document(TEXT, "text", "text", published="2025-03-11"), load(), load_ontology())


@pytest.mark.model
def test_every_sentence_has_its_own_names_clauses_and_statements(found):
    first, second = found
    assert [each.predicate for each in first.clauses] == ["is based", "may sell"]
    assert [each.predicate for each in second.clauses] == ["denied"]
    assert all(s.evidence == first.sentence for s in first.statements)
    assert {m.text for m in second.mentions} >= {"Ada Finch"}


@pytest.mark.model
@pytest.mark.parametrize(
    "line",
    [
        "  clause “may sell”: subject: Tarn Robotics; object: the old mill; to: the city",
        "    unrealised: possible, positive, because of “may”",
    ],
)
def test_lines_show_parts_status_and_cue(found, line):
    shown = list(lines(found, {}))
    assert any(line.removeprefix("  ") in each or line == each for each in shown), "\n".join(shown)


@pytest.mark.model
def test_a_sentence_that_states_nothing_says_so():
    empty = anatomy(Document("Not so.", "text", "text"), load(), load_ontology())
    assert "  nothing stated" in list(lines(empty, {}))
