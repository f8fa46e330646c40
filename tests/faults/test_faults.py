"""A full disk, a folder that may not be written, a rival, a damaged store: one clear line, and nothing is lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import store
from kg.store.verify import faults

from .conftest import Done, Folder, as_others_are, room_for


def is_one_line(done: Done, words: str) -> bool:
    """Whether a command failed with one line that says what is wrong and what to do, and no traceback."""
    has_remedy = any(remedy in done.last for remedy in ("--out", "--ledger", "another file", "kg build"))
    return done.status == 2 and words in done.last and has_remedy and done.said.count("kg: ") == 1


def in_peace(folder: Folder) -> store.Identity:
    """What the graph is that is built of the articles in another folder, with the ledger as it is."""
    other = folder.path / "peace"
    shutil.rmtree(other, ignore_errors=True)
    shutil.copy(folder.path / "output.ledger.csv", folder.path / "peace.ledger.csv")
    assert folder.kg("build", "news", "--out", "peace").status == 0
    return store.read_identity(other)


def is_whole(folder: Folder) -> bool:
    """Whether a build brings the graph to what it should be."""
    return (
        folder.kg("build", "news").status == 0
        and faults(folder.out) == []
        and store.read_identity(folder.out) == in_peace(folder)
    )


@pytest.mark.parametrize("changed", [1, 6])
def test_on_a_full_disk_the_old_graph_stays_and_the_next_build_goes_on(built: Folder, changed: int) -> None:
    for size in (0, 200, 5_000, 40_000, 90_000, 200_000):
        before, graph = built.exports(), store.read_identity(built.out)
        for number in range(changed):
            built.room.write(number)
        done = built.kg("build", "news", before=room_for(size))
        assert is_one_line(done, "File too large"), (size, done)
        assert faults(built.out) == [] or store.is_unsure(built.out)
        after = built.exports()
        if store.read_identity(built.out) == graph:
            assert after["graph.ttl"] == before["graph.ttl"], size
        assert after["graph.html"] == before["graph.html"], size
    assert is_whole(built)


def test_a_first_build_on_a_disk_that_fills_goes_on_where_there_is_room(folder: Folder) -> None:
    for size in (0, 5_000, 90_000):
        assert is_one_line(folder.kg("build", "news", before=room_for(size)), "File too large")
    assert len(list((folder.out / "readings").glob("*.jsonl"))) == 12
    assert is_whole(folder)


@pytest.mark.parametrize("place", [".", "readings", "store"])
def test_a_folder_that_may_not_be_written_is_named(built: Folder, place: str) -> None:
    before, graph = built.exports(), store.read_identity(built.out)
    built.room.write(1)
    closed = built.out / place
    closed.chmod(0o555)
    done = built.kg("build", "news", before=as_others_are)
    closed.chmod(0o755)
    assert is_one_line(done, "Permission denied"), done
    assert faults(built.out) == []
    assert place == "." or store.read_identity(built.out) == graph  # the store is a folder of its own
    assert {**built.exports(), "output.ledger.csv": b""} == {**before, "output.ledger.csv": b""}
    assert is_whole(built)


@pytest.mark.parametrize("out", ["/proc/none", "news/news-1.txt"])
def test_a_place_where_no_folder_can_be_is_named(folder: Folder, out: str) -> None:
    assert is_one_line(folder.kg("build", "news", "--out", out), f"{out}: cannot write")


def test_a_graph_that_may_not_be_written_can_be_asked(built: Folder) -> None:
    paths = [built.out, *built.out.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert built.kg("verify", before=as_others_are).status == 0
        assert built.kg("query", "SELECT ?s { ?s kg:sells ?o }", before=as_others_are).status == 0
    finally:
        for path in paths:
            path.chmod(0o755)


def test_a_temporary_folder_without_room_is_not_needed(built: Folder) -> None:
    full = built.path / "full"
    full.mkdir()
    full.chmod(0o555)
    built.room.write(1)
    assert built.kg("build", "news", before=as_others_are, TMPDIR=str(full)).status == 0
    assert built.kg("build", "news", TMPDIR="/proc/none").status == 0
    assert list(full.iterdir()) == []
    assert is_whole(built)


_HOLDER = """
import sys; from pathlib import Path; from kg import store
with store.claimed(Path(sys.argv[1])):
    print(flush=True)
    sys.stdin.read()
"""


def test_a_second_builder_is_sent_away(built: Folder) -> None:
    before = built.exports()
    built.room.write(1)
    command = [sys.executable, "-c", _HOLDER, str(built.out)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None and holder.stdout.readline()
        for words in (["build", "news"], ["add", "news/news-1.txt"], ["remove", "news-2.txt"], ["build", "--rebuild"]):
            assert is_one_line(built.kg(*words), "another kg is writing there"), words
        holder.kill()
    assert built.exports() == before
    assert is_whole(built)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _turn(path: Path) -> None:
    """Turn the bits of a few bytes in the middle."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8] = bytes(each ^ 0xFF for each in content[middle : middle + 8])
    path.write_bytes(bytes(content))


@pytest.mark.parametrize("harm", [Path.unlink, _cut, _turn])
@pytest.mark.parametrize("which", ["*.sst", "CURRENT", "MANIFEST-*", "kg.json", "state.json"])
def test_damage_is_found_and_mended(built: Folder, harm: Callable[[Path], None], which: str) -> None:
    before, graph = built.exports(), store.read_identity(built.out)
    harm(max((built.out / "store").glob(which), key=lambda path: path.stat().st_size))
    found = built.kg("verify")
    assert found.status in (1, 2) and "Traceback" not in found.said and "kg build" in found.said, found
    mended = built.kg("build", "news", "--rebuild")
    assert mended.status == 0, mended
    assert faults(built.out) == [] and store.read_identity(built.out) == graph
    assert built.exports() == before


def test_an_emptied_store_is_made_anew_of_what_was_read(built: Folder) -> None:
    before, graph = built.exports(), store.read_identity(built.out)
    for path in (built.out / "store").iterdir():
        path.unlink()
    assert is_one_line(built.kg("verify"), "its store is empty")
    assert is_one_line(built.kg("query", "SELECT ?s { ?s ?p ?o }"), "its store is empty")
    assert built.exports() == before
    assert built.kg("build", "news").status == 0
    assert store.read_identity(built.out) == graph and built.exports() == before
