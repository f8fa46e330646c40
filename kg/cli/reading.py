"""`kg extract` and `kg entities`: what articles say, printed and not kept."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.options import Articles, Model, Skips, model_name, show


class Form(StrEnum):
    """What `kg extract` prints."""

    JSONL = "jsonl"
    TSV = "tsv"


class View(StrEnum):
    """Which rows `kg extract --format tsv` prints."""

    BINARY = "binary"
    NARY = "nary"


class EntityForm(StrEnum):
    """What `kg entities` prints."""

    JSONL = "jsonl"


def extract(
    paths: Articles,
    lines: Annotated[bool, typer.Option("--lines", help="Every line of a file is a document of its own.")] = False,
    format: Annotated[Form, typer.Option(help="Statements as JSON, or rows in the sentence's own words.")] = Form.JSONL,
    view: Annotated[View, typer.Option(help="Rows: short with two arguments, or one a clause.")] = View.BINARY,
    model: Model = None,
) -> None:
    """Print what articles state, one statement a line."""
    from kg import listing

    skips = Skips()
    if format is Form.TSV:
        show(listing.row_lines(paths, skips.add, view=view, by_line=lines, model=model_name(model)))
    else:
        show(listing.statement_lines(paths, skips.add, by_line=lines, model=model_name(model)))
    skips.end()


def entities(
    paths: Articles,
    format: Annotated[EntityForm, typer.Option(help="JSON, one object a line.")] = EntityForm.JSONL,
    model: Model = None,
) -> None:
    """Print the people, organisations and places of each article, one a line."""
    from kg import listing

    skips = Skips()
    show(listing.entity_lines(paths, skips.add, model=model_name(model)))
    skips.end()
