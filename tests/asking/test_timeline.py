"""A timeline is in order, as precise as the text, and marks what is no fact."""

from __future__ import annotations

import pytest
from graphs import article, graph, say
from pyoxigraph import Store

from kg.asking.shown import Screen
from kg.asking.timeline import plain, render, timeline

SALE = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County", time=("in May", "2021-05-01", "2021-05-31"))


@pytest.fixture(scope="module")
def world() -> Store:
    harbour = article(
        "Harbour",
        "Brightwater sells Gull to Ferrow County in May. Brightwater will close next year. Brightwater bought Loom "
        "Works on 3 March 2020. Brightwater is large.",
        SALE,
        say("Brightwater", "kg:sellsTo", "Ferrow County", of=SALE, time=("in May", "2021-05-01", "2021-05-31")),
        say("Brightwater", "kgo:close", None, 1, mode="future", time=("next year", "2022-01-01", "2022-12-31")),
        say("Brightwater", "kg:acquires", "Loom Works", 2, time=("on 3 March 2020", "2020-03-03", "2020-03-03")),
        say("Brightwater", "kg:describedAs", "large", 3),
        published="2021-06-01",
    )
    mill = article(
        "Mill",
        "Brightwater bought Loom Works on 3 March 2020.",
        say("Brightwater", "kg:acquires", "Loom Works", time=("on 3 March 2020", "2020-03-03", "2020-03-03")),
    )
    return graph(harbour, mill)


def test_events_are_in_order_each_once(world):
    found = timeline(world, "brightwater")
    assert [(e.when, e.label, e.status, len(e.evidence)) for e in found.events] == [
        ("3 March 2020", "Brightwater acquires Loom Works", "asserted", 2),
        ("in May 2021", "Brightwater sells Gull", "asserted", 1),
        ("in 2022", "Brightwater closes", "unrealised", 1),
    ]
    assert found.undated == 1


@pytest.mark.parametrize(
    ("options", "number"),
    [
        ({"since": "2021"}, 2),
        ({"since": "2021-05-15"}, 2),
        ({"until": "2021-05-99"}, 2),
        ({"status": "unrealised"}, 1),
        ({"since": "2023"}, 0),
    ],
)
def test_it_can_be_narrowed(world, options, number):
    assert len(timeline(world, "Brightwater", **options).events) == number


def test_what_something_is_done_to_has_its_events_too(world):
    assert [e.label for e in timeline(world, "Ferrow County").events] == ["Brightwater sells Gull"]


def test_the_text_marks_what_is_no_fact_and_names_sources(world):
    text = render(timeline(world, "Brightwater"), Screen())
    assert "in 2022  Brightwater closes  [unrealised]" in text
    assert "stated by the article · Mill · mill.txt, characters 0-46" in text
    assert plain(timeline(world, "Brightwater"))["events"][0]["evidence"][0]["source"] == "mill.txt"


def test_what_only_ends_later_is_not_before():
    text = "Brightwater will buy Gull by 2027. Brightwater owned Loom Works until May 2020."
    plan = say("Brightwater", "kg:buys", "Gull", mode="future", time=("by 2027", None, "2027-12-31"))
    lease = say("Brightwater", "kg:owns", "Loom Works", 1, time=("until May 2020", None, "2020-05-31"))
    events = timeline(graph(article("Leases", text, plan, lease)), "Brightwater", until="2025").events
    assert [event.when for event in events] == ["until May 2020"]
