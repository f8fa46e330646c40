"""Two finite verbs of one subject: which is the main one, and what the other is."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "main", "other", "arc"),
    [
        ("Nurses owed three months' wages will be compensated.", "compensated", "owed", "acl"),
        ("Tenants offered a new flat have moved out.", "moved", "offered", "acl"),
        ("Drivers charged 40 euros can appeal.", "appeal", "charged", "acl"),
        ("Pupils taught two languages do better.", "do", "taught", "acl"),
        ("Customers sold faulty kettles will get a refund.", "get", "sold", "acl"),
        ("A bridge, closed in March, will be repaired in June.", "repaired", "closed", "acl"),
        ("Trains run by the state, including the night ones, are late.", "are", "run", "acl"),
        ("She feeds the cats, then goes out.", "feeds", "goes", "conj"),
        ("He drops the kettle, picks it up and leaves.", "drops", "picks", "conj"),
        # what is its own
        ("The clerk wanted the wording softened.", "wanted", "softened", "ccomp"),
        ("The bank decided staff should go.", "decided", "go", "ccomp"),
        ("The club vowed it will appeal.", "vowed", "appeal", "ccomp"),
        ("The union threatened members would strike.", "threatened", "strike", "ccomp"),
        ("The firm paid a fine and has left.", "paid", "left", "conj"),
        ("The firm paid a fine, has left the town and sold its mill.", "paid", "left", "conj"),
    ],
)
def test_the_main_verb_is_the_one_that_says_most(tree, text, main, other, arc):
    doc = tree(text)
    roots = [token.text for token in doc if token.dep_ == "ROOT"]
    arcs = {token.text: token.dep_ for token in doc}
    assert (roots, arcs[other]) == ([main], arc)
