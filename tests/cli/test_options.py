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
    ended = kg(name, "--help")
    assert ended.status == 0
    assert ended.out.startswith("Usage: kg") and ended.err == ""


def test_kg_alone_shows_what_there_is(kg: Kg) -> None:
    ended = kg()
    assert all(name in ended.out + ended.err for name in COMMANDS)
