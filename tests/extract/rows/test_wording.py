"""The words of arguments and relations in the open-IE view."""

from __future__ import annotations

from parses import doc

from kg.extract.rows.wording import claim_words, in_order, noun_phrase, noun_phrases, text


def test_text_keeps_the_sentences_spaces_and_closes_gaps():
    parsed = doc("a/DT/det>firm new/JJ/amod>firm firm/NN/ROOT>firm")
    assert text((parsed[0], parsed[2])) == "a firm"
    assert text(in_order((parsed[2], parsed[0], parsed[2]))) == "a firm"


def test_a_noun_phrase_leaves_out_what_is_coordinated_with_a_modifier():
    parsed = doc("old/JJ/amod>maps and/CC/cc>old rare/JJ/conj>old maps/NNS/ROOT>maps of/IN/prep>maps Oslo/NNP/pobj>of")
    assert text(noun_phrase(parsed[3])) == "old maps of Oslo"
    assert text(noun_phrase(parsed[3], with_of=False)) == "old maps"


def test_names_before_the_last_word_of_a_name_are_one():
    parsed = doc(
        "The/DT/det>Trust Marden/NNP/nmod>Trust and/CC/cc>Marden Hallow/NNP/conj>Marden Docks/NNP/compound>Trust "
        "Trust/NNP/ROOT>Trust"
    )
    assert [text(words) for words in noun_phrases(parsed[5])] == ["The Marden and Hallow Docks Trust"]


def test_a_claim_is_one_clause_without_its_conjuncts():
    parsed = doc(
        "said/VBD/ROOT>said that/IN/mark>fell it/PRP/nsubj>fell fell/VBD/ccomp>said and/CC/cc>fell "
        "they/PRP/nsubj>rose rose/VBD/conj>fell"
    )
    assert text(claim_words(parsed[3])) == "that it fell"
