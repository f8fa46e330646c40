"""The command `kg` in a process of its own that has little room, no right to write, or a rival."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from news import Newsroom

TESTS = Path(__file__).parent.parent
_KG = f"""
import sys; sys.path[:0] = [{str(TESTS)!r}, {str(TESTS.parent)!r}]
import pytest
from news import without_model
from kg.cli import main
with pytest.MonkeyPatch.context() as patch:
    without_model(patch)
    main()
"""
_DROP_FROM_BOUNDS, _OVERRIDE_MODES = 24, 1  # prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE)


@dataclass(frozen=True)
class Done:
    """What a command ended with."""

    status: int
    said: str

    @property
    def last(self) -> str:
        """The last line that it said."""
        return self.said.strip().splitlines()[-1] if self.said.strip() else ""


@dataclass(frozen=True)
class Folder:
    """A folder with articles and, once it was built, their graph; `kg` runs in it."""

    path: Path
    room: Newsroom

    @property
    def out(self) -> Path:
        return self.path / "output"

    def kg(self, *words: str, before: Callable[[], None] | None = None, **environment: str) -> Done:
        """Run a command; `before` limits the process."""
        command = [sys.executable, "-c", _KG, *words]
        done = subprocess.run(
            command,
            cwd=self.path,
            env={**os.environ, **environment},
            preexec_fn=before,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
        )
        return Done(done.returncode, done.stdout)

    def exports(self) -> dict[str, bytes]:
        """The files that show the graph to others, and the ledger."""
        paths = [self.out / "graph.ttl", self.out / "graph.html", self.path / "output.ledger.csv"]
        return {path.name: path.read_bytes() for path in paths}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder with twelve articles."""
    return Folder(tmp_path, Newsroom(tmp_path / "news", 4))


@pytest.fixture
def built(folder: Folder) -> Folder:
    """A folder with twelve articles and their graph."""
    assert folder.kg("build", "news").status == 0
    return folder


def room_for(size: int) -> Callable[[], None]:
    """Let no file grow beyond so many bytes, as on a disk that is full then."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def as_others_are() -> None:
    """Let file modes hold, also for root."""
    if os.geteuid() == 0 and ctypes.CDLL(None, use_errno=True).prctl(_DROP_FROM_BOUNDS, _OVERRIDE_MODES, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "the right to ignore file modes cannot be given up")
