"""Every question of the library finds what it asks for, and nothing else, in a small world made by hand."""

from __future__ import annotations

import dataclasses

import pytest
from graphs import article, graph, say
from pyoxigraph import Store

from kg import query
from kg.errors import QueryError
from kg.model import Literal
from kg.rdf import prefixes

SALE = say(
    "Brightwater", "kg:sells", "Gull", recipient="Ferrow County, Ohio", time=("In May", "2021-05-01", "2021-05-31")
)
BAN = say("The council", "kg:prohibits", "Gull", 4, mode="desired", by="Marsh Watch", cue="should")
LATER = say("Ada Quill", "kg:headOf", "Brightwater", confidence=0.4)
HARBOUR = article(
    "Harbour deal",
    "In May Brightwater sells Gull to Ferrow County, Ohio. Marsh Watch opposes the sale. Ada Quill, chief engineer, "
    "works for Brightwater. Tom Reeve said Brightwater has not bought Loom Works. The council should ban Gull, Marsh "
    "Watch argues. Marsh Watch fears that Brightwater may track walkers.",
    SALE,
    say("Brightwater", "kg:sellsTo", "Ferrow County, Ohio", of=SALE),
    say("Marsh Watch", "kg:opposes", SALE, 1),
    say("Ada Quill", "kg:employedBy", "Brightwater", 2, words="works for"),
    say("Ada Quill", "kg:holdsPosition", Literal("chief engineer"), 2),
    say("Brightwater", "kg:acquires", "Loom Works", 3, negative=True, by="Tom Reeve", cue="not"),
    say("Marsh Watch", "kg:argues", BAN, 4),
    say("Marsh Watch", "kg:concernedAbout", say("Brightwater", "kgo:track", "walkers", 5, mode="possible"), 5),
    published="2021-06-02",
    site="Ferrow Post",
)
MILL = article(
    "Mill sold",
    "Brightwater bought Loom Works on 3 March 2020. Brightwater sells Gull. Ada Quill leads Brightwater.",
    say("Brightwater", "kg:acquires", "Loom Works", time=("on 3 March 2020", "2020-03-03", "2020-03-03")),
    say("Brightwater", "kg:sells", "Gull", 1),
    dataclasses.replace(LATER, sentence=2),
    say("Brightwater", "kgo:keepUpWith", "Gull", 2),
)
RIVER = article(
    "River",
    "Quill Group supplies bread. Heron Ltd sells oats. Tom Reeve met Ada Quill.",
    say("Quill Group", "kg:sellsTo", "bread"),
    say("Heron Ltd", "kg:sells", "oats", 1, cause="bread"),
    say("Tom Reeve", "kg:meetsWith", "Ada Quill", 2),
)


@pytest.fixture(scope="module")
def world() -> Store:
    return graph(
        HARBOUR,
        MILL,
        RIVER,
        types={
            "Ada Quill": "kg:Person",
            "Tom Reeve": "kg:Person",
            "Brightwater": "kg:Company",
            "Loom Works": "kg:Company",
        },
        aliases={"walkers": "walkers"},
        unnamed=("walkers", "The council"),
        doubtful=(("Ada_Quill", "Quill_Group", "they share the word Quill"),),
    )


def ask(world: Store, name: str, /, **parameters: str) -> list[tuple[str, ...]]:
    """The rows of a question, as words."""
    answer = query.run(world, name, parameters)
    return [tuple(answer.words(term) for term in row) for row in answer.rows]


