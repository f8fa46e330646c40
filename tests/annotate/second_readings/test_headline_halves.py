"""A headline of two clauses is read half by half, and its second half goes on with the first."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "headline, first, second, subjects",
    [
        ("Storms batter coast, ferries cancelled", "batter", "cancelled", ["ferries"]),
        ("Train derails in fog; 20 hurt", "derails", "hurt", ["20"]),
        ("Firefighters battle blaze at refinery; two missing", "battle", "missing", ["two"]),
        ("Quake shakes island, no casualties reported", "shakes", "reported", ["casualties"]),
        ("Retailer warns of lower profit, shares tumble", "warns", "tumble", ["shares"]),
        ("Governor signs gun bill, vetoes budget", "signs", "vetoes", []),
        ("Grocer posts record sales, lifts outlook", "posts", "lifts", []),
        ("Nurses accept 5% pay offer, end strike", "accept", "end", []),
        ("Retailer adds nine stores, tops estimates", "adds", "tops", []),
    ],
)
def test_the_second_half_has_its_own_verb(nlp, headline, first, second, subjects):
    ((_, doc),) = annotate([Document(headline, "t", "t")], nlp)
    main, verb = (next(token for token in doc if token.text == word) for word in (first, second))
    assert (main.dep_, verb.dep_, verb.head) == ("ROOT", "conj", main)
    assert [child.text for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")] == subjects
    assert doc.text == headline


@pytest.mark.parametrize(
    ("headline", "verb", "above"),
    [
        ("Pilot error caused crash, inquiry finds", "caused", "finds"),
        ("Fish stocks recover after ban, study finds", "recover", "finds"),
        ("Water firm dumped sewage in lake, court told", "dumped", "told"),
    ],
)
def test_who_says_so_is_no_second_half(nlp, headline, verb, above):
    ((_, doc),) = annotate([Document(headline, "t", "t")], nlp)
    assert next(token for token in doc if token.text == verb).head.text == above
