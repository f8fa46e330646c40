"""Relations that continue those of the verb above."""

from __future__ import annotations

import pytest

from kg.extract.rows.governing import relation_words
from kg.extract.rows.wording import text, verb_group


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The firm plans to lend a map.", "lend", "plans to lend"),
        ("She was the only curator to buy it.", "buy", "was the only curator to buy"),
        ("The team is able to sing and dance well.", "sing", "is able to sing"),
        ("Lund has not set up a school.", "set", "has not set up"),
        ("The cloth was cut and washed with soap.", "washed", "was washed"),
        ("The bank wants the firm to sell the mill.", "sell", "wants the firm to sell"),
        ("They called for the firm to pay its debts.", "pay", "called for the firm to pay"),
        ("The judge let the suspect keep his passport.", "keep", "let the suspect keep"),
        ("The council closed the road in order to repair a bridge.", "repair", "closed the road in order to repair"),
        ("The mayor said the bank sold the mill.", "sold", "sold"),
    ],
)
def test_a_relation_is_its_whole_group_of_verbs(parse, sentence, verb, expected):
    [token] = [token for token in parse(sentence) if token.text == verb]
    assert text(relation_words(token)) == expected
    assert set(verb_group(token)) <= set(relation_words(token))