HAS = [
    ("who-sells-what", {}, ("Brightwater", "Gull", "Ferrow County, Ohio")),
    ("who-sells-what", {}, ("Heron Ltd", "oats", "")),
    ("who-sells-what", {}, ("Quill Group", "", "bread")),
    ("who-sells-what", {"buyer": "ferrow county"}, ("Brightwater", "Gull", "Ferrow County, Ohio")),
    ("who-sells-what", {"product": "gull"}, ("Brightwater", "Gull", "Ferrow County, Ohio")),
    ("who-sells-what", {"seller": "heron"}, ("Heron Ltd", "oats", "")),
    ("who-opposes-what", {}, ("Marsh Watch", "Brightwater sells Gull", "Brightwater", "asserted")),
    ("who-opposes-what", {"whom": "Gull"}, ("Marsh Watch", "Brightwater sells Gull", "Brightwater", "asserted")),
    ("who-against-whom", {}, ("Marsh Watch", "opposes", "Brightwater", "Brightwater sells Gull")),
    ("who-against-whom", {"whom": "brightwater"}, ("Marsh Watch", "opposes", "Brightwater", "Brightwater sells Gull")),
    (
        "who-said-what",
        {"speaker": "Tom Reeve"},
        ("Tom Reeve", "Brightwater", "Brightwater acquires Loom Works", "denied"),
    ),
    ("who-said-what", {"about": "Gull"}, ("Marsh Watch", "The council", "The council prohibits Gull", "unrealised")),
    ("timeline", {}, ("2020-03-03", "2020-03-03", "Brightwater acquires Loom Works", "asserted", "Mill sold")),
    ("timeline", {"since": "2021"}, ("2021-05-01", "2021-05-31", "Brightwater sells Gull", "asserted", "Harbour deal")),
    ("timeline", {"about": "Ferrow County"}, ("2021-05-01", "2021-05-31", "Brightwater sells Gull")),
    ("how-connected", {"from": "Ada Quill", "to": "brightwater"}, ("1", "Ada Quill —employed by→ Brightwater")),
    ("how-connected", {"from": "Brightwater", "to": "Ada Quill"}, ("1", "Ada Quill —employed by→ Brightwater")),
    ("how-connected", {"from": "Marsh Watch", "to": "Gull"}, ("1", "Marsh Watch —opposes→ (Brightwater sells Gull)")),
    ("how-connected", {"from": "Ada Quill", "to": "Gull"}, ("2", "Ada Quill —employed by→ Brightwater —sells→ Gull")),
    ("how-connected", {"from": "Gull", "to": "Loom Works"}, ("2", "Gull ←sells— Brightwater —acquires→ Loom Works")),
    (
        "how-connected",
        {"from": "Tom Reeve", "to": "Heron Ltd"},
        ("3", "Tom Reeve and Heron Ltd are both named in: River"),
    ),
    ("contradictions", {}, ("Brightwater acquires Loom Works", "Brightwater bought Loom Works on 3 March 2020.")),
    ("contradictions", {"about": "Brightwater"}, ("Brightwater acquires Loom Works",)),
    ("single-source", {}, ("Brightwater acquires Loom Works", "1", "Mill sold")),
    ("single-source", {"about": "Tom Reeve"}, ("Tom Reeve meets with Ada Quill", "1", "River")),
    ("people-and-posts", {}, ("Ada Quill", "chief engineer", "employed by", "Brightwater")),
    ("people-and-posts", {}, ("Ada Quill", "", "head of", "Brightwater")),
    ("only-claimed", {"by": "Tom Reeve"}, ("denied", "factual", "Brightwater acquires Loom Works", "Tom Reeve")),
    ("only-claimed", {"status": "Unrealized"}, ("unrealised", "desired", "The council prohibits Gull", "Marsh Watch")),
    ("only-claimed", {"about": "walkers"}, ("unrealised", "possible", "Brightwater tracks walkers", "")),
    (
        "evidence",
        {"subject": "Brightwater", "relation": "sell", "object": "Gull"},
        ("Brightwater sells Gull", "asserted", ""),
    ),
    ("evidence", {"subject": "marsh watch"}, ("Marsh Watch opposes: Brightwater sells Gull", "asserted", "")),
    ("most-connected", {}, ("Brightwater", "company", "6", "2")),
    ("profile", {"name": "Gull"}, ("Brightwater sells Gull", "2")),
    ("fears-and-demands", {}, ("Marsh Watch", "concerned about", "Brightwater tracks walkers", "Brightwater")),
    ("fears-and-demands", {"whom": "Brightwater"}, ("Marsh Watch", "opposes", "Brightwater sells Gull", "Brightwater")),
    ("open-relations", {}, ("keep up with", "kgo:keepUpWith", "1", "Brightwater keeps up with Gull")),
    ("possible-duplicates", {}, ("Ada Quill", "person", "Quill Group", "entity", "they share the word Quill")),
    (
        "possible-duplicates",
        {"name": "Quill Group"},
        ("Ada Quill", "person", "Quill Group", "entity", "they share the word Quill"),
    ),
    ("to-review", {}, ("Ada Quill head of Brightwater", "0.4", "hand")),
    ("documents", {}, ("Harbour deal", "2021-06-02", "Ferrow Post", "6", "10", "7", "harbour_deal.txt", "article")),
    ("documents", {"document": "mill"}, ("Mill sold", "", "", "3", "4", "4", "mill_sold.txt", "article")),
    ("relations", {}, ("acquires", "kg:acquires", "2", "1", "0", "1", "0")),
    ("most-quoted", {}, ("Tom Reeve", "person", "1", "1")),
    ("why", {}, ("Heron Ltd sells oats", "bread", "asserted")),
    ("why", {"about": "bread"}, ("Heron Ltd sells oats", "bread", "asserted")),
]
LACKS = [
    ("who-sells-what", {"buyer": "Loom Works"}, ""),
    ("who-sells-what", {"seller": "Heron Ltd"}, "Gull"),
    ("who-sells-what", {"product": "oats"}, "Brightwater"),
    ("who-sells-what", {"product": "oats"}, "bread"),
    ("who-opposes-what", {"whom": "Ada Quill"}, ""),
    ("who-opposes-what", {"who": "Tom Reeve"}, ""),
    ("who-against-whom", {}, "The council"),
    ("who-against-whom", {"whom": "Marsh Watch"}, ""),
    ("who-said-what", {"speaker": "Ada Quill"}, ""),
    ("who-said-what", {"about": "Ada Quill"}, ""),
    ("timeline", {"since": "2021"}, "Loom Works"),
    ("timeline", {"until": "2020-12-31"}, "Gull"),
    ("timeline", {}, "sells to"),
    ("timeline", {"status": "denied"}, ""),
    ("how-connected", {"from": "Heron Ltd", "to": "Gull"}, ""),
    ("contradictions", {"about": "Marsh Watch"}, ""),
    ("contradictions", {}, "Gull"),
    ("single-source", {"about": "Brightwater"}, "sells Gull"),
    ("people-and-posts", {"person": "Tom Reeve"}, ""),
    ("people-and-posts", {"organization": "Loom Works"}, ""),
    ("only-claimed", {"status": "claimed"}, ""),
    ("only-claimed", {}, "asserted"),
    ("evidence", {"subject": "Gull"}, ""),
    ("evidence", {"subject": "Brightwater", "object": "Ada Quill"}, ""),
    ("most-connected", {}, "walkers"),
    ("profile", {"name": "Loom Works"}, "Gull"),
    ("profile", {"name": "walkers"}, ""),
    ("fears-and-demands", {"who": "Ada Quill"}, ""),
    ("fears-and-demands", {"whom": "Loom Works"}, ""),
    ("open-relations", {}, "kg:"),
    ("possible-duplicates", {"name": "Brightwater"}, ""),
    ("to-review", {}, "Loom Works,denied"),
    ("to-review", {"about": "Tom Reeve"}, "Brightwater"),
    ("documents", {"document": "mill"}, "Harbour"),
    ("relations", {}, "kg:owns"),
    ("most-quoted", {}, "Ada Quill"),
    ("why", {"about": "Gull"}, ""),
    ("why", {}, "Brightwater"),
]


