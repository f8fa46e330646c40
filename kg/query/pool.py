"""Warm workers: processes that hold a store open, answer one query at a time, and are ended when one takes too long."""

from __future__ import annotations

import importlib.util
import json
import queue
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import QueryError
from kg.query import worker
from kg.store import locate, read_identity

_MOST_QUERIES = 500  # then a worker makes room for a fresh one, so that no memory creeps up
MEMORY = 2 * 1024**3  # bytes a worker may use
_START = 30.0  # seconds a worker may take to open its store

Reply = dict[str, Any]
_OVER: Reply = {"error": "over", "message": ""}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a query may cost."""

    seconds: float = 10
    memory: int = MEMORY
    rows: int = 10_000


class Worker:
    """One process with one store open, as it was when the worker began. Not for two threads at once."""

    def __init__(self, store: Path, memory: int) -> None:
        command = [sys.executable, "-I", "-S", worker.__file__, _folder_of_engine()]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)
        self._replies: queue.SimpleQueue[Reply] = queue.SimpleQueue()
        self._complaints: list[bytes] = []
        for listen in (self._hear, self._overhear):
            threading.Thread(target=listen, daemon=True).start()
        self.asked = 0
        self.failure: Reply = {}  # why it cannot be asked (any more)
        greeting = self._exchange({"store": str(store), "memory": memory}, _START)
        if "error" in greeting:
            self._over(greeting)

    def ask(self, request: dict[str, Any], seconds: float) -> Reply:
        """The reply to a request; a worker that is too slow or dies is over, and its reply says so."""
        self.asked += 1
        if self.failure:
            return self.failure
        return self._exchange({**request, "seconds": int(seconds) + 2}, seconds)

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked again."""
        return self._process.poll() is None and not self.failure

    def stop(self) -> None:
        """Kill it, whoever waits for its answer."""
        self._process.kill()

    def end(self) -> None:
        """Kill it and close its pipes; nobody may be waiting for its answer."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                pipe.close()

    def _exchange(self, message: dict[str, Any], seconds: float) -> Reply:
        try:
            self._process.stdin.write(json.dumps(message).encode() + b"\n")  # type: ignore[union-attr]
            self._process.stdin.flush()  # type: ignore[union-attr]
            reply = self._replies.get(timeout=seconds)
        except queue.Empty:
            return self._over({"error": "time", "message": ""})
        except OSError:
            reply = {}
        return reply or self._over({"error": self._cause_of_death(), "message": ""})

    def _over(self, why: Reply) -> Reply:
        self._process.kill()
        self.failure = why
        return why

    def _cause_of_death(self) -> str:
        self._process.wait()
        words = b"".join(self._complaints).decode("utf-8", "replace")
        return "memory" if "memory" in words.lower() or "MemoryError" in words else "crash"

    def _hear(self) -> None:
        """Pass on each reply with its rows; an empty one says that no more will come."""
        stdout = self._process.stdout
        for line in stdout or ():
            reply: Reply = json.loads(line) if line.endswith(b"\n") else {}
            if size := reply.get("rows"):
                reply["rows"] = stdout.read(size)  # type: ignore[union-attr]
                reply = reply if len(reply["rows"]) == size else {}
            elif "rows" in reply:
                reply["rows"] = b""
            self._replies.put(reply)
        self._replies.put({})

    def _overhear(self) -> None:
        self._complaints += self._process.stderr or ()


class Pool:
    """Workers over one output folder, at most `size` at once. Safe for several threads."""

    def __init__(self, out: Path, size: int = 1, memory: int = MEMORY) -> None:
        self._out = out
        self._memory = memory
        self._places = threading.Semaphore(size)
        self._idle: list[tuple[str, Worker]] = []  # with the digest of the graph that they hold open
        self._busy: set[Worker] = set()
        self._is_over = False
        self._lock = threading.Lock()

    def ask(self, request: dict[str, Any], seconds: float) -> Reply:
        """The reply of a worker that sees the graph as it is now; an error says so if all are busy for too long."""
        began = time.monotonic()
        if not self._places.acquire(timeout=seconds):
            return {"error": "busy", "message": ""}
        try:
            if self._is_over:
                return _OVER
            digest = read_identity(self._out).digest
            each = self._taken(digest)
            reply = each.ask(request, max(0.1, seconds - (time.monotonic() - began)))
            self._returned(digest, each)
            return _OVER if self._is_over else reply
        finally:
            self._places.release()

    def warm(self) -> None:
        """Start a worker now, so that the first query need not wait for it."""
        digest = read_identity(self._out).digest
        self._returned(digest, self._taken(digest))

    def end(self) -> None:
        """End all workers, also in the midst of a query; none is started any more."""
        with self._lock:
            self._is_over = True
            idle, self._idle = self._idle, []
            for each in self._busy:
                each.stop()
        for _, each in idle:
            each.end()

    def _taken(self, digest: str) -> Worker:
        while True:
            with self._lock:
                kept = self._idle.pop() if self._idle else None
            if kept is None:
                return self._watched(Worker(locate(self._out), self._memory))
            if kept[0] == digest and kept[1].is_alive:
                return self._watched(kept[1])
            kept[1].end()

    def _watched(self, each: Worker) -> Worker:
        with self._lock:
            self._busy.add(each)
            if self._is_over:
                each.stop()
        return each

    def _returned(self, digest: str, each: Worker) -> None:
        with self._lock:
            self._busy.discard(each)
            is_kept = each.is_alive and each.asked < _MOST_QUERIES and not self._is_over
            if is_kept:
                self._idle.append((digest, each))
        if not is_kept:
            each.end()


_pools: dict[tuple[Path, int], Pool] = {}


def pool_of(out: Path, memory: int) -> Pool:
    """The pool of this program for an output folder: a second query finds its worker warm."""
    key = (Path(out).resolve(), memory)
    return _pools.setdefault(key, Pool(Path(out), memory=memory))


def _folder_of_engine() -> str:
    found = importlib.util.find_spec("pyoxigraph")
    if found is None or found.origin is None:
        raise QueryError("the package pyoxigraph is not installed. Install kg again.")
    return str(Path(found.origin).parent.parent)
