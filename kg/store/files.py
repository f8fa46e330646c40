"""Writing a file whole or not at all, and saying why that was not possible."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO

from kg.errors import StoreError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_ACTS = {
    **dict.fromkeys(_NO_ROOM, "Make room there"),
    **dict.fromkeys((errno.EACCES, errno.EPERM), "Change its permissions"),
    **dict.fromkeys((errno.EEXIST, errno.ENOTDIR, errno.EISDIR), "Move away what stands in its place"),
}
_WORDS = {errno.EEXIST: "a file stands there", errno.ENOTDIR: "a file stands where a folder should be"}


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
    if _number(error) in _WORDS:
        return _WORDS[_number(error)]
    words = str(getattr(error, "strerror", None) or str(error)).splitlines()[0].strip(" .")
    return words.rpartition(": ")[2] if words.startswith("IO error") else words


def unwritable(place: Path, error: OSError | RuntimeError, what: str = "the graph") -> StoreError:
    """What to tell and to do when an output folder cannot be written; nothing that stood there is lost."""
    kept = ", and run it again: what was read is kept" if _number(error) in _NO_ROOM else ""
    return StoreError(f"{place}: cannot write {what}: {reason(error)}. {remedy(error, 'folder with --out')}{kept}.")


def remedy(error: OSError | RuntimeError, place: str) -> str:
    """What to do where something cannot be written, by its cause; the other `place` is told as it is asked for.

    >>> remedy(PermissionError(13, "Permission denied"), "file")
    'Change its permissions, or name another file'
    """
    act = _ACTS.get(_number(error))
    return f"{act}, or name another {place}" if act else f"Name another {place}"


def _number(error: OSError | RuntimeError) -> int:
    """The number of an error of the system; the engine tells only its words."""
    number: int | None = getattr(error, "errno", None)
    return number or next((each for each in _ACTS if os.strerror(each) in str(error)), 0)
