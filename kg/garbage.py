"""The search for garbage, put off where many objects are made and few are dropped."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off the search for garbage: it costs a fifth of a batch, and a third of a build that reads nothing new."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def collected() -> Iterator[None]:
    """Search for garbage, within what puts that off: where many objects are dropped after all."""
    was_enabled = gc.isenabled()
    gc.enable()
    try:
        yield
    finally:
        if not was_enabled:
            gc.disable()


@contextmanager
def uncollected_to_the_end() -> Iterator[None]:
    """Put off the search for garbage and leave it so: for the last thing that a program does before `keep_all`."""
    gc.disable()
    yield


def keep_all() -> None:
    """Look at nothing that there is any more: before the end of the program, which would look at all of it."""
    gc.freeze()
    gc.enable()
