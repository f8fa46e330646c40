"""The JSON that travels in the page."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from graphs import article, graph, say
from view.crowd import crowd
from view.news import stores

from kg.query.library import library
from kg.view.content import ClassTerm, Content
from kg.view.gather import read_content
from kg.view.packed import look, pack, script_json, wording
from kg.view.scene import compose


def packed(content: Content) -> dict[str, list]:
    return json.loads(script_json(pack(content, compose(content))))


@pytest.mark.parametrize("evil", ["</script>", "<!--<script>", "\u2028\u2029", "]]>", "&amp;", "'\"\\", "{{7*7}}"])
def test_no_text_can_leave_its_script_element(evil: str) -> None:
    written = script_json([evil])
    assert not set(written) & set("<>\u2028\u2029")
    assert json.loads(written) == [evil]


def test_marks_are_counted_as_browsers_count() -> None:
    text = "🚢🚢 Brightwater sells Gull 🚢 to all."
    content = read_content(graph(article("Deal", text, say("Brightwater", "kg:sells", "Gull", words="sells"))))
    (statement,) = packed(content)["statements"]
    units = text.encode("utf-16-le")
    spans = zip(statement[7][1::3], statement[7][2::3], strict=True)
    marked = [units[2 * begin : 2 * end].decode("utf-16-le") for begin, end in spans]
    assert marked == ["Brightwater", "Gull", "sells"]


def test_a_cue_is_marked_where_it_stands_nearest_to_the_relation() -> None:
    text = "He said long before noon that Brightwater sells Gull, the mayor said at noon, as he said before."
    sale = say("Brightwater", "kg:sells", "Gull", by="?", cue="said", words="sells")
    content = read_content(graph(article("Deal", text, sale)))
    (statement,) = packed(content)["statements"]
    cues = [begin for kind, begin in zip(statement[7][::3], statement[7][1::3], strict=True) if kind == 2]
    assert cues == [text.index("said", 30)]


def test_every_statement_and_its_sentence_travels_once() -> None:
    content = read_content(stores())
    found = packed(content)
    assert len(found["statements"]) == len(content.statements)
    assert len(found["sentences"]) == len(content.sentences)
    quotes = [found["documents"][d][7][begin:end] for d, _, begin, end in found["sentences"]]
    assert sorted(quotes) == sorted(sentence.quote for sentence in content.sentences.values())


def test_a_text_travels_once_with_the_places_of_its_mentions() -> None:
    text = "🚢 Brightwater sells Gull to all. The Gull 🚢 is fast."
    content = read_content(graph(article("Deal", text, say("Brightwater", "kg:sells", "Gull"))))
    found = packed(content)
    (document,) = found["documents"]
    units = document[7].encode("utf-16-le")
    at, told = 0, []
    for gap, size, entity in zip(*(iter(document[8]),) * 3, strict=True):
        at += gap
        told.append((units[2 * at : 2 * (at + size)].decode("utf-16-le"), found["entities"][entity][0]))
    assert told == [("Brightwater", "Brightwater"), ("Gull", "Gull")]
    begin, end = found["sentences"][1][2:]
    assert units[2 * begin : 2 * end].decode("utf-16-le") == "The Gull 🚢 is fast."


def test_a_sentence_of_a_document_without_a_text_brings_its_words() -> None:
    content = crowd(60, 90)
    documents = {iri: replace(card, text="") for iri, card in content.documents.items()}
    found = packed(replace(content, documents=documents))
    assert {type(sentence[3]) for sentence in found["sentences"]} == {str}


def test_the_words_for_a_status_are_those_of_kg_explain() -> None:
    content = read_content(stores())
    found = packed(content)
    for statement in found["statements"]:
        words, by = found["wordings"][(statement[8] if len(statement) > 8 else 0) // 2]
        status, holders = found["statuses"][statement[3] if len(statement) > 3 else 0], statement[9:10]
        assert words and by
        assert status != "denied" or words == "denied"
        assert status != "claimed" or words in ("claimed", "alleged", "reported", "unclear"), holders


def test_questions_are_called_as_in_the_library() -> None:
    titles = {question.name: question.title for question in library()}
    assert [asked["ask"] for asked in wording()["questions"]] == [titles[q["name"]] for q in wording()["questions"]]


def test_looks_come_from_the_ontology_first() -> None:
    assert look(ClassTerm("x#Company", "company", "#123456", "star")) == ("#123456", "star")
    assert look(ClassTerm("x#Company", "company")) == tuple(wording()["looks"]["Company"])
    assert look(ClassTerm("x#Unheard", "unheard")) == tuple(wording()["looks"][""])


def test_relations_have_the_words_for_several_and_entities_tell_whether_they_are() -> None:
    text = "two men sued Gull. Two Rivers sued Gull."
    says = say("two men", "kg:sues", "Gull"), say("Two Rivers", "kg:sues", "Gull", 1), say("Gull", "kgo:be", "Gull", 1)
    found = packed(read_content(graph(article("Suit", text, *says), unnamed=("two men",))))
    assert [row[1:] for row in found["relations"]] == [["sues", "sue"], ["is", "are"]]
    assert [found["entities"][e][0] for e in found["several"]] == ["two men"]
