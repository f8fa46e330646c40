"""Writing a file whole or not at all, and saying why that was not possible."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO

from kg.errors import StoreError

_REMEDY = "Make room there, or name another folder with --out, and run it again: what was read is kept."


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a full disk or a crash leaves the old one.

    A link stays one, and what it leads to is written. Raises OSError, also for what is no regular file.
    """
    path = path.resolve() if path.is_symlink() else path
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is no regular file", str(path))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            _sync(file)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def keep(path: Path, content: bytes, what: str, option: str) -> None:
    """Write a file that stands beside a graph, whole or not at all; one that would not change is left alone.

    Raises StoreError, which names the option for another place.
    """
    try:
        if not path.is_file() or path.read_bytes() != content:
            write_atomically(path.resolve(), content)
    except OSError as error:
        message = f"{path}: cannot write {what}: {reason(error)}. Name another file with {option}."
        raise StoreError(message) from error


def _sync(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def reason(error: OSError | RuntimeError) -> str:
    """What an error of the system or of the engine says, in one line."""
    words = str(getattr(error, "strerror", None) or str(error)).splitlines()[0].strip(" .")
    return words.rpartition(": ")[2] if words.startswith("IO error") else words


def unwritable(place: Path, error: OSError | RuntimeError, what: str = "the graph") -> StoreError:
    """What to tell and to do when an output folder cannot be written; nothing that stood there is lost."""
    return StoreError(f"{place}: cannot write {what}: {reason(error)}. {_REMEDY}")
