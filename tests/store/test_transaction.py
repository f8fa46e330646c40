"""A graph that was changed bit by bit is the graph of a build from nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from news import Newsroom, read_all, without_model

from kg import pipeline, store
from kg.errors import NotFound
from kg.pipeline import Summary
from kg.store import writing


@pytest.fixture(autouse=True)
def plain_reader(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Reads plain sentences, and tells which documents were read."""
    heard: list[str] = []

    def reader(documents, settings, *_):  # type: ignore[no-untyped-def]
        for reading in read_all(documents, settings):
            heard.append(reading.document.source)
            yield reading

    without_model(monkeypatch, reader)
    return heard


def build(room: Newsroom, out: Path, ledger: Path | None = None) -> Summary:
    """The graph of a newsroom as it is now."""
    return pipeline.build([room.folder], out, judgements=room.judgements, ledger=ledger)


def contents(out: Path) -> tuple[store.Identity, bytes]:
    """What a graph says of itself, after a look at whether that is so, and its Turtle."""
    identity = store.read_identity(out)
    lines = store.sorted_lines(store.store_triples(store.open_store(out)))
    assert (store.digest(lines), len(lines)) == (identity.digest, identity.triples)
    return identity, store.turtle(lines)


@pytest.mark.parametrize("seed", range(4))
def test_after_every_event_the_graph_is_that_of_a_build_from_nothing(tmp_path: Path, seed: int) -> None:
    room, out, ledger = Newsroom(tmp_path / "news", seed), tmp_path / "out", tmp_path / "out.ledger.csv"
    build(room, out)
    loaded = []
    for step in range(8):
        kind = room.event()
        fresh = tmp_path / f"fresh-{step}"
        if ledger.exists():
            shutil.copy(ledger, tmp_path / "fresh.csv")
        loaded.append(build(room, out).is_loaded)
        other = build(room, fresh, ledger=tmp_path / "fresh.csv")
        assert contents(out) == contents(fresh), (step, kind)
        assert ledger.read_bytes() == (tmp_path / "fresh.csv").read_bytes()
        assert other.is_loaded
        shutil.rmtree(fresh)
    assert not all(loaded)


def test_only_what_changed_is_read(tmp_path: Path, plain_reader: list[str]) -> None:
    room, out = Newsroom(tmp_path / "news", 1), tmp_path / "out"
    build(room, out)
    plain_reader.clear()
    assert build(room, out).read == 0
    (room.folder / "news-3.txt").write_text("Halden sells Gull.")
    assert build(room, out).read == 1
    assert plain_reader == ["news-3.txt"]


