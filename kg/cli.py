"""The command line: parse, call one function, print. Results go to standard output, the story to standard error."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.errors import KgError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def _kg() -> None:
    """From news text to a knowledge graph whose every triple leads to its sentence."""


@app.command()
def extract(
    paths: Annotated[list[Path], typer.Argument()],
    lines: Annotated[bool, typer.Option("--lines")] = False,
    format: Annotated[str, typer.Option("--format")] = "jsonl",
    view: Annotated[str, typer.Option("--view")] = "binary",
    model: Annotated[str | None, typer.Option("--model")] = None,
) -> None:
    """Print what the articles state, one statement a line."""
    from kg import listing

    for line in listing.extract_lines(paths, by_line=lines, form=format, view=view, model=model):
        print(line)


@app.command()
def entities(
    paths: Annotated[list[Path], typer.Argument()],
    format: Annotated[str, typer.Option("--format")] = "jsonl",
    model: Annotated[str | None, typer.Option("--model")] = None,
) -> None:
    """Print the entities of each article, one a line."""
    from kg import listing

    for line in listing.entity_lines(paths, model=model):
        print(line)


def main() -> None:
    """Run the command line; errors of the user's end in one line and exit status 2."""
    try:
        app()
    except KgError as error:
        print(f"kg: {error}", file=sys.stderr)
        sys.exit(2)


__all__ = ["app", "main"]
