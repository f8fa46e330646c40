"""Kill builds at random moments, again and again, and compare the graph with that of a build left in peace.

    python tests/faults/kills.py 20 --articles 30

Tells how many builds were killed, and ends with status 1 if a graph was lost, doubled or other than it should be.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from news import Newsroom  # noqa: E402  the folders above hold it

from kg import store  # noqa: E402
from kg.errors import KgError  # noqa: E402
from kg.store.verify import faults  # noqa: E402

_BUILDER = """
import sys; sys.path[:0] = {path!r}
from kg import engine, pipeline
from news import read_all
engine.read_all = read_all
pipeline.build([{folder!r}], {out!r})
"""


def builder(folder: Path, out: Path) -> subprocess.Popen[bytes]:
    """A process that builds the graph of a folder with the plain reader."""
    code = _BUILDER.format(path=[str(TESTS), str(TESTS.parent)], folder=str(folder), out=str(out))
    return subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE)


def finish(folder: Path, out: Path) -> float:
    """Build in peace; gives the seconds that it takes."""
    start = time.monotonic()
    process = builder(folder, out)
    _, said = process.communicate()
    if process.returncode:
        raise SystemExit(said.decode())
    return time.monotonic() - start


def kill(folder: Path, out: Path, seconds: float) -> bool:
    """Begin a build and kill it after so long; says whether it was still at work."""
    process = builder(folder, out)
    time.sleep(seconds)
    was_at_work = process.poll() is None
    process.kill()
    process.communicate()
    return was_at_work


def is_readable(out: Path) -> bool:
    """Whether readers find a whole graph, or none where none was finished yet."""
    try:
        opened = store.open_store(out)
    except KgError:
        return not (out / "store").exists()
    return bool(len(opened))


def run(kills: int, articles: int, seed: int) -> list[str]:
    """What went wrong in so many kills; an event between any two."""
    chance, wrong, killed = random.Random(seed), [], 0
    with tempfile.TemporaryDirectory() as place:
        room, out = Newsroom(Path(place, "news"), seed, articles), Path(place, "out")
        longest = finish(room.folder, Path(place, "first"))
        while killed < kills:
            killed += kill(room.folder, out, chance.uniform(0.1, longest))
            if not is_readable(out):
                wrong.append(f"after {killed} kills the graph cannot be read")
            if killed % 5 == 0:
                finish(room.folder, out)
                wrong += [f"after {killed} kills: {fault}" for fault in faults(out)]
                ledger = Path(place, "out.ledger.csv").read_bytes()
                Path(place, "peace.ledger.csv").write_bytes(ledger)
                finish(room.folder, Path(place, "peace"))
                if store.read_identity(out) != store.read_identity(Path(place, "peace")):
                    wrong.append(f"after {killed} kills the graph is another one")
                room.event()
    print(f"{killed} builds killed, {len(wrong)} faults")
    return wrong


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
