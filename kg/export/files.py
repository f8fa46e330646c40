"""Exports on disk: each whole or not at all, and read again after writing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kg.errors import StoreError
from kg.export.account import Exported
from kg.store import write_atomically
from kg.store.files import reason, remedy


def save(made: Exported, path: Path) -> Path:
    """Put an export into a file, or into a folder if it is several; what was there before stays until it is whole.

    Raises StoreError if that is not possible, or if the disk gives back something else.
    """
    is_file = set(made.files) == {""}
    try:
        if is_file:
            write_atomically(path, made.data)
        else:
            _replace_folder(path, made.files)
        back = {name: (path / name if name else path).read_bytes() for name in made.files}
    except OSError as error:
        message = f"{path}: cannot be written: {reason(error)}. {remedy(error, 'place with --to')}."
        raise StoreError(message) from error
    if back != made.files:
        raise StoreError(f"{path}: the disk gives back something else than was written. Write it elsewhere.")
    return path


def _replace_folder(path: Path, files: Mapping[str, bytes]) -> None:
    if path.exists() and (not path.is_dir() or {each.name for each in path.iterdir()} - files.keys()):
        raise StoreError(f"{path}: is not a folder with {' and '.join(files)} alone. Name another one with --to.")
    new = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
    old = new.with_name(f"{new.name}.old")
    try:
        for name, data in files.items():
            write_atomically(new / name, data)
        new.chmod(0o755)
        if path.exists():
            path.replace(old)
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            if old.exists() and not path.exists():
                old.replace(path)
        shutil.rmtree(new, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)
