"""Second verbs and who does them, as the model parses the sentence."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.clauses import clauses
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        (
            "The panel found that the firm had hidden a leak, had misled inspectors and had sacked a guard.",
            "misled",
            "hidden",
        ),
        ('Lund said that "every penny was spent" and slammed the door.', "slammed", "said"),
        ('Lund said that prices were "too high" and rose again.', "rose", "were"),
        ("The ministry said it would repay the loan but has not yet done so.", "done", "said"),
        ("The ministry said it would repay the loan but not the interest.", "repay", "said"),
        ("Moe asked whether cuts were planned and had been told that they were not.", "told", "asked"),
        ("She did not say when talks would resume but confirmed that they had failed.", "confirmed", "say"),
    ],
)
def test_a_second_verb_stands_beside_the_one_with_its_subject(nlp, text, word, head):
    [(_, doc)] = annotate([Document(text, "t", "t")], nlp)
    list(clauses(doc))
    assert next(token for token in doc if token.text == word).head.text == head
