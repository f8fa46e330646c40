"""Whether a graph on disk is what it says, down to the last triple, and what its readings say.

In: an output folder. Out: what is wrong, in words, with what to do.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from kg import store
from kg.apart import command, environment
from kg.errors import StoreError
from kg.garbage import uncollected
from kg.store import state
from kg.store.readings import Readings

_MANY = 50_000  # triples that are worth a second process
_REMEDY = "`kg build --rebuild` mends it"


def faults(out: Path) -> list[str]:
    """What is wrong with the graph in an output folder; an empty list means that it is whole.

    Raises StoreError where there is no graph at all.
    """
    store.locate(out)
    try:
        said = store.read_identity(out)
    except StoreError as error:
        return [str(error)]
    with ThreadPoolExecutor(1) as pool:
        beside = pool.submit(_beside, out) if said.triples > _MANY else None
        of_store = [*_of_store(out, said)]
        return [*of_store, *(beside.result() if beside else _of_files(out))]


def _beside(out: Path) -> list[str]:
    """What is wrong with the files beside the store, looked at by another process; by this one if that cannot be."""
    try:
        done = subprocess.run(
            command("kg.store.verify", os.fspath(out)), stdout=subprocess.PIPE, env=environment(), check=True
        )
        return list(json.loads(done.stdout))
    except (OSError, subprocess.CalledProcessError, ValueError):
        return _of_files(out)


def _of_files(out: Path) -> list[str]:
    """What is wrong with the files beside the store."""
    return [*_of_readings(out), *_of_exports(out)]


def _of_store(out: Path, said: store.Identity) -> Iterator[str]:
    """The counts and the digest, made anew from all triples."""
    if store.is_unsure(out):
        yield f"store: a change was broken off; {_REMEDY}"
    try:
        found = store.identify(out)
    except StoreError as error:
        yield str(error)
        return
    for name, value in asdict(said).items():
        if (real := getattr(found, name)) != value:
            yield f"store: {name} should be {value} and is {real}; {_REMEDY}"


def _of_readings(out: Path) -> Iterator[str]:
    """The readings that the graph was made from."""
    made = state.read(out)
    if made is None:
        yield f"store: what it was made from is not known ({state.FILE}); {_REMEDY}"
        return
    if not state.is_sure(out, made) or state.read_resolution(out) is None:
        yield f"store: {state.FILE} is damaged or of another graph; {_REMEDY}"
    readings = Readings(out)
    whole = set(readings.keys()) - set(readings.damaged())
    for document, key in made.keys:
        if key not in whole:
            yield f"readings/{key}.jsonl: damaged or gone, of doc:{document}; {_REMEDY}, with its article at hand"


def _of_exports(out: Path) -> Iterator[str]:
    if store.is_export_current(out, store.TURTLE) and not store.turtle_is_current(out):
        turtle = store.locate(out).parent / store.TURTLE
        writer = shlex.join(["kg", "export", "--out", str(out), "--to", str(turtle)])
        yield f"{store.TURTLE}: damaged; `{writer}` writes it"


if __name__ == "__main__":
    with uncollected():
        print(json.dumps(_of_files(Path(sys.argv[1]))))
