"""What is done to a noun further up, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head", "arc"),
    [
        ("The damage to the harbour caused by the storm will cost 4 million euros.", "caused", "damage", "acl"),
        (
            "The letter that reached the palace, signed by 40 generals, called for an election.",
            "signed",
            "letter",
            "acl",
        ),
        ("A document found in the desk, signed by a colonel, lists the dead.", "signed", "document", "acl"),
        (
            "A note on the door of the surgery initialled by a nurse said that it was closed.",
            "initialled",
            "note",
            "acl",
        ),
        ("The photographs of the villa taken by a neighbour were shown in court.", "taken", "photographs", "acl"),
        (
            "A survey of 12,000 hectares, ordered by the ministry and delayed by snow, will end in May.",
            "ordered",
            "survey",
            "acl",
        ),
        ("Copies of the invoices obtained by this newspaper show the price.", "obtained", "invoices", "acl"),
        ("She was sentenced to two years, suspended because she had helped the police.", "suspended", "years", "acl"),
        ("He was given nine months in jail, suspended for two years.", "suspended", "months", "acl"),
        ("He was jailed for two years, accused of theft.", "accused", "jailed", "advcl"),
        ("Relatives of the miners killed in the blast met the president.", "killed", "miners", "acl"),
    ],
)
def test_what_fits_is_done_to(tree, text, word, head, arc):
    doc = tree(text)
    token = [t for t in doc if t.text == word][-1]
    assert (token.head.text, token.dep_) == (head, arc)
