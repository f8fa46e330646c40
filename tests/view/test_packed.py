"""The JSON that travels in the page."""

from __future__ import annotations

import json

import pytest
from graphs import article, graph, say
from view.news import stores

from kg.view.content import ClassTerm, Content, read_content
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
    quotes = [quote for _, _, quote in found["sentences"]]
    assert len(quotes) == len(set(quotes))
    assert set(quotes) == {content.sentences[s.sentence].quote for s in content.statements.values()}


def test_looks_come_from_the_ontology_first() -> None:
    assert look(ClassTerm("x#Company", "company", "#123456", "star")) == ("#123456", "star")
    assert look(ClassTerm("x#Company", "company")) == tuple(wording()["looks"]["Company"])
    assert look(ClassTerm("x#Unheard", "unheard")) == tuple(wording()["looks"][""])
