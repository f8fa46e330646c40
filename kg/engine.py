"""Reading many documents: in this process or in several, in order, and none of them takes the rest down.

Files of triples are read here too, without the model, which is loaded for the first article.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.garbage import uncollected
from kg.given import reading_of
from kg.model import Document, Reading
from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.annotate.pipeline import Language

__all__ = ["Failure", "Settings", "read_all"]

_AHEAD = 3  # batches that wait for each worker, so that none idles


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read to its end, and why."""

    document: Document
    reason: str


def read_all(documents: Iterable[Document], settings: Settings, workers: int = 1) -> Iterator[Reading | Failure]:
    """Yield what each document says, in the order given, whatever the number of workers.

    A document on which reading breaks is yielded as a Failure. Raises InvalidOntology at once, and ModelMissing at the
    first article.
    """
    for is_data, some in groupby(documents, key=lambda document: document.is_data):
        if is_data:
            yield from _read_data(some, settings)
        else:
            yield from _read_articles(some, settings, workers)


def _read_data(documents: Iterable[Document], settings: Settings) -> Iterator[Reading]:
    ontology = _ontology(settings)
    for document in documents:
        with uncollected():
            reading = reading_of(document, ontology)
        yield reading


def _read_articles(documents: Iterable[Document], settings: Settings, workers: int) -> Iterator[Reading | Failure]:
    from kg.annotate.pipeline import batches  # here, since spaCy is slow to load

    _load(settings) if workers <= 1 else None
    with _executor(workers) as executor:
        waiting: deque[tuple[list[Document], Future[list[Reading]]]] = deque()
        for batch in batches(documents):
            waiting.append((batch, executor.submit(_read, batch, settings)))
            if len(waiting) > _AHEAD * workers:
                yield from _outcome(*waiting.popleft(), settings)
        while waiting:
            yield from _outcome(*waiting.popleft(), settings)


def _executor(workers: int) -> Executor:
    if workers <= 1:
        return ThreadPoolExecutor(1)
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=spawn, initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Ctrl-C reaches all processes of a terminal; the first of them ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


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
    from kg.annotate.pipeline import annotate
    from kg.extract.statements import extract

    nlp, ontology = _load(settings)
    with uncollected():
        return [extract(document, doc, ontology) for document, doc in annotate(batch, nlp)]


@cache
def _load(settings: Settings) -> tuple[Language, Ontology]:
    from kg.annotate.pipeline import load

    return load(settings.model), _ontology(settings)


@cache
def _ontology(settings: Settings) -> Ontology:
    return load_ontology(*settings.ontologies)
