"""With what something is compared stands beside the statement, where the words of the degree do not hold it."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document
from kg.ontology import load as load_ontology

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def statements(nlp):
    def found(text):
        document = Document(text, "t", "t")
        [(_, doc)] = annotate([document], nlp)
        return extract(document, doc, load_ontology()).statements

    return found


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The town spends more on roads than on schools.", "than on schools"),
        ("Orlo spends less on defence than almost any other town.", "than almost any other town"),
        ("The clinic treated fewer patients in May than in April.", "than in April"),
        ("The firm sold fewer cars in 2023 than in 2022.", "than in 2022"),
        ("The museum drew 900 more visitors in June than a year earlier.", "than a year earlier"),
        ("Wages rose more slowly in the south than in the north.", "than in the north"),
        ("The line carries less freight today than it did in 1990.", "than it did in 1990"),
        ("The bank lent more to farmers last year than ever before.", "than ever before"),
        ("Drivers pay more in Orlo than in Kesh, a report said.", "than in Kesh"),
        ("The state spent three times as much on prisons as on schools.", "as on schools"),
        ("The club raised as much money this year as in the whole of 2019.", "as in the whole of 2019"),
        ("The firm would rather close the mill than sell it.", "rather than sell it"),
    ],
)
def test_what_is_compared_stands_beside_it(statements, sentence, told):
    roles = [(role, getattr(filler, "value", "")) for s in statements(sentence) for role, filler in s.roles]
    assert ("circumstance", told) in roles


@pytest.mark.parametrize(
    "sentence",
    [
        "Orlo exports more salmon than any other town.",
        "The hospital employs more than 900 nurses.",
        "The mine uses as much water as a town of 900 people.",
        "The firm hired as many as 40 clerks as guards.",
        "The river is wider at Orlo than at the coast.",
        "The mill pays its weavers less than the clerks.",
        "Rather than sell the mill, the firm closed it.",
        "The firm hired other clerks than those it had trained.",
        "No sooner had the ferry left than the storm broke.",
    ],
)
def test_what_the_words_of_the_degree_hold_is_not_told_twice(statements, sentence):
    fillers = [filler for s in statements(sentence) for _, filler in s.roles]
    assert not any(getattr(filler, "value", "").startswith(("than", "rather")) for filler in fillers)


def test_the_other_term_of_a_comparison_is_no_statement(statements):
    found = statements("The port earns more from ferries than it lost in rent.")
    assert [s.predicate.name for s in found] == ["kgo:earn"]
