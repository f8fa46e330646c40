"""Without quotes no six words in a row of an article are left, in whatever format."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphs import article, graph, say
from pyoxigraph import Store

from kg import build
from kg.export import FORMATS, Selection, exported, selected
from kg.export.account import counts_of
from kg.export.quotes import runs, shortened
from kg.model import Literal
from kg.rdf import term
from kg.shipped import samples

LONG = "the committee for the repair of the harbour wall"
RIVER = article(
    "Guild wants the committee to mend the wall",
    f"Guild wants the committee to mend the wall. Ada Quill leads {LONG}. "
    'Tom Reed, "chief engineer of the old mill - and of two others", said it “depends on who is asked” today. '
    "The wall & the mill burn by the river.",
    say("Ada Quill", "kg:headOf", LONG, 1),
    say("Tom Reed", "kg:holdsPosition", Literal("chief engineer of the old mill - and of two others"), 2),
    say("Tom Reed", "kg:argues", say("it", "kgo:dependOn", "who is asked", 2, words="depends on"), 2, by="Tom Reed"),
    say("The wall", "kgo:burn", None, 3, words="burn by the river", cue="The wall & the mill burn by the river"),
    published="2025-03-05",
    site="The Wall Street and River Side Evening Post",
)
NEWS = graph(RIVER, unnamed=(LONG,))
BARE = Selection(without_quotes=True)


def six(text: str) -> Iterator[str]:
    """Every six words in a row, as they stand between spaces."""
    words = text.split()
    yield from (" ".join(words[at : at + 6]) for at in range(len(words) - 5))


def said(text: str) -> list[str]:
    """A file's text as it stands, and as it reads without the marks of XML and JSON."""
    forms = (text, html.unescape(text), text.replace('\\"', '"').replace("\\n", " "))
    return [" ".join(each.split()) for each in dict.fromkeys(forms)]


@pytest.mark.parametrize("format", FORMATS)
def test_no_six_words_of_an_article_are_left(format: str) -> None:
    with_quotes, without = exported(NEWS, format), exported(NEWS, format, BARE)
    wanted = set(six(RIVER.document.text))
    for made, is_clean in ((with_quotes, False), (without, True)):
        texts = [form for data in made.files.values() for form in said(data.decode())]
        assert (not [run for run in wanted for text in texts if run in text]) is is_clean


@pytest.mark.model
def test_no_six_words_of_the_sample_articles_are_left(tmp_path: Path) -> None:
    store = build(samples(), out=tmp_path / "output").store
    texts = [quad.object.value for quad in store if quad.predicate == term("kg:text")]
    wanted = {run for text in texts for run in six(text)}
    assert len(texts) > 5 and len(wanted) > 1000
    for format in FORMATS:
        for data in exported(store, format, BARE).files.values():
            found = {run for text in said(data.decode()) for run in six(text)}
            assert found & wanted == set(), format


@pytest.mark.parametrize("format", FORMATS)
def test_as_much_is_told_as_with_quotes(format: str) -> None:
    assert exported(NEWS, format, BARE).counts == exported(NEWS, format).counts


def test_offsets_digests_and_sources_stay() -> None:
    bare = selected(NEWS, BARE)
    assert counts_of(bare) == counts_of(NEWS)
    for name in ("begin", "end", "sha256", "evidence", "subjectSpan", "source", "issued", "publisher", "confidence"):
        here, there = (
            [quad for quad in store if quad.predicate.value.endswith(("#" + name, "/" + name))]
            for store in (bare, NEWS)
        )
        assert set(here) == set(there) and here
    assert not [quad for quad in bare if quad.predicate.value.endswith(("#quote", "#text"))]


def test_names_and_titles_end_after_five_words() -> None:
    labels = {quad.object.value for quad in selected(NEWS, BARE) if quad.predicate.value.endswith(("#label", "/title"))}
    assert {"the committee for the repair …", "Guild wants the committee to …", "Ada Quill"} <= labels


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("one two three four five", "one two three four five"),
        ("one two three four five six", "one two three four five …"),
        ("He: One two, three four FIVE six seven!", "He: One two, three four FIVE …!"),
        (
            "one two three four five six and one two three four five six",
            "one two three four five … and one two three four five …",
        ),
        ("one two three four five - six", "one two three four five - six"),
    ],
)
def test_only_what_an_article_has_is_cut(text: str, short: str) -> None:
    assert shortened(text, set(runs("one two three four five six seven"))) == short


def test_a_verb_with_an_ending_more_is_the_same_word() -> None:
    news = article(
        "T",
        "Boats in the old harbour sink. Ada fell.",
        say("Ada", "kg:describedAs", Literal("boats in the old harbour sinks")),
    )
    found = [quad.object.value for quad in selected(graph(news), BARE) if "describedAs" in str(quad.predicate)]
    assert found == ["boats in the old harbour …"]


def test_a_graph_without_articles_is_empty() -> None:
    assert len(selected(Store(), BARE)) == 0
