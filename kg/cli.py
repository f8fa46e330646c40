"""The command line: parse, call one function, print. Results go to standard output, the story to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import config, story
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.read import Skipped

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

WRONG_USE, PARTLY_DONE = 2, 3

Paths = Annotated[list[Path], typer.Argument(help="Articles, or folders of them: text, Markdown, HTML.")]
Model = Annotated[str | None, typer.Option(help="The spaCy pipeline that reads; any installed one.")]


class Form(StrEnum):
    """What `kg extract` prints."""

    JSONL = "jsonl"
    TSV = "tsv"


class View(StrEnum):
    """Which rows `kg extract --format tsv` prints."""

    BINARY = "binary"
    NARY = "nary"


@app.callback()
def _kg() -> None:
    """From news articles to a knowledge graph whose every triple leads to its sentence.

    Start with `kg demo`, then `kg build FOLDER`.
    """


@app.command()
def extract(
    paths: Paths,
    lines: Annotated[bool, typer.Option("--lines", help="Every line of a file is a document of its own.")] = False,
    format: Annotated[Form, typer.Option(help="Statements as JSON, or open-IE rows as TSV.")] = Form.JSONL,
    view: Annotated[View, typer.Option(help="TSV: short two-argument rows, or one row a clause.")] = View.BINARY,
    model: Model = None,
) -> None:
    """Print what articles state, one statement a line."""
    from kg import listing

    skipped = _Skipped()
    if format is Form.TSV:
        found = listing.row_lines(paths, skipped.add, view=view, by_line=lines, model=_model(model))
    else:
        found = listing.statement_lines(paths, skipped.add, by_line=lines, model=_model(model))
    _print(found)
    skipped.end()


@app.command()
def entities(
    paths: Paths,
    format: Annotated[str, typer.Option(help="jsonl is the one there is.")] = "jsonl",
    model: Model = None,
) -> None:
    """Print the people, organisations and places of each article, one a line."""
    from kg import listing

    skipped = _Skipped()
    _print(listing.entity_lines(paths, skipped.add, model=_model(model)))
    skipped.end()


class _Skipped:
    """Tells of each thing that was not read, and ends the program accordingly."""

    def __init__(self) -> None:
        self._faults = 0

    def add(self, item: Skipped) -> None:
        self._faults += item.is_fault
        story.note(f"kg: skipped {item.source}: {item.reason}")

    def end(self) -> None:
        if self._faults:
            raise typer.Exit(PARTLY_DONE)


def _model(option: str | None) -> str | None:
    return option or config.load().model


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def main() -> None:
    """Run the command line; errors of the user's end in one line and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        with story.listening():
            app()
    except KgError as error:
        story.fail(error)
        sys.exit(WRONG_USE)


__all__ = ["app", "main"]
