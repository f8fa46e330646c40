"""Relative pronouns are mentions of what they stand for."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.annotate.pipeline import annotate
from kg.model import Document

pytestmark = pytest.mark.model


def pointers(nlp: Language, text: str) -> dict[str, str]:
    """The name that each relative pronoun of the text stands for."""
    ((_, doc),) = annotate([Document(text, "t", "t")], nlp)
    names = {span.id_: span.text for span in reversed(doc.spans["mentions"]) if span.kb_id_ == "name"}
    relative = ("who", "whom", "whose", "which", "that")
    return {span.text: names[span.id_] for span in doc.spans["mentions"] if span.text in relative}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Otto Lund, who owns a mill, left.", {"who": "Otto Lund"}),
        ("Otto Lund is a miller who paints boats.", {"who": "Otto Lund"}),
        ("She joined Velmar AB, which makes lamps.", {"which": "Velmar AB"}),
        ("Otto Lund, whose mill burned, left.", {"whose": "Otto Lund"}),
        ("Otto Lund is a miller from Oslo who paints boats.", {"who": "Otto Lund"}),
        ("Otto Lund (born 4 May 1951) is a miller who paints boats.", {"who": "Otto Lund"}),
        ("The mill was built by the miller, Otto Lund, who paints boats.", {"who": "Otto Lund"}),
        ("Otto Lund is not the miller who paints boats.", {}),
        ("Otto Lund may be the miller who paints boats.", {}),
        ("Otto Lund is not the only miller who paints boats.", {"who": "Otto Lund"}),
        ("He moved to Oslo, who knows why.", {}),
        ("The mill that burned was old.", {}),
        ("He asked who had paid Otto Lund.", {}),
    ],
)
def test_a_relative_pronoun_stands_for_its_noun(nlp: Language, text: str, expected: dict[str, str]) -> None:
    assert pointers(nlp, text) == expected
