"""What is drawn, and why."""

from __future__ import annotations

from graphs import article, graph, say
from view.crowd import crowd
from view.news import stores

from kg.view.content import UNNAMED, Content
from kg.view.gather import read_content
from kg.view.opening import Opening
from kg.view.scene import HARD_CAP, compose, line, name_width, project, rank, target


def named(content: Content, name: str) -> str:
    return next(iri for iri, card in content.entities.items() if card.label == name)


def test_a_stance_ends_at_what_the_statement_it_is_about_is_about() -> None:
    sale = say("Brightwater", "kg:sells", "Gull")
    fall = say("Brightwater", "kgo:fall", None, 2)
    text = "Brightwater sells Gull. Ada opposes it. Brightwater falls. Ada fears it."
    content = read_content(
        graph(article("Deal", text, sale, say("Ada", "kg:opposes", sale, 1), fall, say("Ada", "kgo:fear", fall, 3)))
    )
    ends = {s.predicate.split("#")[1]: target(content, s) for s in content.statements.values()}
    assert ends["opposes"] == named(content, "Gull")
    assert ends["fear"] == named(content, "Brightwater")
    assert ends["fall"] is None


def test_a_rejected_statement_draws_nothing() -> None:
    reading = article("Deal", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))
    content = read_content(graph(reading, reviews={reading.statements[0].id: "rejected"}))
    assert compose(content).places == ()


def test_facts_weigh_more_than_claims() -> None:
    text = "Ada sells Gull. Ben says Cleo sells Dora."
    content = read_content(
        graph(article("Deal", text, say("Ada", "kg:sells", "Gull"), say("Cleo", "kg:sells", "Dora", 1, by="Ben")))
    )
    ties = project(content, content.statements.values())
    assert ties[named(content, "Ada")][named(content, "Gull")] == 1
    assert ties[named(content, "Cleo")][named(content, "Dora")] < 1


def test_the_best_connected_come_first() -> None:
    content = read_content(stores())
    ranked = rank(content, project(content, content.statements.values()))
    assert {content.entities[iri].label for iri in ranked[:3]} >= {"Halden Marine", "Skylark"}
    assert sorted(ranked) == sorted(content.entities.keys() - {UNNAMED})  # of whom nobody knows who it is


def test_a_small_graph_is_drawn_whole_except_what_has_no_line() -> None:
    content = read_content(stores())
    drawn = {place.entity for place in compose(content).places}
    ends = {end for s in content.statements.values() for end in line(content, s) or ()}
    assert drawn == ends


def test_a_large_graph_is_drawn_up_to_the_limit_and_nothing_stands_alone() -> None:
    content = crowd(1500, 2500)
    for limit, most in ((40, 40), (150, 150), (5000, HARD_CAP)):
        drawn = {place.entity for place in compose(content, limit=limit).places}
        assert most * 0.7 < len(drawn) <= most
        ties = project(content, content.statements.values())
        assert all(drawn.intersection(ties[iri]) for iri in drawn)


def test_pointers_and_nameless_islands_are_left_to_search_and_table() -> None:
    text = "Ada sells Gull. He sells boats. Ada met the mayor. Some sold it."
    content = read_content(
        graph(
            article(
                "Deal",
                text,
                say("Ada", "kg:sells", "Gull"),
                say("He", "kg:sells", "boats", 1),
                say("Ada", "kgo:meet", "the mayor", 2),
                say("Ada", "kgo:meet", "it", 3),
            ),
            types={"boats": "kg:Product", "the mayor": "kg:Person", "Gull": "kg:Product"},
            unnamed=("He", "boats", "the mayor", "it"),
        )
    )
    drawn = {content.entities[place.entity].label for place in compose(content).places}
    assert drawn == {"Ada", "Gull", "the mayor"}


def test_around_one_entity_only_what_is_within_the_hops() -> None:
    content = read_content(stores())
    bank = named(content, "Norrbank")
    near = compose(content, Opening(around={bank}, hops=1))
    names = {content.entities[place.entity].label for place in near.places}
    assert names == {"Norrbank", "Port Marrow", "Volta Cells", "Tidewater Cables", "Norvik"}
    assert (near.why, near.opening) == ("around", "e=Norrbank&focus=Norrbank%7C1")
    assert len(compose(content, Opening(around={bank}, hops=2)).places) > len(names)


def test_the_same_graph_gives_the_same_scene() -> None:
    assert compose(read_content(stores())) == compose(read_content(stores()))


def test_groups_are_named_after_their_best_and_hold_what_keeps_together() -> None:
    content = read_content(stores())
    scene = compose(content)
    members = [
        {content.entities[p.entity].label for p in scene.places if p.group == i + 1} for i in range(len(scene.groups))
    ]
    assert len(scene.groups) > 2
    assert all(
        len(group) > 2 and set(name.split(", ")) <= group for name, group in zip(scene.groups, members, strict=True)
    )
    assert [len(group) for group in members] == sorted((len(group) for group in members), reverse=True)


def test_a_description_is_drawn_where_it_joins_two_names() -> None:
    text = "Ada signed the deal. Ben signed the deal. Ada sold a boat. Ada met Ben."
    content = read_content(
        graph(
            article(
                "Deal",
                text,
                say("Ada", "kgo:sign", "the deal"),
                say("Ben", "kgo:sign", "the deal", 1),
                say("Ada", "kg:sells", "a boat", 2),
                say("Ada", "kgo:meet", "Ben", 3),
            ),
            types={"the deal": "kg:Work", "a boat": "kg:Product"},
            unnamed=("the deal", "a boat"),
        )
    )
    assert {content.entities[p.entity].label for p in compose(content, limit=3).places} == {"Ada", "Ben", "the deal"}
    assert len(compose(content).places) == 4


def test_wide_letters_need_more_room() -> None:
    assert name_width("東京都") > name_width("abc")
