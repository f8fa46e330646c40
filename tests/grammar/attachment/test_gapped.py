"""Members of a list that lack their verb, as the model parses the sentence."""

from __future__ import annotations

import pytest

from kg.grammar.verbs import is_passive

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head", "arc"),
    [
        ("Norway won 12 medals, Sweden nine and Finland four.", "Sweden", "won", "dep"),
        ("Ecuador received 14 million doses, Peru 22 million and Bolivia 6 million.", "Peru", "received", "dep"),
        ("The silver medal went to Poland and the bronze to Armenia.", "bronze", "went", "dep"),
        ("Lindgren was jailed for nine years and her brother for six.", "brother", "jailed", "dep"),
        ("The widow got the farm and the sons the debts.", "sons", "got", "dep"),
        ("Kowalski will lead the department in Warsaw and Nowak the one in Gdansk.", "Nowak", "lead", "dep"),
        ("The library lost 40 percent of its funding and the theatre 60 percent.", "theatre", "lost", "dep"),
        ("They moved the patients to Turin and the equipment to Milan.", "equipment", "moved", "dep"),
        ("They travelled to Kenya and the coast to see the turtles.", "coast", "Kenya", "conj"),
        ("They have two children, Elise (9) and Austin (6).", "Elise", "children", "appos"),
        ("The mayor spoke to reporters and the crowd to calm them.", "crowd", "reporters", "conj"),
    ],
)
def test_who_has_a_share_of_its_own_is_nothing_that_is_shared(tree, text, word, head, arc):
    doc = tree(text)
    token = [t for t in doc if t.text == word][-1]
    assert (token.head.text, token.dep_) == (head, arc)


@pytest.mark.parametrize(
    ("text", "word", "is_done"),
    [
        ("Drivers who speed can be stopped, and their cars seized for a month.", "seized", True),
        ("Shops may be closed and their owners fined 5,000 euros.", "fined", True),
        ("Players may be tested and the results published.", "published", True),
        ("The road was closed and police searched the cars.", "searched", False),
        ("The men were to be charged, and residents demanded justice.", "demanded", False),
        ("The guard may be asked and the crowd waited.", "waited", False),
        ("The plant may be closed and unions called for talks.", "called", False),
        ("The bank may be fined and its shares jumped 40 cents.", "jumped", False),
    ],
)
def test_what_may_be_done_to_one_may_be_done_to_the_next(token_of, text, word, is_done):
    assert is_passive(token_of(text, word)) == is_done
