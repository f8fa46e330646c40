"""The graph on disk: an Oxigraph folder and a Turtle file, each replaced whole or not at all, or changed in part.

In: triples. Out: `output/store/` with an identity file, `output/graph.ttl`.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from pyoxigraph import RdfFormat, Store, Triple

from kg.rdf import BASE
from kg.store.claiming import claimed
from kg.store.exports import TURTLE, note_export, withdraw
from kg.store.files import unwritable, write_atomically
from kg.store.lines import sorted_lines, turtle
from kg.store.opening import IDENTITY, Identity, identified, locate

_AT_ONCE = 500_000  # triples that the engine loads: it needs 1 GB for each million
_UPDATING = "updating"  # stands in a store while a part of it is replaced


def write(out: Path, triples: Iterable[Triple], *, base: str = BASE) -> Identity:
    """Replace the graph of an output folder: its store and its Turtle file.

    The old graph stays whole until the new one is; a second writer is refused.
    """
    with claimed(Path(out)):
        return replace(Path(out), triples, base=base)


Notes = Callable[[Identity], dict[str, bytes]]  # files to be kept in a store, by name


def replace(
    out: Path,
    triples: Iterable[Triple],
    *,
    base: str = BASE,
    notes: Notes = lambda _: {},
    is_withdrawal: bool = False,
) -> Identity:
    """As `write`, in a folder that was claimed; the notes on the new graph land together with it.

    Where it is a withdrawal, no file that shows the old graph outlives it.
    """
    try:
        lines = sorted_lines(triples)
        with ThreadPoolExecutor(1) as beside:  # the engine loads on its own
            text = beside.submit(turtle, lines, base)
            identity = _write_store(out, lines, base, notes, is_withdrawal)
        write_atomically(out / TURTLE, text.result())
        note_export(out, TURTLE)
        return identity
    except OSError as error:
        raise unwritable(out, error) from error


def _write_store(out: Path, lines: list[bytes], base: str, notes: Notes, is_withdrawal: bool) -> Identity:
    new, old, place = out / ".store.new", out / ".store.old", out / "store"
    _recover(out)
    shutil.rmtree(new, ignore_errors=True)
    store = Store(str(new))
    for start in range(0, len(lines), _AT_ONCE):
        some = b"".join(lines[start : start + _AT_ONCE])
        store.bulk_load(some, RdfFormat.N_TRIPLES, lenient=True)  # the engine wrote them
    if len(lines) > _AT_ONCE:
        store.optimize()  # one file for what came in several
    store.flush()
    identity = identified(store, lines, base)
    del store  # closes it
    _forget_diary(new)
    for name, content in notes(identity).items():
        write_atomically(new / name, content)
    write_atomically(new / IDENTITY, _identity_file(identity))
    if place.exists():
        if is_withdrawal:
            withdraw(out)
        place.replace(old)
    new.replace(place)
    shutil.rmtree(old, ignore_errors=True)
    return identity


def is_unsure(out: Path) -> bool:
    """Whether a change of the store was broken off, so that nothing tells whether it holds."""
    return (locate(out) / _UPDATING).exists()


def update(
    out: Path,
    deleted: set[bytes],
    inserted: set[bytes],
    identity: Identity,
    notes: Notes,
    *,
    is_withdrawal: bool = False,
) -> None:
    """Change the graph of an output folder that was claimed: all of it or nothing.

    A change that is broken off leaves the old graph or the new one, notes on the new one, and a mark by which the next
    build notices. Where it is a withdrawal, no file that shows the old graph outlives the mark.
    """
    place = locate(out)
    try:
        write_atomically(place / _UPDATING, b"")
        with ThreadPoolExecutor(1) as beside:
            done = beside.submit(_change, place, deleted, inserted)  # the engine works on its own
            for name, content in notes(identity).items():
                write_atomically(place / name, content)
            done.result()
        _forget_diary(place)
        write_atomically(place / IDENTITY, _identity_file(identity))
        if is_withdrawal:
            withdraw(out)
        (place / _UPDATING).unlink()
    except (OSError, RuntimeError) as error:
        raise unwritable(out, error) from error


def _change(place: Path, deleted: set[bytes], inserted: set[bytes]) -> None:
    """Change a store: all of it or nothing."""
    store = Store(str(place))
    parts = ((b"DELETE", deleted), (b"INSERT", inserted))
    changes = (b"%s DATA {\n%s}" % (verb, b"".join(sorted(lines))) for verb, lines in parts if lines)
    if gone_or_come := b" ;\n".join(changes):
        store.update(gone_or_come.decode())
    store.flush()  # and it closes with the end of this


def _identity_file(identity: Identity) -> bytes:
    return json.dumps(asdict(identity), indent=2).encode() + b"\n"


def _forget_diary(folder: Path) -> None:
    """Take away what the engine notes, with times and paths."""
    for log in folder.glob("LOG*"):
        log.unlink()


def _recover(out: Path) -> None:
    """Put back what a crash between two renames left aside."""
    if not (out / "store").exists():
        for name in (".store.new", ".store.old"):
            if (out / name / IDENTITY).is_file():
                (out / name).replace(out / "store")
                break
    shutil.rmtree(out / ".store.old", ignore_errors=True)
