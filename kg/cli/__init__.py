"""The command line: parse, call one function, print. Results go to standard output, the story to standard error."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Annotated

import typer

from kg import __version__, story
from kg.cli import (
    asking,
    building,
    changing,
    comparing,
    exporting,
    judging,
    pushing,
    reading,
    serving,
    teaching,
    telling,
)
from kg.cli.options import STOPPED, WRONG_USE
from kg.errors import KgError, Stopped
from kg.garbage import keep_all

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(is_asked: bool) -> None:
    if is_asked:
        print(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _kg(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """From news articles to a knowledge graph whose every triple leads to its sentence.

    Start with `kg demo`, then `kg build FOLDER`.
    """


_FREE = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}  # each question has its own
_WORDS = {
    "ignore_unknown_options": True,
    "help_option_names": ["--help"],
}  # -harbour is a word
app.command()(building.demo)
app.command()(building.build)
app.command()(changing.add)
app.command()(changing.remove)
app.command()(changing.verify)
app.command(context_settings=_FREE)(asking.query)
app.command()(asking.explain)
app.command(context_settings=_WORDS)(telling.search)
app.command()(telling.path)
app.command()(telling.timeline)
app.command()(telling.contradictions)
app.command()(telling.stats)
app.command()(comparing.diff)
app.command()(asking.view)
app.command()(exporting.export)
app.command()(pushing.push)
app.command()(serving.serve)
app.command()(asking.validate)
app.command()(judging.review)
app.command()(judging.same)
app.command()(judging.different)
app.command()(judging.rename)
app.command()(judging.retype)
app.command()(judging.reject)
app.command()(judging.accept)
app.command()(teaching.rules)
app.command()(teaching.read)
app.command()(reading.extract)
app.command()(reading.entities)


def main() -> None:
    """Run the command line; an error of the user's ends in one line and exit status 2, Ctrl-C in one and 130."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        with story.listening():
            app(prog_name="kg")
    except Stopped as how:
        _stop(how)
    except SystemExit as end:
        if end.code == STOPPED:  # by typer
            _stop(Stopped("stopped; nothing is left half done."))
        raise
    except KgError as error:
        story.fail(error)
        sys.exit(WRONG_USE)
    except OSError as error:  # a full disk, a folder that may not be written
        story.fail(KgError(f"{error.filename or 'the system'}: {error.strerror or error}"))
        sys.exit(WRONG_USE)
    finally:
        keep_all()


def _stop(how: Stopped) -> None:
    """End at once: whoever reads a text in a thread would be waited for."""
    story.stopped(how)
    with suppress(OSError):
        sys.stdout.flush()
    os._exit(STOPPED)
