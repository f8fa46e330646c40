"""The ledger as text, and what changed between two of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import ledger
from kg.errors import InvalidLedger
from kg.model import Anchor

HEAD = "entity,document,start,name,class,formerly,present\n"
ANCHORS = (
    Anchor("Bo_Ek", "Mill-0a1b2c3d", 12, "bo ek", "kg:Person"),
    Anchor("Bo_Ek", "Dam-9f8e7d6c", 4, "b ek", "kg:Person", ("B_Ek", "B_Ek-12345678"), False),
    Anchor("rights", "", 0, 'civil "rights", all'),
)


def test_what_is_written_is_read():
    assert ledger.parse(ledger.dump(ANCHORS).decode()) == tuple(sorted(ANCHORS))


def test_the_order_of_the_lines_does_not_matter():
    assert ledger.dump(ANCHORS) == ledger.dump(ANCHORS[::-1])
    lines = ledger.dump(ANCHORS).decode().splitlines(keepends=True)
    assert ledger.parse("".join([lines[0], *lines[:0:-1]])) == tuple(sorted(ANCHORS))


def test_no_ledger_is_an_empty_one(tmp_path: Path):
    assert ledger.read(tmp_path / "none.csv") == ()


def test_it_stands_beside_the_folder_that_may_be_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert ledger.home(tmp_path / "output") == tmp_path.resolve() / "output.ledger.csv"
    monkeypatch.chdir(tmp_path)
    assert ledger.home(".") == tmp_path.resolve().parent / f"{tmp_path.name}.ledger.csv"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "it must begin with the line entity,document"),
        ("entity,document\n", 1, "it must begin with"),
        (HEAD + "Bo_Ek,Mill-0a1b2c3d,12,bo ek,kg:Person,,yes", 1, "end with a whole line"),
        (HEAD + "Bo_Ek,Mill-0a1b2c3d,12,bo ek\n", 2, "4 cells instead of 7"),
        (HEAD + "Bo_Ek,Mill-0a1b2c3d,twelve,bo ek,kg:Person,,yes\n", 2, "twelve"),
        (HEAD + "Bo_Ek,Mill-0a1b2c3d,12,bo ek,kg:Person,,maybe\n", 2, "present must be yes or no"),
        (HEAD + "Bo Ek,Mill-0a1b2c3d,12,bo ek,kg:Person,,yes\n", 2, "'Bo Ek' is no name of an entity"),
        (HEAD + "<<<<<<< mine\n", 2, "1 cells instead of 7"),
        (HEAD + "A,M-0a1b2c3d,1,a,,,yes\nB,M-0a1b2c3d,1,a,,,yes\n", 3, "another line says something else"),
        (HEAD + 'A,M-0a1b2c3d,1,"a,,,yes\n', 2, "unexpected end of data"),
    ],
)
def test_a_damaged_ledger_is_one_line_with_what_to_do(tmp_path: Path, text: str, line: int, reason: str):
    path = tmp_path / "ledger.csv"
    path.write_text(text)
    with pytest.raises(InvalidLedger) as error:
        ledger.read(path)
    message = str(error.value)
    assert message.startswith(f"{path}:{line}: the ledger is damaged: ") and reason in message
    assert "\n" not in message and message.endswith(
        "Put back a whole copy of the file, or take it away: then names are given anew."
    )


def test_a_ledger_that_is_no_text(tmp_path: Path):
    (tmp_path / "ledger.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InvalidLedger, match="it is not UTF-8"):
        ledger.read(tmp_path / "ledger.csv")


def anchors(**entity_by_name: str) -> list[Anchor]:
    """One document a name."""
    return [Anchor(entity, f"D-{name}", 0, name) for name, entity in entity_by_name.items()]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (anchors(a="A"), anchors(a="A"), ledger.Changes()),
        (anchors(a="A"), anchors(a="A", b="B"), ledger.Changes(new=("B",))),
        (anchors(a="A", b="B"), anchors(a="A"), ledger.Changes(gone=("B",))),
        (anchors(a="A", b="A"), anchors(a="A", b="B"), ledger.Changes(new=("B",), split=(("A", "B"),))),
        (
            anchors(a="A", b="B"),
            [Anchor("A", "D-a", 0, "a"), Anchor("A", "D-b", 0, "b", formerly=("B",))],
            ledger.Changes(replaced=(("B", "A"),)),
        ),
    ],
)
def test_what_became_of_the_names(before, after, expected):
    assert ledger.changes(before, after) == expected


def test_what_was_replaced_long_ago_is_kept_until_it_comes_back():
    merged = Anchor("A", "D-b", 0, "b", formerly=("B",))
    assert ledger.replaced([merged]) == (("B", "A"),)
    assert ledger.replaced([merged, Anchor("B", "D-c", 0, "b")]) == ()
