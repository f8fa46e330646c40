"""What the program tells while it works, on standard error: progress on a terminal, notes, one line an error."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache

from kg.errors import KgError

Step = Callable[[object], None]


def note(text: str = "") -> None:
    """Tell one thing."""
    print(one_line(text), file=sys.stderr, flush=True)


def fail(error: KgError) -> None:
    """Tell what went wrong, in one line."""
    note(f"kg: {error}")


def stopped(how: KgError) -> None:
    """Tell how a run was stopped, below the ^C that a terminal shows."""
    if sys.stderr.isatty():
        print(file=sys.stderr)
    fail(how)


def one_line(text: str) -> str:
    r"""The text without line breaks and without characters that could steer a terminal.

    >>> one_line("red\x1b[31m\nfile")
    'red\\x1b[31m file'
    """
    flat = " ".join(text.split("\n"))
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in flat)


@contextmanager
def progress(what: str, total: Callable[[], int]) -> Iterator[Step]:
    """A bar that moves with every call; only on a terminal, from the first call on, and gone when the work is done."""
    with ExitStack() as stack:
        bar = cache(lambda: stack.enter_context(_bar(what, total())))
        yield (lambda _: bar()()) if sys.stderr.isatty() else (lambda _: None)


@contextmanager
def _bar(what: str, total: int) -> Iterator[Callable[[], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


@contextmanager
def stepping(what: str) -> Iterator[Callable[[int], Step]]:
    """A bar for work whose size is found out on the way: call it with the size, and what it gives for each step."""
    with ExitStack() as stack:
        yield lambda total: stack.enter_context(progress(what, lambda: total))


@contextmanager
def listening() -> Iterator[None]:
    """Warnings of the program become notes; those of libraries stay out of the story."""
    handler = _Notes(logging.WARNING)
    logger = logging.getLogger("kg")
    logger.addHandler(handler)
    logger.propagate = False
    logging.lastResort = None
    try:
        yield
    finally:
        logger.removeHandler(handler)


class _Notes(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        note(f"kg: {record.getMessage()}")


def columns(rows: Iterable[tuple[str, ...]], indent: str = "  ") -> Iterator[str]:
    """Lines in which the cells of a column stand under each other.

    >>> list(columns([("a", "1"), ("bcd", "2")], ""))
    ['a    1', 'bcd  2']
    """
    table = list(rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        yield indent + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
