"""How long builds take on a folder of short articles: the first, one without news, and after small changes.

    python tests/benchmarks/incremental.py --articles 1000

Each is a whole `kg` command. User time is given beside wall time, since other programs disturb it less.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import news


def measured(what: str, *words: str, folder: str) -> None:
    """Run a command and tell what it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    start = time.monotonic()
    subprocess.run([sys.executable, "-m", "kg", *words], cwd=folder, check=True, capture_output=True)
    wall, user = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    print(f"{what:24} {wall:7.2f} s wall {user:7.2f} s user", flush=True)


def main() -> None:
    """Run as said on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "news")
        news.write(folder, count)
        measured("first build", "build", "news", folder=place)
        measured("nothing new", "build", "news", folder=place)
        for number in (1, 2, 3):
            (folder / f"{number:05}.txt").write_text(news.text(number, 1), encoding="utf-8")
            measured("one article changed", "build", "news", folder=place)
        Path(place, "more.txt").write_text(news.text(count), encoding="utf-8")
        measured("kg add", "add", "more.txt", folder=place)
        measured("kg remove", "remove", "more.txt", folder=place)
        measured("kg verify", "verify", folder=place)
        measured("kg build --rebuild", "build", "news", "--rebuild", folder=place)


if __name__ == "__main__":
    main()
