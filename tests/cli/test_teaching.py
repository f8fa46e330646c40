"""`kg rules`: the relations, and whether their examples are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Kg


def test_relations_are_listed_with_an_example(kg: Kg) -> None:
    ended = kg("rules")
    assert ended.status == 0
    assert any(line.startswith("kg:sells ") and "sells oat flour" in line for line in ended.out.splitlines())


def test_a_file_that_is_no_turtle_is_told(kg: Kg) -> None:
    Path("mine.ttl").write_text("this is no Turtle")
    ended = kg("rules", "--ontology", "mine.ttl")
    assert ended.status == 2
    assert "mine.ttl" in ended.err and "Traceback" not in ended.err


@pytest.mark.model
def test_check_tells_what_is_misread(kg: Kg) -> None:
    Path("mine.ttl").write_text(
        "@prefix kg: <https://example.org/kg/ontology#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        'kg:sells skos:example "The mill burned. => mill | oats"@en .\n'
    )
    ended = kg("rules", "--check", "--ontology", "mine.ttl")
    assert ended.status == 1
    assert "kg:sells cannot read its example: The mill burned." in ended.out
    assert "misread" in ended.err
