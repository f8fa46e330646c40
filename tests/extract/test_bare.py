"""Verbs that say nothing by themselves."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.bare import says_little
from kg.extract.clauses import clauses
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "verb", "is_little"),
    [
        ("Nurses who smoke were asked to stop.", "smoke", True),
        ("The nurses who smoked were asked to stop.", "smoked", False),
        ("Nine nurses who resigned were rehired.", "resigned", False),
        ("The club scored with two minutes left.", "left", True),
        ("The club scored with two minutes remaining.", "remaining", True),
        ("Two minutes later the club left.", "left", False),
        ("Nobody knew where the noise came from.", "came", True),
        ("He likes the way the choir sings.", "sings", True),
        ("The day when the mine closed was cold.", "closed", False),
        ("They found other ways to work.", "work", True),
        ("It cleared the way for the mine to reopen.", "reopen", False),
        ("Pupils were made to sing.", "made", True),
        ("Two arrests were made on Friday.", "made", False),
        ("The plans were considered in May.", "considered", False),
        ("The drug was portrayed in May.", "portrayed", True),
        ("It came back because the law requires.", "requires", True),
        ("He showed up on Friday.", "showed", False),
        ("None of the riders was within two minutes of Lund.", "was", True),
        ("The fair is on Monday.", "is", False),
        ("The pickers fell ill an hour after spraying.", "spraying", True),
    ],
)
def test_a_verb_that_only_tells_which_when_or_where_says_little(nlp, sentence, verb, is_little):
    [(_, doc)] = annotate([Document(sentence, "t", "t.txt")], nlp)
    assert [says_little(clause) for clause in clauses(doc) if clause.head.text == verb] == [is_little]
