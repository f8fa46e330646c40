"""What the program tells on standard error."""

from __future__ import annotations

import logging

import pytest

from kg import story
from kg.errors import KgError


def test_an_error_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    story.fail(KgError("a\nb \x1b[31m"))
    assert capsys.readouterr() == ("", "kg: a b \\x1b[31m\n")


def test_progress_is_silent_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with story.progress("Reading", lambda: 3) as step:
        step("one")
    assert capsys.readouterr() == ("", "")


def test_progress_shows_on_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with story.progress("Reading", lambda: 3) as step:
        step("one")
    out, err = capsys.readouterr()
    assert out == "" and "Reading" in err


def test_warnings_of_the_program_are_told_and_those_of_libraries_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    with story.listening():
        logging.getLogger("kg.read").warning("odd date")
        logging.getLogger("trafilatura").error("nothing found")
    assert capsys.readouterr().err == "kg: odd date\n"


def test_cells_stand_under_each_other() -> None:
    assert list(story.columns([("a", "bb"), ("ccc", "d")])) == ["  a    bb", "  ccc  d"]