def test_a_build_that_broke_off_goes_on(
    tmp_path: Path, plain_reader: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    room, out = Newsroom(tmp_path / "news", 1), tmp_path / "out"

    def weary(document: object) -> None:
        if len(plain_reader) == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.build([room.folder], out, progress=weary)
    assert build(room, out).read == 12 - 5


def test_adding_and_removing_end_where_a_build_does(tmp_path: Path, plain_reader: list[str]) -> None:
    room, out, job = Newsroom(tmp_path / "news", 2), tmp_path / "out", pipeline.Job(tmp_path / "out")
    build(room, out)
    for number in (3, 77):  # one that is replaced, one that is new
        summary = pipeline.add(job, [room.write(number)])
        assert not summary.is_loaded
    (room.folder / "news-5.txt").unlink()
    pipeline.remove(job, ["news-5.txt"])
    shutil.copy(tmp_path / "out.ledger.csv", tmp_path / "fresh.csv")
    build(room, tmp_path / "fresh", tmp_path / "fresh.csv")
    assert contents(out) == contents(tmp_path / "fresh")
    assert (out / "graph.ttl").read_bytes() == (tmp_path / "fresh" / "graph.ttl").read_bytes()


@pytest.mark.parametrize("seed", range(6))
def test_additions_and_removals_in_any_order_end_where_a_build_does(tmp_path: Path, seed: int) -> None:
    room, out, job = Newsroom(tmp_path / "news", seed), tmp_path / "out", pipeline.Job(tmp_path / "out")
    build(room, out)
    for step in range(8):
        there = sorted(room.folder.iterdir())
        kind = room.chance.choice(["add", "replace", "copy", "copy over", "remove", "remove", "build"])
        number = int(room.chance.choice(there).stem.removeprefix("news-"))
        if kind == "remove":
            (room.folder / f"news-{number}.txt").unlink()
            pipeline.remove(job, [f"news-{number}.txt"])
        elif kind == "build":
            room.event()
            pipeline.build([room.folder], out)
        else:
            write = room.copy if kind.startswith("copy") else room.write
            place = number if kind in ("replace", "copy over") else room.chance.randrange(100, 1000)
            pipeline.add(job, [write(place)])
        fresh = tmp_path / f"fresh-{step}"
        shutil.copy(tmp_path / "out.ledger.csv", tmp_path / "fresh.csv")
        pipeline.build([room.folder], fresh, ledger=tmp_path / "fresh.csv")
        assert contents(out) == contents(fresh), (step, kind)


def test_a_twin_keeps_what_it_says_when_the_first_goes(tmp_path: Path, plain_reader: list[str]) -> None:
    room, out, job = Newsroom(tmp_path / "news", 2), tmp_path / "out", pipeline.Job(tmp_path / "out")
    (room.folder / "zz.txt").write_bytes((room.folder / "news-5.txt").read_bytes())
    summary = build(room, out)
    assert [(each.source, each.is_fault) for each in summary.skipped] == [("zz.txt", False)]
    facts = store.read_identity(out).facts
    assert pipeline.remove(job, ["news-5.txt"]).heirs == [("zz.txt", "news-5.txt")]
    assert store.read_identity(out).facts == facts
    pipeline.remove(job, ["zz.txt"])
    assert store.read_identity(out).facts < facts
    with pytest.raises(NotFound):
        pipeline.remove(job, ["zz.txt"])


def test_a_verdict_changes_the_graph_at_once(tmp_path: Path, plain_reader: list[str]) -> None:
    room, out = Newsroom(tmp_path / "news", 2), tmp_path / "out"
    build(room, out)
    facts = store.read_identity(out).facts
    query = "SELECT ?st { ?st kg:status kg:Asserted } ORDER BY ?st"
    statements = [row[0].value for row in store.select(store.open_store(out), query)]
    room.judgements.write_text("".join(f"reject,{iri},\n" for iri in statements[:3]))
    assert not build(room, out).is_loaded
    assert store.read_identity(out).facts < facts
    build(room, tmp_path / "fresh", tmp_path / "out.ledger.csv")
    assert contents(out) == contents(tmp_path / "fresh")


def test_a_damaged_reading_is_read_again(tmp_path: Path, plain_reader: list[str]) -> None:
    room, out = Newsroom(tmp_path / "news", 2), tmp_path / "out"
    build(room, out)
    before = contents(out)
    for path in (out / "readings").iterdir():
        path.write_bytes(path.read_bytes()[:-9])
    pipeline.make(pipeline.Job(out, is_afresh=True), [room.folder])
    assert contents(out) == before


def test_what_showed_an_article_that_is_gone_does_not_outlive_a_broken_removal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, out = Newsroom(tmp_path / "news", 2), tmp_path / "out"
    monkeypatch.setattr(pipeline.job, "_SMALL", 0)
    build(room, out)
    (room.folder / "news-5.txt").unlink()
    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(writing, "withdraw", _break)
        build(room, out)
    assert b"news-5.txt" in (out / "graph.ttl").read_bytes()
    build(room, out)
    assert b"news-5.txt" not in (out / "graph.ttl").read_bytes()
    (room.folder / "news-6.txt").unlink()
    assert build(room, out).deleted == ["graph.ttl"]
    assert not (out / "graph.ttl").exists()


def _break(out: Path) -> None:
    raise KeyboardInterrupt


def test_a_damaged_reading_of_an_article_that_was_changed_is_not_waited_for(tmp_path: Path) -> None:
    room, out = Newsroom(tmp_path / "news", 1), tmp_path / "out"
    build(room, out)
    for path in (out / "readings").iterdir():
        whole = path.read_bytes()
        path.write_bytes(whole[:-40] + b"x" + whole[-39:])
    room.write(0)
    assert build(room, out).is_loaded
    build(room, tmp_path / "fresh", ledger=tmp_path / "fresh.csv")
    assert contents(out)[0].documents == contents(tmp_path / "fresh")[0].documents
