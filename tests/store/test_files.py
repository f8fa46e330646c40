"""Files are written whole, where a file can stand."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import claimed
from kg.store.files import unwritable, write_atomically


def test_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_what_is_no_file_is_not_replaced_by_one(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="no regular file"):
        write_atomically(tmp_path / "pipe", b"new")
    assert (tmp_path / "pipe").is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "No space left on device. Make room there, or name another folder with --out, and run it again: "
            "what was read is kept.",
        ),
        (
            OSError(
                "IO error: No space left on deviceWhile appending to file: out/store/4.log: No space left on device"
            ),
            "No space left on device. Make room there, or name another folder with --out, and run it again: "
            "what was read is kept.",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied"),
            "Permission denied. Change its permissions, or name another folder with --out.",
        ),
        (
            OSError(errno.EROFS, "Read-only file system"),
            "Read-only file system. Name another folder with --out.",
        ),
    ],
)
def test_what_is_to_be_done_is_told_by_the_cause(error: OSError, words: str) -> None:
    assert str(unwritable(Path("out"), error)) == f"out: cannot write the graph: {words}"


@pytest.mark.parametrize(
    ("out", "reason"),
    [("news.txt", "a file stands there"), ("news.txt/out", "a file stands where a folder should be")],
)
def test_a_file_is_no_place_for_a_graph(tmp_path: Path, out: str, reason: str) -> None:
    (tmp_path / "news.txt").write_text("text")
    act = "Move away what stands in its place, or name another folder with --out"
    with pytest.raises(StoreError) as told, claimed(tmp_path / out):
        pass
    assert str(told.value) == f"{tmp_path / out}: cannot write the graph: {reason}. {act}."
    assert (tmp_path / "news.txt").read_text() == "text"


@pytest.mark.parametrize("name", ["graph.ttl", "graph.html"])
def test_a_file_of_another_program_is_not_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(StoreError, match=f"{name}: not written by kg, and left as it is"), claimed(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("left", [".seen.json", f"readings/{'0' * 32}.jsonl", ".store.old/kg.json", "store/kg.json"])
def test_the_files_of_a_graph_whose_store_is_gone_are_ours(tmp_path: Path, left: str) -> None:
    (tmp_path / "graph.ttl").write_text("")
    (tmp_path / left).parent.mkdir(exist_ok=True)
    (tmp_path / left).write_text("{}")
    with claimed(tmp_path):
        assert (tmp_path / "graph.ttl").is_file()
