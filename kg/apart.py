"""A process that loads the model and reads, while the one that started it has other things to do.

`python -m kg.apart` imports and loads at once, and then reads what comes in by pickles until nothing more comes:
settings first, then batches of documents, each of which is answered with readings or a KgError.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.model import Document, Reading
    from kg.settings import Settings


class Apart:
    """Such a process. If it ends by itself, what it was asked breaks, and `kg.engine.read_all` reads here."""

    def __init__(self) -> None:
        with interrupts_held():
            self._process = subprocess.Popen(
                command("kg.apart"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
            )

    def prepare(self, settings: Settings) -> None:
        """Have it load what reading depends on; to be told once, before it is asked."""
        with suppress(BrokenPipeError):
            self._tell(settings)

    def read(self, batch: list[Document]) -> list[Reading]:
        """What each document of a batch says. Raises EOFError or OSError if the process is no more."""
        self._tell(batch)
        assert self._process.stdout is not None
        answer = pickle.load(self._process.stdout)
        if isinstance(answer, KgError):
            raise answer
        return list(answer)

    def _tell(self, what: object) -> None:
        assert self._process.stdin is not None
        pickle.dump(what, self._process.stdin)
        self._process.stdin.flush()

    def stop(self) -> None:
        """Kill it, and do not wait until it is gone; it keeps nothing."""
        self._process.kill()

    def end(self) -> None:
        """Kill it, and wait until it is gone."""
        self.stop()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Have Ctrl-C wait: a process that is started here holds it too, until it can end without a traceback."""
    if os.name != "posix":
        yield
        return
    resource_tracker.ensure_running()  # it would let go of what is held
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def end_at_interrupts() -> None:
    """Have Ctrl-C, which reaches all processes of a terminal, end this one without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if os.name == "posix":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def command(module: str, *words: str) -> list[str]:
    """How to run a module of kg in such a process. A json.py in the working folder is not taken for the library's."""
    return [sys.executable, "-P", "-m", module, *words]


def environment() -> dict[str, str]:
    """What a process needs to import what this one can."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def for_change(out: Path) -> Apart | None:
    """Such a process where a folder holds a graph, of which a few articles may be new; None where none can be started.

    It costs a tenth of a second of another processor if nothing is new after all.
    """
    with suppress(OSError):
        return Apart() if (out / "store").is_dir() else None
    return None


def main() -> None:
    """Answer the process that started this one."""
    end_at_interrupts()
    gc.disable()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    from kg.annotate.lean import without_commands

    without_commands()
    from kg import reader  # imported while nothing is asked yet

    with suppress(EOFError), sys.stdin.buffer as questions:
        settings = pickle.load(questions)
        with suppress(KgError):  # it is told with the first batch
            reader.prepare(settings)
        gc.freeze()  # what is loaded stays, and need not be looked through
        gc.enable()
        while True:
            pickle.dump(_answer(pickle.load(questions), settings), answers)
            answers.flush()


def _answer(batch: list[Document], settings: Settings) -> list[Reading] | KgError:
    from kg import reader

    try:
        return reader.read(batch, settings)
    except KgError as error:
        return error


if __name__ == "__main__":
    main()
