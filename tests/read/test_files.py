"""Folders are walked in order, and nothing outside of them is followed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import UnreadableDocument
from kg.read.files import Found, Skipped, cite, find


def names(items: list[Found | Skipped]) -> list[str]:
    return [item.source for item in items if isinstance(item, Found)]


def reasons(items: list[Found | Skipped]) -> dict[str, str]:
    return {item.source: item.reason for item in items if isinstance(item, Skipped)}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    for name in ("b.txt", "a.md", "2024/c.html", "2023/c.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text")
    return folder


def test_files_come_sorted_and_named_from_the_folder(articles: Path) -> None:
    assert names(find([articles])) == ["2023/c.html", "2024/c.html", "a.md", "b.txt"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["b.txt"], ["b.txt"]),
        (["b.txt", "a.md"], ["a.md", "b.txt"]),
        (["2024", "2023"], ["2023/c.html", "2024/c.html"]),
        (["2024", "2024/c.html"], ["c.html"]),
        (["2024/../b.txt"], ["b.txt"]),
        (["2024/.."], ["2023/c.html", "2024/c.html", "a.md", "b.txt"]),
        ([], []),
    ],
)
def test_names_start_at_the_folder_that_holds_all_paths_given(
    articles: Path, given: list[str], expected: list[str]
) -> None:
    assert names(find([articles / name for name in given])) == expected


def test_a_root_can_be_named(articles: Path) -> None:
    assert names(find([articles / "2024"], root=articles)) == ["2024/c.html"]


def test_a_name_never_leads_up(articles: Path, tmp_path: Path) -> None:
    assert names(find([articles / "b.txt"], root=tmp_path / "elsewhere")) == ["b.txt"]


def test_links_out_of_the_folder_are_not_followed(articles: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    (articles / "link.txt").symlink_to(secret)
    (articles / "up").symlink_to(tmp_path)
    (articles / "broken.txt").symlink_to(tmp_path / "nowhere")
    found = find([articles])
    assert names(found) == ["2023/c.html", "2024/c.html", "a.md", "b.txt"]
    assert "leads out" in reasons(found)["link.txt"]
    assert "leads out" in reasons(found)["up"]
    assert "No such file" in reasons(found)["broken.txt"]


def test_links_inside_the_folder_do_not_go_in_circles(articles: Path) -> None:
    (articles / "again").symlink_to(articles)
    (articles / "d.txt").symlink_to(articles / "b.txt")
    found = find([articles])
    assert names(found) == ["2023/c.html", "2024/c.html", "a.md", "b.txt", "d.txt"]
    assert "read anyway" in reasons(found)["again"]


def test_a_link_that_was_given_is_followed(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(articles)
    assert names(find([tmp_path / "link"])) == ["2023/c.html", "2024/c.html", "a.md", "b.txt"]


def test_pipes_are_named_and_left(articles: Path) -> None:
    os.mkfifo(articles / "pipe.txt")
    found = find([articles])
    assert reasons(found) == {"pipe.txt": "is no regular file"}
    assert {item.source for item in found if isinstance(item, Skipped) and item.is_fault} == {"pipe.txt"}


def test_a_wrong_path_has_a_reason(tmp_path: Path) -> None:
    assert reasons(find([tmp_path / "nowhere.txt"])) == {"nowhere.txt": "cannot be opened: No such file or directory"}


def test_a_folder_that_may_not_be_opened_is_named(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert reasons(find([articles])) == {"articles": "cannot be opened: Permission denied"}


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (b"a b.txt", "a b.txt"),
        (b"caf\xc3\xa9.txt", "café.txt"),
        (b"caf\xe9.txt", "caf\\xe9.txt"),
        (b"two\nlines.txt", "two\\nlines.txt"),
        (b"red\x1b[31m.txt", "red\\x1b[31m.txt"),
        ("right\u202eleft.txt".encode(), "right\\u202eleft.txt"),
    ],
)
def test_odd_names_are_readable_and_walked(tmp_path: Path, raw: bytes, shown: str) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + raw)).write_text("text")
    assert cite(os.fsdecode(raw)) == shown
    assert names(find([tmp_path])) == [shown]


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_is_no_folder(name: str) -> None:
    with pytest.raises(UnreadableDocument, match="names no file or folder"):
        find([name])


_OWN = {
    "store": {"store/kg.json": "{}", "store/CURRENT": "words"},
    "seen": {".seen.json": "[]"},
    "readings": {f"readings/{'0a' * 16}.jsonl": "{}"},
}
_SHOWN = {"graph.ttl": "<a:b> <a:c> <a:d> .", "graph.html": "<html>", "graph-Halden.html": "<html>"}


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.mark.parametrize("mark", _OWN)
def test_a_folder_of_a_graph_is_known_by_whatever_is_left_of_it(articles: Path, mark: str) -> None:
    written(articles / "output", {**_OWN[mark], **_SHOWN})
    found = find([articles])
    assert names(found) == ["2023/c.html", "2024/c.html", "a.md", "b.txt"]
    assert reasons(found) == {"output": "is the folder of a graph"}
    assert not any(item.is_fault for item in found if isinstance(item, Skipped))


@pytest.mark.parametrize("mark", _OWN)
def test_of_a_given_folder_with_a_graph_the_articles_are_read(articles: Path, mark: str) -> None:
    written(articles, {**_OWN[mark], **_SHOWN})
    found = find([articles])
    assert names(found) == ["2023/c.html", "2024/c.html", "a.md", "b.txt"]
    assert {reason for name, reason in reasons(found).items() if name != ".seen.json"} == {"is part of a graph"}
    assert not any(item.is_fault for item in found if isinstance(item, Skipped))


def test_where_the_graph_is_to_stand_nothing_of_it_is_read(articles: Path, tmp_path: Path) -> None:
    written(articles / "made", _SHOWN)
    assert reasons(find([articles], out=articles / "made")) == {"made": "is the folder of a graph"}
    assert names(find([articles / "made"], out=articles / "made")) == []
    assert names(find([*(articles / "made").iterdir()], out=articles / "made")) == []
    assert "made/graph.ttl" in names(find([articles], out=tmp_path / "elsewhere"))


def test_what_stands_beside_a_folder_of_a_graph_is_of_it_too(articles: Path) -> None:
    written(
        articles, {"output/.seen.json": "[]", "output.ledger.csv": "", "output.judgements.csv": "", "x.ledger.csv": ""}
    )
    found = find([articles])
    assert reasons(found)["output.ledger.csv"] == reasons(found)["output.judgements.csv"] == "is part of a graph"
    assert "x.ledger.csv" in names(found)


def test_the_turtle_file_of_another_graph_can_be_given_and_no_more_of_it(articles: Path, tmp_path: Path) -> None:
    other = written(tmp_path / "other", {**_OWN["store"], **_OWN["readings"], **_SHOWN})
    given = [
        other / "graph.ttl",
        other / "graph.html",
        other / "store",
        other / "readings",
        other / "store" / "CURRENT",
    ]
    assert names(find(given, out=tmp_path / "output")) == ["graph.ttl"]


def test_folders_named_as_those_of_a_graph_are_read(articles: Path) -> None:
    written(articles, {"readings/a.txt": "text", "store/b.txt": "text", "graph.html": "text"})
    assert {"readings/a.txt", "store/b.txt", "graph.html"} <= set(names(find([articles])))
    written(articles, {".seen.json": "[]"})
    assert "readings/a.txt" in names(find([articles]))


@pytest.mark.parametrize(
    "name", [".DS_Store", ".lock", ".notes.txt", ".git/config", "Thumbs.db", "desktop.ini", "__MACOSX/a.txt"]
)
def test_what_no_folder_shows_to_people_is_left_out_without_a_word(articles: Path, name: str) -> None:
    before = find([articles])
    (articles / name).parent.mkdir(exist_ok=True)
    (articles / name).write_text("text")
    assert find([articles]) == before
    assert names(find([articles / name])) == [Path(name).name]
