"""Members of a list that lack their verb, as the model parses the sentence."""

from __future__ import annotations

import pytest

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
