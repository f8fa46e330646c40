"""`kg diff`: what one graph says and another does not."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import FOUND_PROBLEMS, Json, is_coloured, path_named


class Form(StrEnum):
    """How a difference is printed."""

    TEXT = "text"
    JSON = "json"
    PATCH = "patch"


def diff(
    old: Annotated[
        Path, typer.Argument(parser=path_named, help="An output folder, a store, or a file of RDF.", metavar="OLD")
    ],
    new: Annotated[Path, typer.Argument(parser=path_named, help="Another one.", metavar="NEW")],
    format: Annotated[
        Form, typer.Option("-f", "--format", help="Text, JSON, or an RDF Patch that makes NEW of OLD.")
    ] = Form.TEXT,
    as_json: Json = False,
    as_patch: Annotated[bool, typer.Option("--patch", help="The same as -f patch.")] = False,
    most: Annotated[int, typer.Option("--most", "-n", min=0, help="Lines of each kind; 0: all.", metavar="N")] = 20,
) -> None:
    """Show what differs between two graphs: articles, things, facts, and statements; status 1 if anything does.

    Names that were given up count as what they are now. `kg diff output.old output`
    """
    from kg import compare

    sides = compare.read(old), compare.read(new)
    found = compare.difference(*sides)
    if as_patch or format is Form.PATCH:
        sys.stdout.buffer.write(compare.patch(*sides))
    elif as_json or format is Form.JSON:
        print(json.dumps(compare.plain(found), indent=2, ensure_ascii=False))
    else:
        print(compare.render(found, most=most, colour=is_coloured()), end="")
    if not found.is_same:
        raise typer.Exit(FOUND_PROBLEMS)
