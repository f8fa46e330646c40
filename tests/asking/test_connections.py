"""Connections go through facts, the short and telling ones first, and every link has its sentence."""

from __future__ import annotations

import pytest
from graphs import article, graph, say
from pyoxigraph import Store

from kg.asking import connections as asked
from kg.asking.connections import connections, plain, render
from kg.asking.shown import Screen
from kg.errors import NotFound

SALE = say("Brightwater", "kg:sells", "Gull", 1)
NEWS = article(
    "Harbour",
    "Ada Quill founded Brightwater. Brightwater sells Gull. Marsh Watch opposes the sale. Ada Quill met Tom Reeve. "
    "Tom Reeve may join Loom Works. Loom Works is in Ferrow County.",
    say("Ada Quill", "kg:founderOf", "Brightwater"),
    SALE,
    say("Marsh Watch", "kg:opposes", SALE, 2),
    say("Ada Quill", "kg:meetsWith", "Tom Reeve", 3),
    say("Tom Reeve", "kg:memberOf", "Loom Works", 4, mode="possible"),
    say("Loom Works", "kg:locatedIn", "Ferrow County", 5),
)
CROWD = [f"Firm {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"] + ["Ada Quill", "Marsh Watch"]
COUNTY = article(
    "County",
    " ".join(f"{name} is in Ferrow County." for name in CROWD),
    *(say(name, "kg:locatedIn", "Ferrow County", index) for index, name in enumerate(CROWD)),
)


@pytest.fixture(scope="module")
def small() -> Store:
    return graph(NEWS)


@pytest.fixture(scope="module")
def hub() -> Store:
    return graph(NEWS, COUNTY)


def chains(store: Store, start: str, goal: str, **more: object) -> list[tuple[str, ...]]:
    return [each.names for each in connections(store, start, goal, **more).found]


@pytest.mark.parametrize(
    ("start", "goal", "expected"),
    [
        ("Ada Quill", "Brightwater", [("Ada Quill", "Brightwater")]),
        ("brightwater", "ada quill", [("Brightwater", "Ada Quill")]),
        ("Ada Quill", "Gull", [("Ada Quill", "Brightwater", "Gull")]),
        ("Marsh Watch", "Gull", [("Marsh Watch", "Gull"), ("Marsh Watch", "Brightwater", "Gull")]),
        ("Tom Reeve", "Gull", [("Tom Reeve", "Ada Quill", "Brightwater", "Gull")]),
        ("Tom Reeve", "Loom Works", []),
        ("Ada Quill", "Ada Quill", []),
    ],
)
def test_chains(small, start, goal, expected):
    found = chains(small, start, goal)
    assert found[: len(expected)] == expected and (expected or not found)


def test_claims_are_links_only_if_asked_for(small):
    answer = connections(small, "Tom Reeve", "Loom Works", with_claims=True)
    (step,) = answer.found[0].steps[0]
    assert step.link.claim and step.evidence.status == "unrealised"
    assert "Tom Reeve —member of?→ Loom Works" in render(answer, Screen())


def test_length_and_number_are_kept(small):
    assert chains(small, "Tom Reeve", "Gull", length=2) == []
    assert len(chains(small, "Marsh Watch", "Gull", most=1)) == 1


def test_what_many_share_comes_after_what_tells_more(hub):
    assert chains(hub, "Ada Quill", "Marsh Watch", most=1) == [("Ada Quill", "Brightwater", "Marsh Watch")]
    assert ("Ada Quill", "Ferrow County", "Marsh Watch") in chains(hub, "Ada Quill", "Marsh Watch", most=5)


def test_every_link_has_its_sentence(small):
    answer = connections(small, "Marsh Watch", "Ada Quill")
    text = render(answer, Screen())
    assert "opposes (Brightwater sells Gull)" in text
    assert "“[Marsh Watch] [opposes] the sale.”" in text and "harbour.txt, characters" in text
    steps = plain(answer)["connections"][0]["steps"]
    assert all(step["evidence"]["sentence"] for links in steps for step in links)


def test_the_same_graph_gives_the_same_chains(hub):
    answers = [render(connections(hub, "Firm A", "Gull", most=9), Screen()) for _ in range(2)]
    assert answers[0] == answers[1]


def test_a_graph_too_large_to_look_at_is_told(hub, monkeypatch):
    monkeypatch.setattr(asked, "MOST_LINKS", 3)
    assert connections(hub, "Firm A", "Gull").is_cut


def test_an_unknown_name_is_told(small):
    with pytest.raises(NotFound, match="Did you mean Brightwater"):
        connections(small, "Brightwatr", "Gull")


def test_two_names_of_one_thing_are_said_to_be_one(small):
    answer = connections(small, "Gull", "gull")
    assert render(answer, Screen()) == "Both names mean the same thing: Gull.\n"
    assert plain(answer)["is_one"] and not answer.found
