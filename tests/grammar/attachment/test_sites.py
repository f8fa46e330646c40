"""Sites: what tags and arcs tell before a rule is tried."""

from __future__ import annotations

import pytest

from kg.grammar.attachment.rules import ANY
from kg.grammar.attachment.rules_of_verbs import OF_VERBS
from kg.grammar.attachment.rules_of_words import OF_WORDS
from kg.grammar.attachment.sites import SITES, at


def a_rule(token):
    yield from ()


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ({}, True),
        ({"tags": "VBD VBN"}, True),
        ({"tags": "VBZ"}, False),
        ({"below": "nsubj dobj"}, True),
        ({"below": "nsubj ccomp"}, False),
        ({"any_below": "ccomp dobj"}, True),
        ({"any_below": "ccomp"}, False),
        ({"none_below": frozenset({"ccomp"})}, True),
        ({"none_below": "nsubj"}, False),
        ({"above": "pobj"}, True),
        ({"above": "ROOT"}, False),
        ({"above_tags": "NN"}, True),
        ({"above_tags": "VB"}, False),
        ({"is_behind": True}, True),
        ({"is_behind": False}, False),
    ],
)
def test_a_site_holds_where_all_that_is_asked_is_there(asked, holds):
    at(**asked)(a_rule)
    site = SITES.pop(a_rule)
    assert site.holds("VBD", frozenset({"nsubj", "dobj"}), "pobj", "NN", True) is holds


def test_every_site_is_that_of_a_rule_in_use():
    used = {rule for table in (ANY, OF_VERBS, OF_WORDS) for rules in table.values() for rule in rules}
    assert SITES.keys() <= used
