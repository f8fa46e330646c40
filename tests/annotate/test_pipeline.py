"""Annotating keeps the text and every offset."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotate.datelines import datelines
from kg.annotate.pipeline import annotate, load, sentences
from kg.errors import ModelMissing
from kg.model import Document

pytestmark = pytest.mark.model


def _annotated(text, nlp):
    [(_, doc)] = annotate([Document(text, "A title", "a.txt")], nlp)
    return doc


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from([*"abc .,\"'AB\n\t-()1”“é€🚀\u200d", "The dam", "\n\n", " said "]), max_size=60))
def test_the_doc_has_the_text_of_the_document(nlp, pieces):
    text = "".join(pieces)
    doc = _annotated(text, nlp)
    assert doc.text == text
    for token in doc:
        assert text[token.idx : token.idx + len(token)] == token.text


def test_no_sentence_runs_over_a_paragraph(nlp):
    text = "Harbour to close\n\nThe port of Varn closes in May.\n\nNo one said why"
    doc = _annotated(text, nlp)
    assert [doc[a:b].text for a, b in sentences(doc)] == [
        "Harbour to close",
        "The port of Varn closes in May.",
        "No one said why",
    ]


@pytest.mark.parametrize(
    "text, first",
    [
        ("The mill was sold for £23m. Nobody bid more.", "The mill was sold for £23m."),
        ("The coin weighs 3g. It is rare.", "The coin weighs 3g."),
        ("She met M. Lund at 5 p.m. on Friday.", "She met M. Lund at 5 p.m. on Friday."),
    ],
)
def test_a_sentence_ends_behind_a_unit(nlp, text, first):
    doc = _annotated(text, nlp)
    start, end = next(iter(sentences(doc)))
    assert doc[start:end].text == first


def test_documents_come_back_in_order(nlp):
    documents = [Document(f"Ship {n} sank. " * 900, f"ship {n}", f"{n}.txt") for n in range(12)]
    assert [document for document, _ in annotate(documents, nlp)] == documents


def test_a_missing_model_says_what_to_install():
    with pytest.raises(ModelMissing, match=r"xx_no_such_model.*pip install"):
        load("xx_no_such_model")


def test_in_a_sentence_without_end_nothing_is_named_or_parsed(nlp):
    endless = "Ada Voss said that Tarn Corp sold boats and " * 60
    text = f"Tarn Corp closed a mill. {endless}so it was. Norwick sued Tarn Corp."
    doc = _annotated(text, nlp)
    [first, second] = doc.spans["endless"]
    assert doc.text == text
    assert text[first.start_char : second.end_char] == f"{endless}so it was."
    assert not any(first.start <= mention.start < second.end for mention in doc.spans["mentions"])
    assert {token.pos_ for token in (*first, *second) if not token.is_space} == {"X"}


@pytest.mark.parametrize("unit", ["a-b/", "Tarn Corp 5, ", "he said that the firm sold it and "])
def test_no_text_takes_for_ever(nlp, unit):
    text = f"Tarn Corp closed a mill. {unit * (200_000 // len(unit))}"
    began = time.process_time()
    doc = _annotated(text, nlp)
    assert time.process_time() - began < 60  # about three seconds
    assert doc.text == text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The council un-banned the film.", "un-banned"),
        ("The army re-designated, and then sold, the base.", "re-designated"),
        ("He works for Baker Cos. in Texas.", "Cos."),
    ],
)
def test_a_word_is_not_cut_where_its_meaning_would_be_lost(nlp, text, word):
    assert word in [token.text for token in _annotated(text, nlp)]


@pytest.mark.parametrize(
    ("text", "arc"),
    [
        ("ANTWERP, Belgium - A painting stolen in Lyon has been found.", "painting nsubjpass found"),
        ("PORT ARDEN - Health officials closed four schools on Wednesday.", "officials nsubj closed"),
        ("OSLO, March 4 (Nordwire) - The mill said on Monday it would close.", "mill nsubj said"),
        ("May 6 (Reuters) - Orlo named a chairman.", "Orlo nsubj named"),
    ],
)
def test_a_dateline_is_a_sentence_that_says_nothing(nlp, text, arc):
    doc = _annotated(text, nlp)
    [dateline] = datelines(doc)
    word, *told = arc.split()
    assert [[t.dep_, t.head.text] for t in doc if t.text == word] == [told]
    assert dateline.end == doc[0].sent.end
    assert all(token.pos_ not in {"VERB", "AUX"} and token.head is dateline[-1] for token in dateline)


def test_nothing_is_read_in_a_line_of_the_page(nlp):
    doc = _annotated("Port closes\n\nThe port closed.\n\nRELATED: Mayor Ann Lund resigns", nlp)
    [line] = doc.spans["furniture"]
    assert line.text == "RELATED: Mayor Ann Lund resigns"
    assert not any(span.start >= line.start for span in doc.spans["mentions"])


@pytest.mark.parametrize("bullet", ["•", "*", "-", "–"])
def test_a_bullet_belongs_to_no_phrase(nlp, bullet):
    doc = _annotated(f"Port closes\n\n{bullet} Work starts in March\n\n{bullet} Two members resigned", nlp)
    bullets = [token for token in doc if token.text == bullet]
    assert [(token.dep_, token.head.text) for token in bullets] == [("punct", "starts"), ("punct", "resigned")]
    assert not any(token.children for token in bullets)
