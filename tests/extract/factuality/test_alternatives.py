"""Of what "or" joins only one is said to be so."""

from __future__ import annotations

import pytest

from kg import ontology
from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document, Status

pytestmark = pytest.mark.model


def statuses(nlp, text: str) -> dict[str, Status]:
    ((document, doc),) = annotate([Document(text, "t", "t.txt")], nlp)
    found = extract(document, doc, ontology.load()).statements
    return {f"{s.subject.text} {s.predicate.text} {getattr(s.object, 'text', '')}".strip(): s.status for s in found}


@pytest.mark.parametrize(
    ("text", "statement", "status"),
    [
        ("The fund bought Orlo or Tarn.", "The fund bought Orlo", "unrealised"),
        ("The fund bought Orlo or Tarn.", "The fund bought Tarn", "unrealised"),
        ("The fund bought Orlo and Tarn.", "The fund bought Orlo", "asserted"),
        ("The fund did not buy Orlo or Tarn.", "The fund did not buy Orlo", "denied"),
        ("The storm damaged or destroyed the pier.", "The storm damaged the pier", "unrealised"),
        ("The storm damaged and destroyed the pier.", "The storm damaged the pier", "asserted"),
        ("The clerk sold two or three boats.", "The clerk sold two or three boats", "asserted"),
    ],
)
def test_an_alternative_is_no_fact(nlp, text, statement, status):
    found = statuses(nlp, text)
    assert {name: str(value) for name, value in found.items()}.get(statement) == status, found
