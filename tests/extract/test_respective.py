"""What each of several has of its own."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document, Literal
from kg.ontology import load as load_ontology

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def told(nlp):
    def found(text, *relations):
        document = Document(text, "t", "t")
        [(_, doc)] = annotate([document], nlp)
        statements = [s for s in extract(document, doc, load_ontology()).statements if s.predicate.name in relations]
        return {
            (s.subject.name, s.object.value if isinstance(s.object, Literal) else s.object.name) for s in statements
        }

    return found


@pytest.mark.parametrize(
    ("sentence", "relations", "expected"),
    [
        (
            "Two clerks, Ann Ek and Bo Moe, received nine years and six years respectively.",
            ("kgo:receive",),
            {("Ann Ek", "nine years"), ("Bo Moe", "six years")},
        ),
        (
            "Two men, a farm hand and the owner of a bar, received nine years and six years respectively.",
            ("kgo:receive",),
            {("farm hand", "nine years"), ("owner of a bar", "six years")},
        ),
        (
            "The mill and the dairy employ 90 people and 40 people respectively.",
            ("kg:employs",),
            {("mill", "90 people"), ("dairy", "40 people")},
        ),
        (
            "The mill and the dairy sold lamps and bread, respectively.",
            ("kg:sells",),
            {("mill", "lamps"), ("dairy", "bread")},
        ),
        (
            "The mill and the dairy sold lamps and bread.",
            ("kg:sells",),
            {("mill", "lamps"), ("mill", "bread"), ("dairy", "lamps"), ("dairy", "bread")},
        ),
        ("Lund and Orr scored nine and seven goals, respectively.", ("kgo:score",), set()),
        (
            "Lund sold lamps and bread in 2019 and 2021 respectively.",
            ("kg:sells",),
            {("Lund", "lamps"), ("Lund", "bread")},
        ),
    ],
)
def test_of_several_each_has_its_own(told, sentence, relations, expected):
    assert told(sentence, *relations) == expected
