"""Quotations of a document and their speakers."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.factuality.quotations import quotations
from kg.model import Document

pytestmark = pytest.mark.model


def spoken(nlp, text: str) -> list[tuple[str, str]]:
    """Each quotation with the heads of its speakers."""
    ((_, doc),) = annotate([Document(text, "t", "t")], nlp)
    return [(doc[q.start : q.end].text, " ".join(t.text for t in q.speakers)) for q in quotations(doc)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ('"The mill poisoned the lake," said Rosa Amaro.', [("The mill poisoned the lake,", "Amaro")]),
        ('"The mill poisoned the lake," Rosa Amaro said.', [("The mill poisoned the lake,", "Amaro")]),
        ('The mayor said: "The mill poisoned the lake."', [("The mill poisoned the lake.", "mayor")]),
        ('Amaro: "The mill poisoned the lake."', [("The mill poisoned the lake.", "Amaro")]),
        ('The note says the app "shares every contact" abroad.', [("shares every contact", "note")]),
        (
            '"The lake," said Rosa Amaro, "was poisoned by the mill."',
            [("was poisoned by the mill.", "Amaro")],
        ),
        (
            '"They paid the jury," Quinn said. "They burned the letters."',
            [("They paid the jury,", "Quinn"), ("They burned the letters.", "Quinn")],
        ),
        (
            'Lund said the firm had lied. "They knew for months."',
            [("They knew for months.", "Lund")],
        ),
        (
            '"They knew for months," she said.\n\n"They told the bank."',
            [("They knew for months,", "she"), ("They told the bank.", "she")],
        ),
        (
            '"Did they know for months?" she asked.\n\n"They told the bank."',
            [("Did they know for months?", "she"), ("They told the bank.", "")],
        ),
        (
            '"They knew for months," she said, but Quinn said: "They did not know."\n\n"They told the bank."',
            [("They knew for months,", "she"), ("They did not know.", "Quinn"), ("They told the bank.", "")],
        ),
        (
            '"It sold the cars for years.\n\n"It lied to us," said Rosa Amaro.',
            [("It sold the cars for years.", "Amaro"), ("It lied to us,", "Amaro")],
        ),
        (
            'Amaro said: "The mill poisoned the lake.\n\n"It bribed the mayor."\n\nThe mill closed.',
            [("The mill poisoned the lake.", "Amaro"), ("It bribed the mayor.", "Amaro")],
        ),
        (
            'Amaro said: "The mill poisoned the lake.\n\nIt bribed the mayor.\n\nIt burned the files."',
            [
                ("The mill poisoned the lake.", "Amaro"),
                ("It bribed the mayor.", "Amaro"),
                ("It burned the files.", "Amaro"),
            ],
        ),
        ('"The lender lost the deeds, said Olga Wirth, a notary.', [("The lender lost the deeds", "Wirth")]),
        ('He called it "a fake" and left.', []),
        ('She wrote "The Rise of the Iron Tower" in 1990.', []),
        ('"I won the cup," said Ola Berg. She owns the farm.', [("I won the cup,", "Berg")]),
    ],
)
def test_quotations_have_their_speakers(nlp, text, expected):
    assert spoken(nlp, text) == expected