@pytest.mark.parametrize("name, parameters, row", HAS, ids=str)
def test_a_question_finds_what_it_asks_for(world, name, parameters, row):
    assert row in [found[: len(row)] for found in ask(world, name, **parameters)]


@pytest.mark.parametrize("name, parameters, words", LACKS, ids=str)
def test_a_question_finds_nothing_else(world, name, parameters, words):
    assert not [row for row in ask(world, name, **parameters) if words in ",".join(row)]


def test_a_possible_duplicate_tells_how_likely_where_and_beside_whom(world):
    [row] = ask(world, "possible-duplicates", name="Quill Group")
    assert row[5:9] == ("0.5", "3", "1", "")
    assert row[9:] == ("Ada Quill", "Quill Group")  # IRIs, as labels


@pytest.mark.parametrize(
    "name",
    ["why", "timeline", "only-claimed", "who-said-what", "fears-and-demands", "profile", "who-sells-what", "to-review"],
)
def test_what_was_rejected_is_in_no_answer(name):
    says = (
        say("Brightwater", "kg:sells", "Gull", time=("In May", "2021-05-01", "2021-05-31")),
        say("Ada Quill", "kg:owns", "Gull", 1, by="Tom Reeve", cue="said", cause="Brightwater"),
        say("Tom Reeve", "kg:concernedAbout", "Gull", 2),
    )
    news = article(
        "Day", "In May Brightwater sells Gull. Ada Quill owns Gull, Tom Reeve said. Tom Reeve fears Gull.", *says
    )
    given = {"name": "Gull"} if name == "profile" else {}
    rejected = {statement.id: "rejected" for statement in news.statements}
    assert query.run(graph(news), name, given)
    assert not query.run(graph(news, reviews=rejected), name, given)


