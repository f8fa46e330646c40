"""`kg extract` and `kg entities`: what articles say, printed and not kept."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.options import Articles, Model, Skips, model_name, show


class Form(StrEnum):
    """What `kg extract` prints."""

    JSONL = "jsonl"
    JSON = "json"  # the same
    TSV = "tsv"


class View(StrEnum):
    """Which rows of the sentence's own words `kg extract --format tsv --view` prints."""

    BINARY = "binary"
    NARY = "nary"


class EntityForm(StrEnum):
    """What `kg entities` prints."""

    JSONL = "jsonl"
    JSON = "json"  # the same


def extract(
    paths: Articles,
    lines: Annotated[bool, typer.Option("--lines", help="Every line of a file is a document of its own.")] = False,
    format: Annotated[
        Form, typer.Option("-f", "--format", help="JSON Lines, or a table with the columns named in its first line.")
    ] = Form.JSONL,
    view: Annotated[
        View | None,
        typer.Option(
            help="TSV of clauses in their own words instead, whether they are so or not: in short rows with two "
            "arguments, or one row a clause.",
            show_default=False,
        ),
    ] = None,
    model: Model = None,
) -> None:
    """Print what articles state, one statement a line, with its status and whose word it is."""
    from kg import listing

    skips = Skips()
    if format is not Form.TSV:
        if view:
            raise typer.BadParameter("rows are printed with --format tsv", param_hint="--view")
        show(listing.statement_lines(paths, skips.add, by_line=lines, model=model_name(model)))
    elif view:
        show(listing.row_lines(paths, skips.add, view=view, by_line=lines, model=model_name(model)))
    else:
        show(listing.statement_rows(paths, skips.add, by_line=lines, model=model_name(model)))
    skips.end()


def entities(
    paths: Articles,
    format: Annotated[EntityForm, typer.Option("-f", "--format", help="JSON, one object a line.")] = EntityForm.JSONL,
    model: Model = None,
) -> None:
    """Print the people, organisations and places of each article, one a line."""
    from kg import listing

    skips = Skips()
    show(listing.entity_lines(paths, skips.add, model=model_name(model)))
    skips.end()
