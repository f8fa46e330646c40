"""A file that did not change is not opened again; one that may have changed is."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

import pytest
from news import Newsroom, without_model

from kg import pipeline, read, store
from kg.store import seen


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were opened."""
    without_model(monkeypatch)
    heard: list[str] = []
    article = read._article

    def listening(path: Path, source: str) -> object:
        heard.append(source)
        return article(path, source)

    monkeypatch.setattr(read, "_article", listening)
    return heard


@pytest.fixture
def room(tmp_path: Path, opened: list[str]) -> Newsroom:
    """A newsroom whose articles are all in a graph, and have settled."""
    room = Newsroom(tmp_path / "news", 5)
    time.sleep(2 * seen._TICK / seen._SECOND)
    pipeline.build([room.folder], tmp_path / "out")
    opened.clear()
    return room


def _touch(path: Path) -> None:
    path.touch()


def _write(path: Path) -> None:
    path.write_text("Halden sells Gull.\n")


def _write_as_of_old(path: Path) -> None:
    """Another text of the same length, with the time of the old one."""
    before = path.stat()
    path.write_text(path.read_text()[::-1].replace("\n", "") + "\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _replace(path: Path) -> None:
    _write(path.with_name("new"))
    path.with_name("new").replace(path)


def test_what_did_not_change_is_not_opened(room: Newsroom, opened: list[str], tmp_path: Path) -> None:
    before = store.read_identity(tmp_path / "out")
    assert pipeline.build([room.folder], tmp_path / "out").documents == 12
    assert opened == [] and store.read_identity(tmp_path / "out") == before


@pytest.mark.parametrize("change", [_touch, _write, _write_as_of_old, _replace])
def test_what_may_have_changed_is_opened(room: Newsroom, opened: list[str], tmp_path: Path, change) -> None:
    change(room.folder / "news-3.txt")
    with suppress(StopIteration):  # the plain reader cannot read every text
        pipeline.build([room.folder], tmp_path / "out")
    assert "news-3.txt" in opened


def test_other_details_are_another_reading(room: Newsroom, opened: list[str], tmp_path: Path) -> None:
    pipeline.build([room.folder], tmp_path / "out", details={"site": "Mill Gazette"})
    assert len(opened) == 12


def test_what_was_just_written_is_opened_once_more(opened: list[str], tmp_path: Path) -> None:
    room, soon = Newsroom(tmp_path / "news", 5), time.time() + 3  # however slow the machine
    for path in room.folder.iterdir():
        os.utime(path, (soon, soon))
    pipeline.build([room.folder], tmp_path / "out")
    assert len(opened) == 12
    pipeline.build([room.folder], tmp_path / "out")
    assert len(opened) > 12


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff", b'{"files": 3}'])
def test_a_damaged_note_costs_time_only(room: Newsroom, opened: list[str], tmp_path: Path, content: bytes) -> None:
    (tmp_path / "out" / seen._FILE).write_bytes(content)
    assert pipeline.build([room.folder], tmp_path / "out").documents == 12
    assert len(opened) == 12


def test_after_an_addition_all_are_known(room: Newsroom, opened: list[str], tmp_path: Path) -> None:
    path = room.write(99)
    time.sleep(2 * seen._TICK / seen._SECOND)
    pipeline.add(pipeline.Job(tmp_path / "out"), [path])
    assert opened == ["news-99.txt"]
    assert pipeline.build([room.folder], tmp_path / "out").documents == 13
    assert opened == ["news-99.txt"]
