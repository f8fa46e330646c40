"""A part of a graph is a graph: its facts have statements, its statements their articles, and nothing hangs loose."""

from __future__ import annotations

import pytest
from graphs import article, graph, say
from pyoxigraph import Store

from kg.errors import NotFound
from kg.export import FORMATS, Selection, exported, selected
from kg.export.account import counts_of
from kg.rdf import BASE
from kg.validate import violations

SALE = say("Brightwater", "kg:sells", "Gull", by="Ada Quill", cue="said")
MARCH = article(
    "River news",
    "Ada Quill said Brightwater sells Gull. Marsh Watch opposes the sale. Tom Reed met Ada Quill. Tom Reed may sue.",
    SALE,
    say("Marsh Watch", "kg:opposes", SALE, 1),
    say("Tom Reed", "kg:meetsWith", "Ada Quill", 2, time=("met", "2025-06-01", "2025-06-30")),
    say("Tom Reed", "kgo:sue", None, 3, mode="possible", cue="may"),
    published="2025-03-05",
)
MAY = article(
    "Coast news",
    "Hull hired Tom Reed. Hull left the coast.",
    say("Hull", "kg:hires", "Tom Reed", confidence=0.95),
    say("Hull", "kgo:leave", "coast", 1, words="left"),
    published="2025-05-09",
)
UNDATED = article("Old news", "Ada Quill met Hull.", say("Ada Quill", "kg:meetsWith", "Hull"))


@pytest.fixture(scope="module")
def news() -> Store:
    return graph(MARCH, MAY, UNDATED, types={"Gull": "kg:Product"}, doubtful=(("Hull", "Tom_Reed", "odd", 0.5),))


def subjects(part: Store) -> set[str]:
    """The names of the things that a part tells of."""
    return {str(row.subject).rpartition("/")[2].rstrip(">") for row in part if "/entity/" in str(row.subject)}


@pytest.mark.parametrize(
    ("selection", "statements", "facts", "articles"),
    [
        (Selection(), 7, 5, 3),
        (Selection(facts_only=True), 6, 5, 3),  # the claim comes along, since a fact is about it
        (Selection(document="Coast news"), 2, 2, 1),
        (Selection(document="river_news.txt", facts_only=True), 3, 2, 1),
        (Selection(since="2025-04"), 3, 3, 2),  # met in June, though told in March
        (Selection(until="2025-03"), 3, 1, 1),
        (Selection(since="2025-03", until="2025-05"), 5, 3, 2),
        (Selection(since="2030"), 0, 0, 0),
        (Selection(min_confidence=0.8), 7, 5, 3),  # as sure as that or surer
        (Selection(min_confidence=0.81), 1, 1, 1),
        (Selection(document="River news", since="2025-06"), 1, 1, 1),
    ],
)
def test_what_is_chosen(news: Store, selection: Selection, statements: int, facts: int, articles: int) -> None:
    found = counts_of(selected(news, selection))
    assert (found.statements, found.facts, found.articles) == (statements, facts, articles)


@pytest.mark.parametrize(
    "selection",
    [Selection(facts_only=True), Selection(document="Coast news"), Selection(since="2025-04"), Selection(since="2030")],
)
def test_a_part_keeps_the_rules_of_a_graph(news: Store, selection: Selection) -> None:
    assert [str(each) for each in violations(selected(news, selection), base=BASE)] == []


def test_what_others_say_is_not_there(news: Store) -> None:
    part = selected(news, Selection(document="Coast news"))
    assert subjects(part) == {"Hull", "Tom_Reed", "coast"}
    assert not [quad for quad in part if "River" in str(quad)]
    assert [quad for quad in part if quad.predicate.value.endswith("#doubtAbout")]
    assert not [quad for quad in part if quad.subject.value.endswith("open#sue")]
    assert not [q for q in selected(news, Selection(until="2025-03")) if q.predicate.value.endswith("#doubtAbout")]


def test_the_whole_is_the_store_itself(news: Store) -> None:
    assert selected(news, Selection()) is news


def test_an_unknown_article_is_told(news: Store) -> None:
    with pytest.raises(NotFound, match="no document called 'Hill news'"):
        selected(news, Selection(document="Hill news"))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "selection", [Selection(facts_only=True), Selection(document="Coast news"), Selection(since="9")]
)
def test_every_format_takes_a_part(news: Store, format: str, selection: Selection) -> None:
    made = exported(news, format, selection)
    assert (made.files and b"Brightwater" not in b"".join(made.files.values())) or selection.facts_only
