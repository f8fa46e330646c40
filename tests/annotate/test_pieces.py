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
