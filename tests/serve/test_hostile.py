"""Hostile queries: each is answered or refused in time, the server lives on, and nothing reaches out."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from serve.hostile import HOSTILE, REACHING
from serve.server import Server, serving

LIMIT = 2
MARGIN = 4  # a second on a quiet machine; what hangs hangs longer


@pytest.fixture(scope="module")
def server(river: Path) -> Iterator[Server]:
    with serving(river, "--timeout", str(LIMIT), "--rows", "1000") as started:
        yield started


@pytest.fixture(scope="module")
def trap() -> Iterator[tuple[str, list[object]]]:
    """An address of this machine, and whoever came there."""
    came: list[object] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def wait() -> None:
        while True:
            try:
                came.append(listener.accept())
            except OSError:
                return

    threading.Thread(target=wait, daemon=True).start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/", came
    listener.close()


def family(pid: int) -> Iterator[int]:
    """A process and the processes that it started."""
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from family(int(child))


def sockets(pid: int) -> list[str]:
    """The sockets that a process holds open."""
    found = []
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        try:
            found.append(str(entry.readlink()))
        except FileNotFoundError:
            continue
    return [name for name in found if name.startswith("socket:")]


def test_there_are_at_least_forty():
    assert len(HOSTILE) >= 40


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_query_is_answered_or_refused_in_time(server, trap, name):
    address, came = trap
    began = time.monotonic()
    status, text = server.ask(HOSTILE[name].replace("{trap}", address))
    took = time.monotonic() - began
    assert status in (200, 400, 413, 503), text[:300]
    assert status == 200 or (text.count("\n") == 1 and "Traceback" not in text)
    assert took <= LIMIT + MARGIN, f"{took:.1f} seconds"
    began = time.monotonic()
    assert server.ask("ASK { ?s ?p ?o }")[0] == 200
    assert time.monotonic() - began < MARGIN
    assert came == []


@pytest.mark.parametrize("name", REACHING)
def test_what_reaches_out_is_refused_or_finds_nothing(server, trap, name):
    status, text = server.ask(HOSTILE[name].replace("{trap}", trap[0]))
    assert status == 400 or (status == 200 and '"bindings": []' in text)


def test_those_who_answer_queries_hold_no_socket(server):
    server.ask("ASK { }")
    workers = [pid for pid in family(server.process.pid) if pid != server.process.pid]
    assert workers
    assert [sockets(pid) for pid in workers] == [[] for _ in workers]


def test_many_at_once_are_answered_or_told_to_come_back(server):
    found: list[int] = []
    costly = [threading.Thread(target=lambda: found.append(server.ask(HOSTILE["cross product"])[0])) for _ in range(12)]
    for each in costly:
        each.start()
    time.sleep(0.3)
    began = time.monotonic()
    assert server.get("/health")[0] == 200
    assert time.monotonic() - began < 1
    for each in costly:
        each.join(LIMIT + 10)
    assert found == [503] * 12
    assert server.ask("ASK { }")[0] == 200
