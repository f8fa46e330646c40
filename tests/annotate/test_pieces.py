"""Where the parser is kept from reading on."""

import pytest

from kg.annotate.paragraphs import paragraphs
from kg.annotate.pieces import pieces


@pytest.mark.parametrize(
    "marked",
    [
        "The gate opens at 9 a.m. | Residents of the street said so.",
        "LUND (AP) - | The gate opens at 9 a.m. | Residents of the street said so.",
        "He came at 8 p.m. Monday and left.",
        "It begins at 2 p.m. Eastern time.",
        "It begins at 2 p.m. London time.",
        "She left at 10 p.m. | Her son stayed.",
        'The first bus left at 9 a.m. | "We are late," she said.',
        'The shop opens at 9 a.m. "sharp", he said.',
    ],
)
def test_a_paragraph_is_cut_behind_datelines_and_hours_that_end_a_sentence(marked):
    text = marked.replace("| ", "")
    found = [text[piece.start : piece.end] for piece in pieces(text, 0, len(text))]
    assert " | ".join(found) == marked


def test_a_line_of_the_page_is_told_but_for_the_first_paragraph():
    text = "Advertisement\n\nThe port closed.\n\nAdvertisement"
    kinds = [piece.kind for bounds in paragraphs(text) for piece in pieces(text, *bounds)]
    assert kinds == ["", "", "furniture"]


def _cut(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces(text, 0, len(text))]


def test_a_very_long_paragraph_is_cut_behind_sentences():
    text = " ".join(["The ship of Mr. Lund and Tarn Corp. Ltd. sank off Hull."] * 200)
    found = _cut(text)
    assert max(map(len, found)) <= 2_000
    assert {piece[-5:] for piece in found} == {"Hull."}
    assert {piece[:8] for piece in found} == {"The ship"}
    assert " ".join(found) == text


@pytest.mark.parametrize("text", ["a road and " * 900, "x" * 5_000, "a." + " " * 9_000 + "b", "3-2, " * 900])
def test_where_no_sentence_ends_nothing_is_lost(text):
    text = text.strip()
    found = _cut(text)
    assert {piece.kind for piece in pieces(text, 0, len(text))} == {"endless"}
    assert max(map(len, found)) <= 2_000
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(piece == piece.strip() and piece for piece in found)
