"""`kg serve` as a process: a port of this machine alone, until Ctrl-C."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from kg.errors import KgError
from kg.query import Limits
from kg.serve.app import application
from kg.serve.served import Served
from kg.serve.writing import Writer
from kg.store import open_store

HOST = "127.0.0.1"
_PATIENCE = 1  # seconds that answers under way have at the end
_GLANCE = 0.05  # seconds between two looks at a change under way


def serve(
    out: Path,
    port: int,
    limits: Limits,
    workers: int,
    tell: Callable[[str], None],
    writer: Writer | None = None,
) -> None:
    """Serve the graph of an output folder until the program is told to stop; `tell` hears where.

    Raises StoreError if there is no graph, KgError if the port is taken.
    """
    open_store(out)
    with _listening(port) as listener:
        address = f"http://{HOST}:{listener.getsockname()[1]}/"
        served = Served(out, limits, workers, writer)
        config = uvicorn.Config(
            application(served),
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_PATIENCE,
        )
        tell(f"Serving {out} at {address} for browsers and {address}sparql for programs; Ctrl-C stops.")
        if writer is not None:
            tell(f"Whoever holds the token may put graphs at {address}rdf-graph-store.")
        with suppress(KeyboardInterrupt):
            _Server(config, served).run(sockets=[listener])


class _Server(uvicorn.Server):
    """A server that stops the queries under way, and ends the change under way, before the answers are sent.

    A second Ctrl-C does not wait for the change, whose client then gets no answer.
    """

    def __init__(self, config: uvicorn.Config, served: Served) -> None:
        super().__init__(config)
        self._served = served

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop the queries, wait for the change of the graph, then stop everything else."""
        self._served.pool.end()
        if writer := self._served.writer:
            writer.end()
            while writer.is_busy and not self.force_exit:
                await asyncio.sleep(_GLANCE)
        await super().shutdown(sockets)


def _listening(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        reason = error.strerror or str(error)
        raise KgError(f"port {port}: {reason}. Choose another with --port, or 0 for any that is free.") from error
    return listener
