"""`kg serve`: the graph over HTTP, for browsers and programs of this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import story
from kg.cli.options import Out, out_folder


def serve(
    out: Out = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 for any that is free.", metavar="N")] = 8765,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds a query may take.", metavar="S")] = 10,
    rows: Annotated[int, typer.Option(min=1, help="Rows an answer may have.", metavar="N")] = 10_000,
    workers: Annotated[int, typer.Option(min=1, help="Queries answered at once.", metavar="N")] = 2,
) -> None:
    """Serve the graph to this machine: pages, a SPARQL editor and the SPARQL 1.1 Protocol.

    Nobody else is let in, and nothing can be changed. Ctrl-C stops it.
    """
    from kg.query import Limits
    from kg.serve.running import serve as run

    run(out_folder(out), port, Limits(seconds=timeout, rows=rows), workers, story.note)
