"""Many documents: in order, in one process or in several, and none takes the rest down."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from threading import Event

import pytest

from kg import engine
from kg.annotate import batches
from kg.apart import Apart
from kg.engine import Failure, Settings, read_all
from kg.errors import ModelMissing
from kg.model import Document, Reading

TOWNS = ("Hull", "Leeds", "York", "Bath", "Derby")
DOCUMENTS = [Document(f"Ada Finch left {town} in May.", town, f"{town}.txt") for town in TOWNS]


def fake(breaks_on: str) -> Callable[[list[Document], Settings], list[Reading]]:
    """A reader that breaks on one document."""

    def read(batch: list[Document], settings: Settings) -> list[Reading]:
        if any(document.title == breaks_on for document in batch):
            raise ZeroDivisionError("by zero")
        return [Reading(document) for document in batch]

    return read


@pytest.mark.parametrize("size", [1, 60, 60_000])
def test_order_stays_whatever_the_size_of_batches(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(batches, "_BATCH_CHARACTERS", size)
    monkeypatch.setattr(engine, "_read", fake(""))
    monkeypatch.setattr(engine, "_load", lambda settings: None)
    assert [reading.document.title for reading in read_all(DOCUMENTS, Settings())] == list(TOWNS)


@pytest.mark.parametrize("size", [1, 60, 60_000])
def test_a_document_that_breaks_is_named_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(batches, "_BATCH_CHARACTERS", size)
    monkeypatch.setattr(engine, "_read", fake("York"))
    monkeypatch.setattr(engine, "_load", lambda settings: None)
    outcomes = list(read_all(DOCUMENTS, Settings()))
    assert [outcome.document.title for outcome in outcomes] == list(TOWNS)
    broken = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    assert [(each.document.title, each.reason) for each in broken] == [("York", "ZeroDivisionError: by zero")]


def test_who_stops_does_not_wait_for_what_is_read_in_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, ended = Event(), Event()

    def read(batch: list[Document], settings: Settings) -> list[Reading]:
        begun.set()
        assert ended.wait(20)
        return []

    def documents() -> Iterator[Document]:
        yield DOCUMENTS[0]
        assert begun.wait(20)
        raise KeyboardInterrupt

    monkeypatch.setattr(batches, "_BATCH_CHARACTERS", 1)
    monkeypatch.setattr(engine, "_read", read)
    monkeypatch.setattr(engine, "_load", lambda settings: None)
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        list(read_all(documents(), Settings()))
    ended.set()
    assert time.monotonic() - started < 10


def test_a_missing_model_is_told_at_once() -> None:
    with pytest.raises(ModelMissing, match="no_such_model"):
        list(read_all(DOCUMENTS, Settings(model="no_such_model")))


@pytest.mark.model
def test_two_processes_read_what_one_reads() -> None:
    one, two = (list(read_all(DOCUMENTS, Settings(), workers=count)) for count in (1, 2))
    assert one == two
    assert all(isinstance(reading, Reading) and reading.statements for reading in one)


@pytest.mark.model
def test_a_process_apart_reads_what_this_one_reads() -> None:
    apart = Apart()
    apart.prepare(Settings())
    try:
        assert list(read_all(DOCUMENTS, Settings(), apart=apart)) == list(read_all(DOCUMENTS, Settings()))
    finally:
        apart.end()


@pytest.mark.model
def test_what_a_process_apart_leaves_undone_is_read_here() -> None:
    apart = Apart()
    apart.prepare(Settings())
    apart.end()
    assert [reading.document for reading in read_all(DOCUMENTS, Settings(), apart=apart)] == DOCUMENTS


def test_a_process_apart_tells_what_is_missing() -> None:
    apart, settings = Apart(), Settings(model="no_such_model")
    apart.prepare(settings)
    try:
        with pytest.raises(ModelMissing, match="no_such_model"):
            list(read_all(DOCUMENTS, settings, apart=apart))
    finally:
        apart.end()
