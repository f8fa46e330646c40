"""`kg rules`: the relations, and whether their examples are read."""

from __future__ import annotations

import re
import shlex
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


@pytest.mark.model
def test_a_sentence_is_taken_apart_with_status_cue_and_rule(kg: Kg) -> None:
    ended = kg("read", "Norvik will not sell the mill, Ada Finch said on Monday.", "--date", "2025-03-11")
    assert ended.status == 0
    assert "clause “will not sell”: subject: Norvik; object: the mill" in ended.out
    assert "unrealised: future, negative, the words of Ada Finch, because of “will … not … said”" in ended.out
    assert "Monday = 2025-03-10" in ended.out


@pytest.mark.model
def test_a_file_is_read_as_an_article(kg: Kg) -> None:
    Path("mill.txt").write_text("Bo Lund owns the mill.")
    assert "→ Bo Lund | owns | the mill   [kg:owns]" in kg("read", "mill.txt").out


@pytest.mark.model
def test_a_paragraph_is_no_name_of_a_file(kg: Kg) -> None:
    assert kg("read", "Bo Lund owns the mill. " * 30).status == 0


@pytest.mark.parametrize(("words", "complaint"), [((" ",), "there is no text"), (("x", "--date", "soon"), "is no day")])
def test_what_cannot_be_read_is_told(kg: Kg, words: tuple[str, ...], complaint: str) -> None:
    ended = kg("read", *words)
    assert ended.status == 2
    assert complaint in " ".join(ended.err.split())


@pytest.mark.model
def test_a_file_that_is_not_there_is_no_sentence(kg: Kg) -> None:
    ended = kg("read", "my mill.txt")
    assert (ended.status, ended.err) == (3, "kg: skipped my mill.txt: cannot be opened: No such file or directory\n")
    assert ended.out == ""


def test_the_guide_shows_what_the_command_prints(kg: Kg) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "teaching.md").read_text("utf-8")
    command, shown = re.search(r"```console\n\$ kg (read .*?)\n(.*?)```", guide, re.DOTALL).groups()  # type: ignore[union-attr]
    printed = kg(*shlex.split(command)).out
    assert _without_numbers(printed) == _without_numbers(shown)


def _without_numbers(text: str) -> str:
    return re.sub(r"confidence [\d.]+", "confidence", text).strip()
