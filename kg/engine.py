"""Reading many documents: in this process or in others, in order, and none of them takes the rest down."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from kg.annotate.batches import batches
from kg.apart import Apart, end_at_interrupts, interrupts_held
from kg.errors import KgError
from kg.garbage import uncollected
from kg.given import reading_of
from kg.model import Document, Reading
from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.settings import Settings

__all__ = ["Failure", "Settings", "read_all"]

_AHEAD = 3  # batches that wait for each worker, so that none idles


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read to its end, and why."""

    document: Document
    reason: str


def read_all(
    documents: Iterable[Document], settings: Settings, workers: int = 1, apart: Apart | None = None
) -> Iterator[Reading | Failure]:
    """Yield what each document says, in the order given, whatever the number of workers.

    A document on which reading breaks is yielded as a Failure. Raises InvalidOntology at once, and ModelMissing at the
    first article: files of triples are read here, without the model.
    """
    for is_data, some in groupby(documents, key=lambda document: document.is_data):
        if is_data:
            yield from _read_data(some, settings)
        else:
            yield from _read_articles(some, settings, workers, apart)


def _read_data(documents: Iterable[Document], settings: Settings) -> Iterator[Reading]:
    ontology = _ontology(settings)
    for document in documents:
        with uncollected():
            reading = reading_of(document, ontology)
        yield reading


@cache
def _ontology(settings: Settings) -> Ontology:
    return load_ontology(*settings.ontologies)


def _read_articles(
    documents: Iterable[Document], settings: Settings, workers: int, apart: Apart | None
) -> Iterator[Reading | Failure]:
    if workers <= 1 and apart is None:
        _load(settings)
    with _reading_on(_executor(workers), apart) as executor:
        waiting: deque[tuple[list[Document], Future[list[Reading]]]] = deque()
        for batch in batches(documents):
            with interrupts_held():  # a process may be started
                asked = executor.submit(apart.read, batch) if apart else executor.submit(_read, batch, settings)
            waiting.append((batch, asked))
            if len(waiting) > _AHEAD * workers:
                yield from _outcome(*waiting.popleft(), settings)
        while waiting:
            yield from _outcome(*waiting.popleft(), settings)


def _executor(workers: int) -> Executor:
    if workers <= 1:
        return ThreadPoolExecutor(1)
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=spawn, initializer=end_at_interrupts)


@contextmanager
def _reading_on(executor: Executor, apart: Apart | None) -> Iterator[Executor]:
    """Who reads; where what is read is not wanted any more, nothing more is begun, and no thread waited for."""
    try:
        yield executor
    except BaseException:
        if apart is not None:
            apart.stop()
        executor.shutdown(wait=isinstance(executor, ProcessPoolExecutor), cancel_futures=True)
        raise
    executor.shutdown()


def _outcome(batch: list[Document], future: Future[list[Reading]], settings: Settings) -> Iterator[Reading | Failure]:
    """The readings of a batch; if it broke, each of its documents on its own."""
    broken = future.exception()
    if broken is None:
        yield from future.result()
        return
    if isinstance(broken, KgError):
        raise broken
    for document in batch:
        with ThreadPoolExecutor(1) as alone:
            attempt = alone.submit(_read, [document], settings)
            error = attempt.exception()
        yield attempt.result()[0] if error is None else Failure(document, f"{type(error).__name__}: {error}")


def _read(batch: list[Document], settings: Settings) -> list[Reading]:
    from kg.reader import read  # here, since the model is slow to load

    return read(batch, settings)


def _load(settings: Settings) -> None:
    from kg.reader import prepare

    prepare(settings)
