"""A real `kg serve` in a process of its own, on a free port."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode


@dataclass(frozen=True)
class Server:
    """A server that runs."""

    process: subprocess.Popen[str]
    address: str  # without a slash at the end
    greeting: str

    def get(self, path: str, accept: str = "*/*", body: bytes | None = None, **headers: str) -> tuple[int, str]:
        """Status and text of an answer."""
        request = urllib.request.Request(self.address + path, body, {"Accept": accept, **headers})
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def ask(self, query: str, accept: str = "application/json, text/turtle") -> tuple[int, str]:
        """Status and text of the answer to a query."""
        return self.get("/sparql", accept, urlencode({"query": query}).encode())

    def stop(self, how: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """Its exit status, and what it said since its greeting."""
        self.process.send_signal(how)
        said = self.process.communicate(timeout=60)[1]
        return self.process.returncode, said


@contextmanager
def serving(out: Path, *options: str) -> Iterator[Server]:
    """A server of an output folder, ended at the end."""
    command = [sys.executable, "-m", "kg", "serve", "--out", str(out), "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        greeting = process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", greeting)
        assert found, greeting + process.stderr.read()
        yield Server(process, found.group(), greeting)
    finally:
        process.kill()
        process.communicate()
