"""Clauses: one a predicate, of three kinds."""

from __future__ import annotations

import pytest
from parses import doc

from kg.extract.clauses import ClauseKind, clauses


def test_clauses_come_in_reading_order_with_their_verbs():
    parsed = doc(
        "Moe/NNP/nsubj>is ,/,/punct>Moe judge/NN/appos>Moe "
        "is/VBZ/ROOT>is rich/JJ/acomp>is and/CC/cc>is left/VBD/conj>is",
        {"is": "be"},
    )
    found = [(str(c.kind), c.head.text, c.verb.text) for c in clauses(parsed)]
    assert found == [("apposition", "judge", "judge"), ("copula", "rich", "is"), ("verb", "left", "left")]


def test_an_apposition_between_conjuncts_is_no_conjunct():
    parsed = doc(
        "bank/NN/nsubj>signed ,/,/punct>bank Tessen/NNP/appos>bank ,/,/punct>Tessen and/CC/cc>Tessen "
        "club/NN/conj>Tessen signed/VBD/ROOT>signed"
    )
    found = {c.kind: c for c in clauses(parsed)}
    assert [t.text for t in found[ClauseKind.VERB].subjects] == ["bank", "club"]
    assert [t.text for t in found[ClauseKind.APPOSITION].attributes] == ["Tessen"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "subject", "attributes"),
    [
        ("Mia Torres, a judge and writer, spoke.", "Torres", ["judge", "writer"]),
        ("Moe, the former head of the port authority, was arrested.", "Moe", ["head"]),
    ],
)
def test_an_apposition_is_a_clause(parse, sentence, subject, attributes):
    found = next(c for c in clauses(parse(sentence)) if c.kind is ClauseKind.APPOSITION)
    assert ([t.text for t in found.subjects], [t.text for t in found.attributes]) == ([subject], attributes)


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "She grew up in Bonn, Germany.",
        "He buys boats, not cars.",
        "OSLO, May 4",
        "Photo: Lund",
        "World Cup day five.",
        "",
        "Rain.",
        "?!",
        "To be or not to be",
    ],
)
def test_odd_sentences_do_no_harm(parse, sentence):
    assert all(c.kind is not ClauseKind.APPOSITION for c in clauses(parse(sentence)))
