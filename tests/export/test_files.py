"""An export on disk is the old one or the new one, never a half."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.export import Counts, Exported, save

ONE = Exported("nt", {"": b"new"}, Counts())
TWO = Exported("neo4j", {"nodes.csv": b"new", "relationships.csv": b"new lines"}, Counts())


def test_a_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "graph.nt").write_bytes(b"old")
    assert save(ONE, tmp_path / "graph.nt").read_bytes() == b"new"


def test_a_folder_is_replaced_as_a_whole(tmp_path: Path) -> None:
    for made in (Exported("neo4j", {"nodes.csv": b"old", "relationships.csv": b"old"}, Counts()), TWO):
        folder = save(made, tmp_path / "tables")
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == dict(made.files)
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


@pytest.mark.parametrize("name", ["notes.txt", ".hidden"])
def test_a_folder_with_other_files_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(StoreError, match=r"is not a folder with nodes\.csv and relationships\.csv alone"):
        save(TWO, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("made", [ONE, TWO])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: Exported, step: str
) -> None:
    path = tmp_path / "export"
    save(Exported(made.format, dict.fromkeys(made.files, b"old"), Counts()), path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(StoreError, match="cannot be written: No space left on device"):
        save(made, path)
    monkeypatch.undo()
    assert {name: (path / name if name else path).read_bytes() for name in made.files} == dict.fromkeys(
        made.files, b"old"
    )
    assert [each.name for each in tmp_path.iterdir()] == ["export"]


def test_a_disk_that_gives_back_something_else_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"other")
    with pytest.raises(StoreError, match="the disk gives back something else"):
        save(ONE, tmp_path / "graph.nt")
