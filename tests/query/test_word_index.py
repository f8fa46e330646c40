"""The index of words is of the graph as it is now, wherever the graph lies and whatever befalls its file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from graphs import article, say, triples

from kg import rdf, store
from kg.query.word_index import INDEX
from kg.query.words import search
from kg.shipped import folder


def write(out: Path, product: str) -> Path:
    news = article(f"{product} news", f"Brightwater sells {product}.", say("Brightwater", "kg:sells", product))
    store.write(out, [*rdf.ontology_triples(folder("ontology")), *triples(news)])
    return out


def found(out: Path, words: str) -> int:
    return len(search(out, words, 5)["sentence"].found)


def test_it_is_kept_with_the_store_and_asked_again(tmp_path):
    out = write(tmp_path / "output", "pumps")
    assert found(out, "pump") == 1
    made = (out / "store" / INDEX).stat().st_mtime_ns
    assert found(out, "pump") == 1
    assert (out / "store" / INDEX).stat().st_mtime_ns == made


def test_the_same_graph_gives_the_same_index(tmp_path):
    indexes = []
    for name in ("one", "two"):
        out = write(tmp_path / name, "pumps")
        found(out, "pump")
        indexes.append((out / "store" / INDEX).read_bytes())
    assert indexes[0] == indexes[1]


def test_a_graph_that_changed_is_indexed_anew(tmp_path):
    out = write(tmp_path / "output", "pumps")
    assert (found(out, "pumps"), found(out, "oats")) == (1, 0)
    write(out, "oats")
    assert (found(out, "pumps"), found(out, "oats")) == (0, 1)


def test_an_index_of_an_earlier_graph_is_not_asked(tmp_path):
    out = write(tmp_path / "output", "pumps")
    found(out, "pumps")
    old = (out / "store" / INDEX).read_bytes()
    write(out, "oats")
    (out / "store" / INDEX).write_bytes(old)
    assert (found(out, "pumps"), found(out, "oats")) == (0, 1)


@pytest.mark.parametrize("harm", [b"", b"not a database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_index_is_made_anew(tmp_path, harm):
    out = write(tmp_path / "output", "pumps")
    found(out, "pumps")
    (out / "store" / INDEX).write_bytes(harm)
    assert found(out, "pumps") == 1


def test_half_an_index_is_made_anew(tmp_path):
    out = write(tmp_path / "output", "pumps")
    found(out, "pumps")
    whole = (out / "store" / INDEX).read_bytes()
    (out / "store" / INDEX).write_bytes(whole[: len(whole) // 2])
    assert found(out, "pumps") == 1


def test_a_folder_that_may_only_be_read_is_searched_too(tmp_path, monkeypatch):
    out = write(tmp_path / "output", "pumps")

    def refuse(path: str, *more: object, **mode: object) -> None:
        if str(path).startswith(str(out)):
            raise PermissionError(13, "Permission denied", path)
        make(path, *more, **mode)

    make = os.mkdir
    monkeypatch.setattr(os, "mkdir", refuse)
    assert found(out, "pumps") == 1 and found(out, "pumps") == 1
    assert not (out / "store" / INDEX).exists()


def test_the_store_folder_itself_is_searched(tmp_path):
    assert found(write(tmp_path / "output", "pumps") / "store", "pumps") == 1


def test_nothing_is_left_beside_the_index(tmp_path):
    out = write(tmp_path / "output", "pumps")
    found(out, "pumps")
    assert not [path.name for path in (out / "store").iterdir() if path.name.startswith(f".{INDEX}")]
