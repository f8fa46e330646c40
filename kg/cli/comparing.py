"""`kg diff`: what one graph says and another does not."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import FOUND_PROBLEMS, is_coloured, path_named


def diff(
    old: Annotated[
        Path, typer.Argument(parser=path_named, help="An output folder, a store, or a file of RDF.", metavar="OLD")
    ],
    new: Annotated[Path, typer.Argument(parser=path_named, help="Another one.", metavar="NEW")],
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON, for programs.")] = False,
    as_patch: Annotated[bool, typer.Option("--patch", help="Print an RDF Patch that makes NEW of OLD.")] = False,
    most: Annotated[int, typer.Option("--most", "-n", min=0, help="Lines of each kind; 0: all.", metavar="N")] = 20,
) -> None:
    """Show what differs between two graphs: articles, things, facts, and statements; status 1 if anything does.

    Names that were given up count as what they are now. `kg diff output.old output`
    """
    from kg import compare

    sides = compare.read(old), compare.read(new)
    found = compare.difference(*sides)
    if as_patch:
        sys.stdout.buffer.write(compare.patch(*sides))
    elif as_json:
        print(json.dumps(compare.plain(found), indent=2, ensure_ascii=False))
    else:
        print(compare.render(found, most=most, colour=is_coloured()), end="")
    if not found.is_same:
        raise typer.Exit(FOUND_PROBLEMS)
