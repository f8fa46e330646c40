"""Real servers on free ports: Virtuoso as Debian packs it, and Oxigraph as the registry has it."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

VIRTUOSO_NEEDED = "KG_VIRTUOSO"  # set where these tests may not be left out
_SETTINGS = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
ServerThreads = 10
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
"""


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """The address of a Virtuoso with an empty database in the folder; user and password are `dba`."""
    program = shutil.which("virtuoso-t")
    if program is None and not os.environ.get(VIRTUOSO_NEEDED):
        pytest.skip("this needs Virtuoso: apt-get install virtuoso-opensource-7-bin")
    assert program, "this needs Virtuoso: apt-get install virtuoso-opensource-7-bin"
    port, http = free_ports()
    (folder / "virtuoso.ini").write_text(_SETTINGS.format(port=port, http=http))
    with _running([program, "-f", "-c", "virtuoso.ini"], folder, f"http://127.0.0.1:{http}/sparql") as address:
        yield address.removesuffix("/sparql")


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """The address of an Oxigraph server with an empty store in the folder."""
    files = importlib.metadata.files("oxigraph") or []
    (program,) = (Path(str(file.locate())) for file in files if file.stem == "oxigraph" and "bin" in file.parts)
    _, port = free_ports()
    command = [str(program), "serve", "--location", "store", "--bind", f"127.0.0.1:{port}"]
    with _running(command, folder, f"http://127.0.0.1:{port}/query") as address:
        yield address.removesuffix("/query")


def free_ports() -> tuple[int, int]:
    """Two ports that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        return one.getsockname()[1], other.getsockname()[1]


@contextmanager
def _running(command: list[str], folder: Path, asked_at: str) -> Iterator[str]:
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            _wait(process, asked_at, folder / "log")
            yield asked_at
        finally:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], asked_at: str, log: Path) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            if requests.get(asked_at, params={"query": "ASK {}"}, timeout=5).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.1)
    raise AssertionError(f"{process.args} does not answer: {log.read_text(errors='replace')[-2000:]}")
