"""Objects that are told in words, and verbs that ask for one."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.bare import lacks_object
from kg.extract.clauses import clauses
from kg.extract.object_phrases import between_sums, had_done, range_between, time_given
from kg.model import Document

pytestmark = pytest.mark.model


def _clause(nlp, sentence, verb):
    [(_, doc)] = annotate([Document(sentence, "t", "t.txt")], nlp)
    return next(clause for clause in clauses(doc) if clause.head.text == verb)


def _said(words):
    return "" if words is None else "".join(token.text + token.whitespace_ for token in words.tokens).strip()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The plan would raise between £410m and £450m.", "between £410m and £450m"),
        ("The levy will cost the firm between £2m and £3m a year.", "between £2m and £3m a year"),
        ("The tax will raise £9m.", ""),
        ("Members were charged between 3 and 9 dollars a month.", "between 3 and 9 dollars a month"),
        ("The mill was sold between 2 and 9 times.", ""),
    ],
)
def test_what_lies_between_two_sums_is_one_object(nlp, sentence, expected):
    verb = next(verb for verb in ("cost", "raise", "charged", "sold") if verb in sentence)
    assert _said(between_sums(_clause(nlp, sentence, verb))) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The tenants have until Friday to leave the flat.", "until Friday to leave the flat"),
        ("The firm has until 9 May to answer.", "until 9 May to answer"),
        ("The firm has to answer.", ""),
        ("The firm has two weeks until May.", ""),
    ],
)
def test_until_when_somebody_has_time_is_no_duty(nlp, sentence, expected):
    given = time_given(_clause(nlp, sentence, "have" if "have" in sentence else "has"))
    assert _said(given and given[0]) == expected


def test_a_range_has_two_ends(nlp):
    found = range_between(_clause(nlp, "The fleet ranges from tugs to tankers.", "ranges"))
    assert found is not None and _said(found[0]) == "from tugs to tankers"


def test_who_had_a_thing_stolen_may_have_it_no_more(nlp):
    clause = _clause(nlp, "The club has had a bid for its captain turned down.", "had")
    assert _said(had_done(clause, clause.objects)) in ("", "a bid for its captain turned down")
    clause = _clause(nlp, "The church has a tower built in 1200.", "has")
    assert had_done(clause, clause.objects) is None


@pytest.mark.parametrize(
    ("sentence", "verb", "is_lacking"),
    [
        ("The wells that the charity said it had drilled in Kesh were dry.", "drilled", False),
        ("The firm described in May.", "described", True),
        ("The firm described its plans in May.", "described", False),
        ("The bill provides for fines.", "provides", False),
        ("The fair raised enough.", "raised", False),
        ("The strike lasted.", "lasted", False),
    ],
)
def test_a_verb_that_nobody_does_without_an_object_says_nothing_alone(nlp, sentence, verb, is_lacking):
    clause = _clause(nlp, sentence, verb)
    used = next((o for o in clause.obliques if not o.is_on_noun), None)
    assert lacks_object(clause, used) is is_lacking
