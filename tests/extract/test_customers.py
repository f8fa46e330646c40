"""Sales that are told through customers."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.clauses import clauses
from kg.extract.customers import sales_to_customers
from kg.extract.mentions import Mentions
from kg.model import Document

pytestmark = pytest.mark.model


def _sales(text, nlp):
    [(_, doc)] = annotate([Document(text, "t", "t.txt")], nlp)
    mentions = Mentions(doc)
    found = sales_to_customers(doc, list(clauses(doc)), mentions)
    return {(mentions.of(p.subject).text, p.predicate, mentions.of(p.object).text) for p in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oracle's scanner, called Gatewatch, reads plates. Customers, which include police in Leeds, pay a fee.",
            {
                ("Oracle", "kg:sells", "Gatewatch"),
                ("Oracle", "kg:sellsTo", "police in Leeds"),
                ("Oracle", "kg:sellsTo", "Leeds"),
            },
        ),
        (
            "Customers of Siemens, which include police departments in Reno, Nevada, and Tulsa, Oklahoma, complained.",
            {("Siemens", "kg:sellsTo", "Reno"), ("Siemens", "kg:sellsTo", "Tulsa")},
        ),
        (
            "Siemens has many customers. Siemens's customers include Toyota and Ford.",
            {("Siemens", "kg:sellsTo", "Toyota"), ("Siemens", "kg:sellsTo", "Ford")},
        ),
        (
            "Its maker, Nokia, grew. Customers of Nokia such as Vodafone and Orange signed new contracts.",
            {("Nokia", "kg:sellsTo", "Vodafone"), ("Nokia", "kg:sellsTo", "Orange")},
        ),
    ],
)
def test_named_customers_are_buyers(nlp, text, expected):
    assert expected <= _sales(text, nlp)


@pytest.mark.parametrize(
    "text",
    ["Customers complained about the fee.", "The shop lost customers in May.", "Customers include Ford."],
)
def test_customers_of_nobody_make_no_sale(nlp, text):
    assert _sales(text, nlp) == set()
