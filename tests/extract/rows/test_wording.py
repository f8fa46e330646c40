"""The words of arguments and relations in the open-IE view."""

from __future__ import annotations

import pytest
from parses import doc

from kg.extract.rows.wording import claim_words, in_order, noun_phrase, relation_words, text, verb_group


def test_text_keeps_the_sentences_spaces_and_closes_gaps():
    parsed = doc("a/DT/det>firm new/JJ/amod>firm firm/NN/ROOT>firm")
    assert text((parsed[0], parsed[2])) == "a firm"
    assert text(in_order((parsed[2], parsed[0], parsed[2]))) == "a firm"


def test_a_noun_phrase_leaves_out_what_is_coordinated_with_a_modifier():
    parsed = doc("old/JJ/amod>maps and/CC/cc>old rare/JJ/conj>old maps/NNS/ROOT>maps of/IN/prep>maps Oslo/NNP/pobj>of")
    assert text(noun_phrase(parsed[3])) == "old maps of Oslo"
    assert text(noun_phrase(parsed[3], with_of=False)) == "old maps"


def test_a_claim_is_one_clause_without_its_conjuncts():
    parsed = doc(
        "said/VBD/ROOT>said that/IN/mark>fell it/PRP/nsubj>fell fell/VBD/ccomp>said and/CC/cc>fell "
        "they/PRP/nsubj>rose rose/VBD/conj>fell"
    )
    assert text(claim_words(parsed[3])) == "that it fell"


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The firm plans to lend a map.", "lend", "plans to lend"),
        ("She was the only curator to buy it.", "buy", "was the only curator to buy"),
        ("The team is able to sing and dance well.", "sing", "is able to sing"),
        ("Lund has not set up a school.", "set", "has not set up"),
        ("The cloth was cut and washed with soap.", "washed", "was washed"),
    ],
)
def test_a_relation_is_its_whole_group_of_verbs(parse, sentence, verb, expected):
    [token] = [token for token in parse(sentence) if token.text == verb]
    assert text(relation_words(token)) == expected
    assert set(verb_group(token)) <= set(relation_words(token))
