"""Participles and nouns in a subject that look like verbs, as the model parses the sentence."""

from __future__ import annotations

import pytest
from parses import doc

from kg.grammar.attachment import reattach


def test_a_clause_is_a_subject_only_with_a_word_that_opens_it():
    parsed = reattach(
        doc(
            "Clerks/NNS/nsubj>hired hired/VBD/csubjpass>paid in/IN/prep>hired May/NNP/pobj>in have/VBP/aux>paid "
            "been/VBN/auxpass>paid paid/VBN/ROOT>paid ././punct>paid",
            {"hired": "hire", "paid": "pay"},
        )
    )
    assert [(t.dep_, t.head.text) for t in parsed[:2]] == [("nsubjpass", "paid"), ("acl", "Clerks")]


def test_what_opens_with_a_question_is_a_clause():
    parsed = reattach(
        doc(
            "What/WP/dobj>found Lund/NNP/nsubj>found found/VBD/csubj>shook in/IN/prep>found May/NNP/pobj>in "
            "shook/VBD/ROOT>shook us/PRP/dobj>shook ././punct>shook",
            {"found": "find", "shook": "shake"},
        )
    )
    assert (parsed[2].dep_, parsed[2].head.text) == ("csubj", "shook")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "arc", "head"),
    [
        ("The cup run earned the club 2 million euros.", "run", "nsubj", "earned"),
        ("The cup run earned the club 2 million euros.", "cup", "compound", "run"),
        ("Repairs promised after the flood have never been done.", "Repairs", "nsubjpass", "done"),
        ("Repairs promised after the flood have never been done.", "flood", "pobj", "after"),
        ("Tenants evicted after the fire are living in tents.", "evicted", "acl", "Tenants"),
        ("Judges appointed in May have not been paid.", "appointed", "acl", "Judges"),
        ("Passengers told to leave the plane waited in the hall.", "Passengers", "nsubj", "waited"),
        ("Men dressed as clowns robbed a jeweller in Ghent.", "Men", "nsubj", "robbed"),
        ("Men dressed as clowns robbed a jeweller in Ghent.", "clowns", "pobj", "as"),
        ("What caused the crash is being studied.", "crash", "dobj", "caused"),
        # clauses, and verbs
        ("The staff asked to see the letter sent by the bank.", "staff", "nsubj", "asked"),
        ("The team decided to keep the player injured in May.", "team", "nsubj", "decided"),
        ("He was arrested as clowns performed in the square.", "clowns", "nsubj", "performed"),
        ("What happened next is disputed.", "What", "nsubj", "happened"),
        ("What he found shocked the police.", "found", "csubj", "shocked"),
        ("Closing the mine hurt the town.", "Closing", "csubj", "hurt"),
        ("The firm cut jobs after its profits fell.", "fell", "advcl", "cut"),
        ("Prices rose after the strike and have not fallen since.", "Prices", "nsubj", "rose"),
        ("The club run by miners won the cup.", "run", "acl", "club"),
        ("Papers signed before the vote became void.", "became", "advcl", "signed"),
    ],
)
def test_a_sentence_has_one_main_verb(token_of, text, word, arc, head):
    token = token_of(text, word)
    assert (token.dep_, token.head.text) == (arc, head)
