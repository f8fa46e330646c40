"""One writer for an output folder, and none for a folder of others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from kg.errors import StoreError
from kg.store.exports import PAGE, TURTLE
from kg.store.files import unwritable
from kg.store.opening import IDENTITY, STATE


@contextmanager
def claimed(out: Path) -> Iterator[None]:
    """Keep an output folder for one writer; a folder made for it goes again if nothing was written.

    Raises StoreError if another writer has it, or if its store is not ours.
    """
    check_place(out)
    is_new = not out.exists()
    with ExitStack() as stack:
        try:
            out.mkdir(parents=True, exist_ok=True)
            stack.enter_context(_lock(out))
        except OSError as error:
            raise unwritable(out, error) from error
        try:
            yield
        finally:
            with suppress(OSError):
                if is_new and [path.name for path in out.iterdir()] == [".lock"]:
                    (out / ".lock").unlink()
                    out.rmdir()


def check_place(out: Path) -> None:
    """Raise StoreError if what stands in an output folder where the graph goes is not ours: it would be lost."""
    place = Path(out) / "store"
    try:
        is_marked = any((place / name).is_file() for name in (IDENTITY, STATE))
        is_ours = is_marked or not place.exists() or not any(place.iterdir())
        files = () if is_marked or _is_left_by_us(out) else (TURTLE, PAGE)
        foreign = next((out / name for name in files if (out / name).exists()), None if is_ours else place)
    except OSError as error:
        raise unwritable(place, error) from error
    if foreign:
        raise StoreError(f"{foreign}: not written by kg, and left as it is. Name another folder with --out.")


def _is_left_by_us(out: Path) -> bool:
    """Whether a folder without a store was one of ours: by what a killed build left, or by what was read and seen."""
    left = (".seen.json", *(f".store.{age}/{IDENTITY}" for age in ("new", "old")))
    return any((out / name).is_file() for name in left) or any((out / "readings").glob("*.jsonl"))


@contextmanager
def _lock(out: Path) -> Iterator[None]:
    """Keep a second writer out; the lock goes with the process that holds it."""
    try:
        import fcntl
    except ImportError:  # no such locks on Windows, where the engine's own lock still holds
        yield
        return
    with (out / ".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreError(f"{out}: another kg is writing there. Wait for it, or use --out.") from error
        yield
