"""Kill builds at random points, again and again, and compare the graph with that of a build left in peace.

    python tests/faults/kills.py 1000 --articles 200

Half of the builds are killed after a random time, and half at a random one of their changes of files. In a first
build, in builds that go on where another was killed, and in builds that change or replace a graph. Tells in which
stages builds were killed, and ends with status 1 if a graph was lost, doubled or other than it should be.
"""

from __future__ import annotations

import argparse
import mmap
import os
import pickle
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from news import Newsroom, without_model  # noqa: E402  the folders above hold it

from kg import pipeline, store  # noqa: E402
from kg.errors import KgError  # noqa: E402
from kg.pipeline import gathering, making  # noqa: E402
from kg.store import readings, seen, transaction, verify, writing  # noqa: E402

STAGES: list[tuple[str, Any, str]] = [
    ("finding articles", gathering.Gathering, "of"),
    ("keeping a reading", readings.Readings, "keep"),
    ("resolving", making, "resolve_told"),
    ("writing the ledger", store, "keep"),
    ("loading a store", writing, "_write_store"),
    ("working out a change", transaction, "change"),
    ("changing a store", store, "update"),
    ("writing Turtle", writing, "turtle"),
    ("writing Turtle", store, "write_turtle"),
    ("noting what is written", writing, "note_export"),
    ("clearing readings", readings.Readings, "clear"),
    ("noting what was seen", seen.Seen, "keep"),
]
_CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "shutil.rmtree")
_EVERY = 20  # kills before a build is left in peace, and compared


def forked(work: Callable[[], Any], seconds: float | None = None) -> Any:
    """What some work gives, done in a process of its own; None if that is killed, by itself or after so long."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        with os.fdopen(write, "wb") as answer:
            pickle.dump(work(), answer)
        os._exit(0)
    os.close(write)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(read, "rb") as answer:
        said = answer.read()
    _, status = os.waitpid(child, 0)
    if status and not os.WIFSIGNALED(status):
        raise SystemExit(f"a build ended with status {status}")
    return pickle.loads(said) if said and not status else None


@dataclass
class Watch:
    """What a build in another process is at, and how many changes of files it has left to make."""

    _memory: mmap.mmap = field(default_factory=lambda: mmap.mmap(-1, 8))

    @property
    def stage(self) -> str:
        """Where the last build was."""
        return STAGES[self._memory[0] - 1][0] if self._memory[0] else "between stages"

    def begin(self, operations: int = 0) -> None:
        """Watch this process, and kill it at its n-th change of a file, if a number is given."""
        self._memory[0] = 0
        for number, (_, owner, name) in enumerate(STAGES, 1):
            setattr(owner, name, self._watched(number, getattr(owner, name)))
        left = operations

        def hear(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal left
            if event in _CHANGES or (event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hear)
        self.done = lambda: operations - left

    def _watched(self, number: int, function: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **options: Any) -> Any:
            before, self._memory[0] = self._memory[0], number
            try:
                return function(*arguments, **options)
            finally:
                self._memory[0] = before

        return watched


def identity(out: Path) -> tuple[store.Identity, list[str]]:
    """What a graph says of itself, and what is wrong with it."""
    return store.read_identity(out), verify.faults(out)


def is_readable(out: Path) -> bool:
    """Whether readers find a whole graph, or none where none was finished yet."""
    try:
        opened = store.open_store(out)
    except KgError:
        return not (out / "store").exists()
    return len(opened) == store.read_identity(out).triples or store.is_unsure(out)


class Trial:
    """A newsroom whose builds are killed."""

    def __init__(self, place: Path, articles: int, seed: int) -> None:
        self.place = place
        self.articles = articles
        self.out = place / "out"
        self.room = Newsroom(place / "news", seed, articles)
        self.chance = random.Random(seed)
        self.watch = Watch()
        self.stages = Counter[str]()
        self.wrong: list[str] = []
        start = time.monotonic()
        self.operations = forked(lambda: self._build(place / "first", 1 << 40))
        self.seconds = time.monotonic() - start

    def _build(self, out: Path, operations: int = 0) -> int:
        """Build, and give the number of changes of files."""
        self.watch.begin(operations)
        pipeline.build([self.room.folder], out, judgements=self.room.judgements)
        return self.watch.done()

    def kill(self) -> bool:
        """Begin a build and kill it at a random point; says whether it was still at work."""
        if self.chance.random() < 0.5:
            seconds = self.chance.uniform(0, self.seconds)
            done = forked(lambda: self._build(self.out), seconds)
        else:
            operations = self.chance.randint(1, self.operations)
            done = forked(lambda: self._build(self.out, operations))
        if done is None:
            self.stages[self.watch.stage] += 1
            if not forked(lambda: is_readable(self.out)):
                self.wrong.append(f"after {self.stages.total()} kills the graph cannot be read")
        return done is None

    def compare(self) -> None:
        """Finish in peace, and compare with a graph that was never killed."""
        when = f"after {self.stages.total()} kills"
        forked(lambda: self._build(self.out))
        found, faults = forked(lambda: identity(self.out))
        self.wrong += [f"{when}: {fault}" for fault in faults]
        peace = self.place / "peace"
        shutil.rmtree(peace, ignore_errors=True)
        shutil.copy(self.place / "out.ledger.csv", self.place / "peace.ledger.csv")
        forked(lambda: self._build(peace))
        if found != forked(lambda: store.read_identity(peace)):
            self.wrong.append(f"{when} the graph is another one")
        if (self.out / store.TURTLE).read_bytes() != (peace / store.TURTLE).read_bytes():
            self.wrong.append(f"{when} the Turtle file is another one")

    def happen(self) -> None:
        """What the next builds find: nothing at all, readings alone, much news or some."""
        kind = self.chance.choice(["afresh", "readings", "much", "some", "some"])
        if kind == "afresh":
            shutil.rmtree(self.out)
        elif kind == "readings":
            shutil.rmtree(self.out / "store", ignore_errors=True)  # a crash may have kept it from its place
        for _ in range({"much": self.articles // 2, "some": 3}.get(kind, 1)):
            self.room.event()


def run(kills: int, articles: int, seed: int) -> list[str]:
    """What went wrong in so many kills, with news between them."""
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        without_model(patch)
        trial = Trial(Path(place), articles, seed)
        while trial.stages.total() < kills:
            if not trial.kill():
                trial.happen()
            elif trial.stages.total() % min(kills, _EVERY) == 0:
                trial.compare()
                trial.happen()
                print(*trial.wrong, sep="\n", end="", file=sys.stderr)
                print(f"{trial.stages.total()} of {kills}", file=sys.stderr, flush=True)
        for stage, count in trial.stages.most_common():
            print(f"{count:5} killed while {stage}")
        print(f"{trial.stages.total()} builds killed, {len(trial.wrong)} faults")
        return trial.wrong


def main() -> None:
    """Run as said on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kills", type=int, nargs="?", default=20)
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    wrong = run(arguments.kills, arguments.articles, arguments.seed)
    print(*wrong, sep="\n", end="\n" if wrong else "")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
