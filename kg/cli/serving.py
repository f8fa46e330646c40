"""`kg serve`: the graph over HTTP, for browsers and programs of this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import config, story
from kg.cli.options import Out, judgements_file, out_folder

if TYPE_CHECKING:
    from kg.serve.writing import Writer


def serve(
    out: Out = None,
    port: Annotated[
        int, typer.Option("-p", "--port", min=0, max=65535, help="Port; 0 for any that is free.", metavar="N")
    ] = 8765,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds a query may take.", metavar="S")] = 10,
    rows: Annotated[int, typer.Option(min=1, help="Rows an answer may have.", metavar="N")] = 10_000,
    workers: Annotated[int, typer.Option(min=1, help="Queries answered at once.", metavar="N")] = 2,
    write_token_file: Annotated[
        Path | None,
        typer.Option(help="Let programs put graphs that send the token in this file.", metavar="FILE"),
    ] = None,
) -> None:
    """Serve the graph to this machine: pages, a SPARQL editor and the SPARQL 1.1 Protocol.

    Nobody else is let in, and nothing can be changed, but with a token. Ctrl-C stops it.
    """
    from kg.query import Limits
    from kg.serve.running import serve as run

    folder = out_folder(out)
    writer = _writer(folder, write_token_file) if write_token_file else None
    run(folder, port, Limits(seconds=timeout, rows=rows), workers, story.note, writer)


def _writer(out: Path, token_file: Path) -> Writer:
    """Who changes the graph, with the judgements and the ledger of `kg.toml`."""
    from kg.building import Options
    from kg.serve.writing import Writer, token_in

    options = config.load()
    made = Options(options.model, judgements=judgements_file(None), ledger=options.ledger)
    return Writer(out, token_in(token_file), made)