def test_a_demand_tells_what_is_asked_of_whom_and_who_says_so():
    halt = say("Brightwater", "kgo:halt", "Gull", mode="desired", by="Marsh Watch", cue="asked")
    asks = say("Marsh Watch", "kg:asksToAct", "Brightwater", by="Tom Reeve", cue="said", topic=halt)
    news = article("Day", "Tom Reeve said Marsh Watch asked Brightwater to halt Gull.", halt, asks)
    (row,) = query.run(graph(news), "fears-and-demands", {"whom": "Brightwater"}).rows
    assert tuple(cell.value for cell in row[:5]) == (
        "Marsh Watch",
        "asks to act",
        "Brightwater halts Gull",
        "Brightwater",
        "Tom Reeve",
    )


def test_what_was_judged_apart_is_no_possible_duplicate():
    news = article("T", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))
    doubt = (("Brightwater", "Gull", "why", 0.6),)
    assert query.run(graph(news, doubtful=doubt), "possible-duplicates")
    judged = graph(news, doubtful=doubt, different=(("Brightwater", "Gull"),))
    assert not query.run(judged, "possible-duplicates")


def test_every_question_is_tried_both_ways():
    names = {each.name for each in query.library()}
    assert {name for name, *_ in HAS} == names == {name for name, *_ in LACKS}


@pytest.mark.parametrize("name", [each.name for each in query.library()])
def test_a_question_says_what_it_is_for(name):
    asked = query.question(name)
    assert asked.title.endswith("?") and asked.help
    assert all(parameter.help for parameter in asked.parameters)
    assert max(map(len, asked.query.splitlines())) <= 200


@pytest.mark.parametrize("name", [each.name for each in query.library()])
def test_a_question_comes_in_the_same_order_twice(world, name):
    given = {p.name: "Brightwater" for p in query.question(name).parameters if p.is_required}
    assert ask(world, name, **given) == ask(world, name, **given)


def test_a_question_without_its_answer_needs_the_parameter(world):
    with pytest.raises(QueryError, match="--from"):
        ask(world, "how-connected", to="Gull")


@pytest.mark.parametrize("name", [each.name for each in query.library()])
def test_a_question_runs_in_any_sparql_engine_as_it_is(world, name):
    assert world.query(query.question(name).query, prefixes=prefixes()) is not None


LEASES = article(
    "Leases",
    "Brightwater has owned Gull since 2019. Ada Quill owned Loom Works until May 2020. Brightwater gets it by 2027.",
    say("Brightwater", "kg:owns", "Gull", time=("since 2019", "2019-01-01", None)),
    say("Ada Quill", "kg:owns", "Loom Works", 1, time=("until May 2020", None, "2020-05-31")),
    say("Brightwater", "kg:owns", "Loom Works", 2, mode="future", time=("by 2027", None, "2027-12-31")),
)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ["Brightwater owns Gull", "Ada Quill owns Loom Works", "Brightwater owns Loom Works"]),
        ({"since": "2020"}, ["Ada Quill owns Loom Works", "Brightwater owns Loom Works"]),
        ({"until": "2025"}, ["Brightwater owns Gull", "Ada Quill owns Loom Works"]),
        ({"about": "Ada Quill"}, ["Ada Quill owns Loom Works"]),
    ],
)
def test_a_timeline_tells_what_only_ends_too(given, expected):
    assert [row["what"] for row in query.run(graph(LEASES), "timeline", given)] == expected
