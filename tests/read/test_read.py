"""Paths to documents: each bad file has its reason and never stops the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import UnreadableDocument
from kg.model import Document
from kg.read import Skipped, read, read_file, read_lines

PROSE = "The council sold the old mill to a brewery on Monday, and the mayor said that it was a good day."
GERMAN = "Der Bürgermeister hat am Montag gesagt, dass die Brücke im Winter nicht geöffnet werde, weil Mittel fehlten. "


def outcomes(folder: Path) -> dict[str, str]:
    """source -> title, or the reason why it was skipped."""
    return {item.source: item.title if isinstance(item, Document) else f"- {item.reason}" for item in read([folder])}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("spaces.md", b" \n ", "is empty"),
        ("front_only.md", b"---\ntitle: Mill\n---\n", "is empty"),
        ("noise.txt", bytes(range(1, 256)) * 20, "noise"),
        ("binary.txt", b"MZ\0\0" * 100, "binary"),
        ("paper.txt", b"%PDF-1.7\n", "PDF"),
        ("table.xlsx", b"PK\x03\x04", "ZIP"),
        ("rows.csv", b"a,b\n1,2\n", "unknown format .csv; kg reads .htm"),
        ("empty.html", b"<html></html>", "no article"),
        ("fremd.txt", GERMAN.encode() * 5, "English"),
    ],
)
def test_a_file_that_is_no_article_says_why_and_the_rest_is_read(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "zz_good.txt").write_text(PROSE)
    found = outcomes(tmp_path)
    assert reason in found[name]
    assert found["zz_good.txt"] == "Zz good"
    with pytest.raises(UnreadableDocument, match=f"^{name}: .*{reason}"):
        read_file(tmp_path / name)


def test_the_suffix_chooses_the_format_but_a_page_is_a_page(tmp_path: Path) -> None:
    page = f"<!DOCTYPE html><html><head><title>The page</title></head><body><p>{PROSE} Ha.</p></body></html>"
    for name, content in [("A", PROSE), ("b.TXT", PROSE + "1"), ("c.md", f"# Head\n\n{PROSE}"), ("d.txt", page)]:
        (tmp_path / name).write_text(content)
    assert outcomes(tmp_path) == {"A": "A", "b.TXT": "B", "c.md": "Head", "d.txt": "The page"}


def test_the_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"{PROSE} {name}")
    paths = sorted(tmp_path.iterdir())
    assert list(read(paths)) == list(read(reversed(paths))) == list(read([tmp_path]))


def test_a_text_that_comes_twice_is_one_document(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(PROSE)
    assert outcomes(tmp_path) == {
        "a.txt": "A",
        "b.txt": "- has the same text as a.txt",
        "c.md": "- has the same text as a.txt",
    }
    assert not any(item.is_fault for item in read([tmp_path]) if isinstance(item, Skipped))


def test_a_short_article_in_a_declared_language_is_told(tmp_path: Path) -> None:
    words = "Die Stadt hat die Brücke gesperrt. Das sagte der Bürgermeister."
    (tmp_path / "a.md").write_text(f"---\nlanguage: de\n---\n{words}")
    (tmp_path / "b.html").write_text(f"<html lang='de'><body><article><p>{words}</p></article></body></html>")
    assert outcomes(tmp_path) == {
        "a.md": "- declares the language 'de'; kg reads English",
        "b.html": "- declares the language 'de'; kg reads English",
    }


def test_details_fill_what_a_document_does_not_tell(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ndate: 2024-03-05\n---\n{PROSE}")
    (tmp_path / "b.txt").write_text(f"{PROSE} Again.")
    found = [item for item in read([tmp_path], published="2025-01-01", site="The Post") if isinstance(item, Document)]
    assert [(document.published, document.site) for document in found] == [
        ("2024-03-05", "The Post"),
        ("2025-01-01", "The Post"),
    ]


def test_windows_newlines_and_a_byte_order_mark_go(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfMill sold\r\n\r\n" + PROSE.encode())
    document = read_file(tmp_path / "a.txt")
    assert document.text == f"Mill sold\n\n{PROSE}"


def test_sources_are_never_absolute(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    for paths in ([tmp_path], [tmp_path / "a.txt"], [tmp_path / "a.txt", "/nowhere/b.txt"]):
        assert all(not item.source.startswith("/") and ".." not in item.source for item in read(paths))


def test_a_file_that_may_not_be_read_has_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(PROSE)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))  # by hand: root may read everything

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert outcomes(tmp_path) == {"a.txt": "- cannot be opened: Permission denied"}


def test_a_file_that_is_too_large_has_a_reason(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(30_000_000)
    assert "larger than 20 MB" in outcomes(tmp_path)["a.txt"]


def test_every_line_can_be_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("First line.\r\n\r\nThird\u2028line.\nNo newline".encode())
    assert [document.text for document in read_lines(tmp_path / "a.txt")] == [
        "First line.",
        "",
        "Third\nline.",
        "No newline",
    ]
    assert [document.source for document in read_lines(tmp_path / "a.txt")][2] == "a.txt#line=2"


def test_lines_of_a_missing_file_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"nowhere\.txt: does not exist"):
        list(read_lines(tmp_path / "nowhere.txt"))
