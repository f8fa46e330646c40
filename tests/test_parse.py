"""The plain parse has spaCy's names and meanings: what it says of each token is what spaCy says."""

from __future__ import annotations

import pytest
import spacy
from parses import doc, plain

from kg.parse import Span

TEXT = (
    "Ada Finch, who founded Tarn Robotics in Turku in 1999, said on Monday that the firm's two mills — not the dam — "
    "would close. “We can't pay,” she wrote; nobody answered. (It later sold them for $3 million.)"
)
PLAIN = ("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "i", "idx", "whitespace_")
FLAGS = ("is_alpha", "is_digit", "is_lower", "is_upper", "is_title", "is_punct", "is_space", "is_quote", "like_num")
TOKENS = ("head", "left_edge", "right_edge")
MANY = ("lefts", "rights", "children", "subtree", "ancestors")


@pytest.fixture(scope="module")
def both(nlp):
    made = nlp(TEXT)
    return made, plain(made)


@pytest.mark.model
@pytest.mark.parametrize("name", [*PLAIN, *FLAGS])
def test_values_are_spacys(both, name):
    made, read = both
    assert [getattr(token, name) for token in read] == [getattr(token, name) for token in made]


@pytest.mark.model
@pytest.mark.parametrize("name", TOKENS)
def test_a_token_leads_to_the_same_token(both, name):
    made, read = both
    assert [getattr(token, name).i for token in read] == [getattr(token, name).i for token in made]


@pytest.mark.model
@pytest.mark.parametrize("name", MANY)
def test_a_token_leads_to_the_same_tokens(both, name):
    made, read = both
    found = [[other.i for other in getattr(token, name)] for token in read]
    assert found == [[other.i for other in getattr(token, name)] for token in made]


@pytest.mark.model
def test_sentences_entities_and_texts_are_the_same(both):
    made, read = both
    assert read.text == made.text
    assert [(s.start, s.end, s.text, s.root.i) for s in read.sents] == [
        (s.start, s.end, s.text, s.root.i) for s in made.sents
    ]
    assert [(e.start, e.end, e.label_, e.text) for e in read.ents] == [
        (e.start, e.end, e.label_, e.text) for e in made.ents
    ]
    for start, end in ((0, 9), (4, 9), (23, 36)):
        assert read.char_span(start, end).text.startswith(read.text[start : start + 3])


def test_entities_can_be_set():
    parsed = doc("Ana/NNP/compound>Koval Koval/NNP/nsubj>left left/VBD/ROOT>left")
    parsed.ents = [Span(parsed, 0, 2, "PERSON")]
    assert [token.ent_iob_ for token in parsed] == ["B", "I", "O"]
    assert [span.text for span in parsed.ents] == ["Ana Koval"]


def test_an_arc_can_be_drawn_elsewhere():
    parsed = doc("mills/NNS/nsubj>close near/IN/prep>close dams/NNS/pobj>near close/VBP/ROOT>close")
    parsed.hang(parsed[1], parsed[0], "prep")
    assert [t.text for t in parsed[0].rights] == ["near"]
    assert [t.text for t in parsed[3].lefts] == ["mills"]
    assert parsed[0].right_edge.text == "dams"


def test_no_words_are_no_sentences():
    empty = plain(spacy.blank("en")(""))
    assert len(empty) == 0 and empty.sents == () and empty.char_span(0, 1) is None


@pytest.mark.model
def test_a_token_knows_the_arcs_below_it(both):
    read = both[1]
    assert [token.below for token in read] == [{child.dep_ for child in token.children} for token in read]
    founded = next(token for token in read if token.text == "founded")
    founded.doc.hang(founded.rights[-1], founded.head, "npadvmod")
    assert founded.below == {child.dep_ for child in founded.children}
    assert "npadvmod" in founded.head.below


@pytest.mark.model
def test_tokens_are_found_by_form_and_lemma(both):
    read = both[1]
    assert [token.text for token in read.named(frozenset({"mill", "founded", "sell"}))] == ["founded", "mills", "sold"]


@pytest.mark.model
def test_the_token_before_is_told_and_the_first_has_none(both):
    _, read = both
    assert [(t.text_before, t.lower_before) for t in read[:3]] == [("", ""), ("Ada", "ada"), ("Finch", "finch")]
