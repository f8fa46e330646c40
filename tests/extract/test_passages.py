"""Sentences as evidence, and the words of an embedded clause."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.passages import clause_words, lacks_subject, sentences, shared_subject, wording
from kg.model import Document

pytestmark = pytest.mark.model


def test_sentences_are_quoted_exactly(parse):
    doc = parse("Lund left. The mill closed.")
    assert [doc.text[s.start : s.end] for s in sentences(doc).values()] == [s.quote for s in sentences(doc).values()]


@pytest.mark.parametrize(
    ("sentence", "verb", "told"),
    [
        ("The tunnels, engineers say, were built in haste.", "built", "The tunnels were built in haste"),
        ("The tunnels, it is said, were sold.", "sold", "The tunnels were sold"),
        ("The tunnels, however long, were built.", "built", "The tunnels, however long, were built"),
        (
            "Holm burned the barn, the inquest heard, and hid in Merem.",
            "burned",
            "Holm burned the barn and hid in Merem",
        ),
        ("Captain sank ship, claims crew", "sank", "Captain sank ship"),
        ('"I sold nothing," she said, in the yard of the mill.', "sold", "I sold nothing"),
        ("Then, he said, she rang the bell.", "rang", "Then she rang the bell"),
        ("What the abbey has, it announced on Friday, is a bell.", "has", "What the abbey has"),
        ("Lund said that was not true.", "was", "that was not true"),
        ("The bank said that depended on the court.", "depended", "that depended on the court"),
        ("Lund said that had been a mistake.", "been", "that had been a mistake"),
        ("The firm said that prices would rise.", "rise", "prices would rise"),
        (
            "The report estimated that the mergers would save 9 million euros, according to two people who read it.",
            "save",
            "the mergers would save 9 million euros",
        ),
    ],
)
def test_who_says_it_is_no_part_of_what_is_said(nlp, sentence, verb, told):
    [(_, doc)] = annotate([Document(sentence, "t", "t.txt")], nlp)
    head = next(t for t in doc.tokens if t.text == verb)
    assert wording(clause_words(head), head, doc.text) == told


def test_a_clause_stands_without_its_conjunction(parse):
    doc = parse("Lund said that the mill closed.")
    closed = next(t for t in doc if t.text == "closed")
    assert [t.text for t in clause_words(closed)] == ["the", "mill", "closed"]


@pytest.mark.parametrize(
    ("sentence", "verb", "words"),
    [
        ('"If you stay, you are alone," Lund told them.', "are", "If you stay , you are alone"),
        ("Lund asked if the mill closed.", "closed", "if the mill closed"),
        ("Lund said it would close or it would move.", "close", "it would close or it would move"),
        ("The owner said that's a lie.", "'s", "that 's a lie"),
        ("The bank said that figure was too high.", "was", "that figure was too high"),
        ("The bank said that figures were too high.", "were", "figures were too high"),
        ("The judge ruled that that was unlawful.", "was", "that was unlawful"),
        (
            "Ann Lee told the court that Whitlock spent the money. "
            '"He promised them extensions and loft rooms, and he delivered holes in the ground," she said.',
            "promised",
            "He promised them extensions and loft rooms",
        ),
        ("She was ordered to repay 90 kroner ($8).", "repay", "to repay 90 kroner ( $ 8)"),
        ("The rule (which she was ordered to follow) was new.", "follow", "to follow"),
    ],
)
def test_a_clause_keeps_its_condition_and_ends_before_its_and(nlp, sentence, verb, words):
    [(_, doc)] = annotate([Document(sentence, "t", "t.txt")], nlp)
    head = next(t for t in doc if t.text == verb)
    assert " ".join(t.text for t in clause_words(head)) == words


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("Lund said the firm had lost money and was seeking a buyer.", "seeking", "firm"),
        ("Lund said he was awake and joking with nurses.", "joking", "he"),
        ("Lund wants the board to resign and name a new chief.", "name", "board"),
        ("Lund said the firm had a plan but declined to publish it.", "declined", "Lund"),
        ("The crew drove a boat she knew was stolen.", "stolen", "boat"),
        ("Lund saw the boys stealing and selling phones.", "selling", None),
        ("Lund plans to sell the mill and move.", "move", None),
        ("Lund said stocks were low and there was no reason to wait.", "was", None),
        ("Lund said stocks were low and had to be rationed.", "had", "stocks"),
        ("Lund said the firm had lost money.", "lost", None),
    ],
)
def test_a_second_verb_has_the_subject_of_the_first(nlp, sentence, verb, subject):
    [(_, doc)] = annotate([Document(sentence, "t", "t.txt")], nlp)
    found = shared_subject(next(token for token in doc.tokens if token.text == verb))
    assert (found.text if found is not None else None) == subject


@pytest.mark.parametrize(
    ("sentence", "verb", "is_cut"),
    [
        ("He produced what he claimed was a receipt for the ring.", "was", True),
        ("Lund said the mill was old.", "was", False),
        ("Lund knew a boat he thought was safe.", "was", False),
    ],
)
def test_a_clause_may_be_cut_from_its_subject(parse, sentence, verb, is_cut):
    head = next(t for t in parse(sentence) if t.text == verb)
    assert lacks_subject(head) is is_cut
