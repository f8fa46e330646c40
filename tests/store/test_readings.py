"""Readings come back from the disk as they were, and a damaged one is none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from graphs import article, say

from kg.store.readings import DamagedReading, Readings, header_of, key_of

SALE = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County", time=("on Monday", "2025-03-03", None))
RIVER = article(
    "River",
    "Brightwater sells Gull to Ferrow County on Monday. Otter Guild said that Brightwater sells Gull.",
    SALE,
    say("Otter Guild", "kg:says", SALE, 1, by="Otter Guild", cue="said"),
    published="2025-03-05",
)
KEY = "0" * 32


@pytest.fixture
def readings(tmp_path: Path) -> Readings:
    """A folder with one reading."""
    kept = Readings(tmp_path)
    assert kept.keep(KEY, RIVER) == header_of(RIVER)
    return kept


def test_a_reading_comes_back_whole(readings: Readings) -> None:
    assert readings.reading(KEY) == RIVER
    assert repr(readings.reading(KEY)) == repr(RIVER)
    assert readings.header(KEY) == header_of(RIVER)
    assert list(readings.keys()) == [KEY]


def test_a_header_counts_what_is_said() -> None:
    header = header_of(RIVER)
    assert (header.sentences, len(header.statements)) == (2, 2)
    assert dict(header.by_status) == {"asserted": 1, "claimed": 1}
    assert dict(header.by_relation) == {"kg:sells": 1, "kg:says": 1}


def test_what_is_not_there_has_no_header(readings: Readings) -> None:
    assert readings.header("1" * 32) is None
    with pytest.raises(DamagedReading):
        readings.reading("1" * 32)


@pytest.mark.parametrize("line", [0, 1, 2])
@pytest.mark.parametrize("is_cut", [True, False])
def test_damage_is_noticed(readings: Readings, line: int, is_cut: bool) -> None:
    path = readings.folder / f"{KEY}.jsonl"
    lines = path.read_bytes().split(b"\n")
    lines[line] = lines[line][:-9] if is_cut else lines[line].replace(b"e", b"f", 1)
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(DamagedReading):
        readings.reading(KEY)
    assert line == 2 or Readings(readings.folder.parent).header(KEY) is None or is_cut


def test_a_reading_in_the_place_of_another_is_none(readings: Readings) -> None:
    (readings.folder / f"{KEY}.jsonl").rename(readings.folder / f"{'1' * 32}.jsonl")
    assert readings.header("1" * 32) is None


def test_what_is_not_needed_goes(readings: Readings) -> None:
    readings.keep("1" * 32, RIVER)
    (readings.folder / f".{KEY}.jsonl.x7").write_text("half")
    readings.clear(["1" * 32])
    assert [path.name for path in readings.folder.iterdir()] == [f"{'1' * 32}.jsonl"]


@pytest.mark.parametrize("field", ["text", "title", "source", "published", "author", "site", "url", "language"])
def test_each_detail_of_a_document_decides_its_key(field: str) -> None:
    document = RIVER.document
    assert key_of(document, "reader") == key_of(replace(document), "reader")
    assert key_of(document, "reader") != key_of(replace(document, **{field: "else"}), "reader")
    assert key_of(document, "reader") != key_of(document, "another reader")
