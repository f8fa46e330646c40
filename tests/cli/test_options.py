"""Every command and every option says what it is for."""

from __future__ import annotations

import pytest
from commands import Kg
from typer.main import get_command

from kg.cli import app

COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_has_help_for_itself_and_each_option(kg: Kg, name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert [each.name for each in command.params if each.name != "help" and not getattr(each, "help", None)] == []
    for help in ("--help", "-h"):
        ended = kg(name, help)
        assert ended.status == 0
        assert ended.out.startswith(f"Usage: kg {name} ") and ended.err == ""


def test_letters_mean_the_same_in_every_command() -> None:
    meant: dict[str, set[str]] = {}
    for command in COMMANDS.values():
        for letter, *names in (each.opts for each in command.params if len(each.opts) > 1):
            letter, name = sorted([letter, *names], key=len)
            meant.setdefault(letter, set()).add(name)
    writes = {"--to", "--out"}  # a file; the folder of a graph
    assert meant == {"-f": {"--format"}, "-h": {"--help"}, "-n": {"--most"}, "-o": writes, "-p": {"--port"}}


def test_kg_alone_shows_what_there_is(kg: Kg) -> None:
    ended = kg()
    assert all(name in ended.out + ended.err for name in COMMANDS)
