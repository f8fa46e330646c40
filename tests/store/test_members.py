"""Articles that are named to be added or removed are found, or the error says which there are."""

from __future__ import annotations

import pytest

from kg.errors import NotFound
from kg.model import Document
from kg.rdf import BASE
from kg.read import Skipped
from kg.store.members import added, firsts, named, remaining, resourced

MILL = Document("The mill burned.", "Mill burns", "news/mill.txt")
DAM = Document("The dam broke.", "Dam", "news/dam.txt")
OTHER_DAM = Document("Another dam broke.", "Dam", "old/dam.txt")
HERE = [MILL, DAM, OTHER_DAM]


@pytest.mark.parametrize(
    "name", ["news/mill.txt", "Mill burns", MILL.id, f"doc:{MILL.id}", f"{BASE}doc/{MILL.id}", f"<{BASE}doc/{MILL.id}>"]
)
def test_an_article_goes_by_each_of_its_names(name: str) -> None:
    assert remaining(HERE, [], [name], BASE) == [DAM, OTHER_DAM]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["news/mil.txt"], r"no article 'news/mil.txt'. Did you mean news/mill.txt"),
        (["qqqqqqqq"], "Name its source"),
        (["Dam"], "any of 2 articles: news/dam.txt; old/dam.txt"),
        (["news/mill.txt", "news/dam.txt", "old/dam.txt"], "would leave no article"),
    ],
)
def test_a_name_that_means_no_article_or_several_is_told(names: list[str], words: str) -> None:
    with pytest.raises(NotFound, match=words):
        remaining(HERE, [], names, BASE)


def test_what_is_added_replaces_its_namesake_and_no_text_comes_twice() -> None:
    new = Document("The mill burned again.", "Mill burns", "news/mill.txt")
    copy, earlier = Document(DAM.text, "Copy", "the copy.txt"), Document(OTHER_DAM.text, "Copy", "a copy.txt")
    here, skipped, twins = firsts(added(HERE, [new, copy, earlier]))
    assert here == [earlier, DAM, new]
    assert twins == [OTHER_DAM, copy]
    assert [str(each.source) for each in skipped] == ["old/dam.txt", "the copy.txt"]
    assert skipped[1] == Skipped("the copy.txt", "has the same text as news/dam.txt", is_fault=False)


def test_a_twin_is_taken_out_by_its_source_alone() -> None:
    twin = Document(MILL.text, MILL.title, "a copy.txt")
    assert remaining(HERE, [twin], ["a copy.txt"], BASE) == HERE
    assert remaining(HERE, [twin], [MILL.title], BASE) == [DAM, OTHER_DAM, twin]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("articles/news/mill.txt", "news/mill.txt"),
        ("articles/news/gull.txt", "gull.txt"),
        ("articles/sawmill.txt", "gull.txt"),
    ],
)
def test_a_path_has_the_source_that_the_graph_knows(path: str, source: str) -> None:
    document = Document("It burned.", "It", "gull.txt")
    assert resourced(document, path, ["news/mill.txt", "mill.txt"]).source == source


@pytest.mark.parametrize(
    ("source", "becomes", "words"),
    [
        ("mill.txt", "mill.txt", ""),
        ("a\nb\x1b.txt", "a\\nb\\x1b.txt", "are spelled out"),
        ("", None, "has an empty source"),
        (" \u3000", None, "has an empty source"),
    ],
)
def test_a_name_can_be_shown_and_typed(source: str, becomes: str | None, words: str) -> None:
    document, told = named(Document("The mill burned.", "Mill", source))
    assert (document and document.source) == becomes
    assert words in (told.reason if told else "")
