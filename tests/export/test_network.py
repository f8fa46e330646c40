"""The network of facts: what is asserted, between whom, in how many documents."""

from __future__ import annotations

import io

import networkx
import pytest
from graphs import article, graph, say

from kg.export import Fact, export, exported, facts, to_networkx
from kg.model import Literal

SALE = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County")
RIVER = article(
    "River news",
    "Brightwater sells Gull to Ferrow County. Marsh Watch opposes the sale. Ada Quill said Brightwater left Hull. "
    "Ada Quill, chief engineer, fell.",
    SALE,
    say("Marsh Watch", "kg:opposes", SALE, 1),
    say("Brightwater", "kgo:leave", "Hull", 2, by="Ada Quill", words="left"),
    say("Ada Quill", "kg:holdsPosition", Literal("chief engineer"), 3),
    say("Ada Quill", "kgo:fall", None, 3, words="fell"),
)
COAST = article("Coast news", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull", confidence=0.9))
NEWS = graph(RIVER, COAST, types={"Gull": "kg:Product", "Brightwater": "kg:Company"}, unnamed=("Hull",))


def test_facts_are_counted_by_document_and_claims_are_none():
    found = facts(NEWS)
    sale = Fact("ent:Brightwater", "kg:sells", "ent:Gull", False, 2, 2, 0.9, "Brightwater sells Gull to Ferrow County.")
    assert sale in found
    assert [fact.predicate for fact in found].count("kg:sells") == 1
    assert "kgo:leave" not in {fact.predicate for fact in found}


def test_a_node_is_an_entity_with_its_values():
    network = to_networkx(NEWS)
    assert network.nodes["ent:Gull"] == {
        "label": "Gull",
        "type": "product",
        "named": True,
        "documents": 2,
        "values": "",
    }
    assert network.nodes["ent:Ada_Quill"]["values"] == "holds position: chief engineer; fall"
    assert not network.nodes["ent:Hull"]["named"]


def test_a_line_is_a_fact():
    (line,) = to_networkx(NEWS).get_edge_data("ent:Brightwater", "ent:Gull").values()
    assert line == {
        "label": "sells",
        "relation": "kg:sells",
        "about": "",
        "weight": 2,
        "documents": 2,
        "statements": 2,
        "confidence": 0.9,
        "sentence": "Brightwater sells Gull to Ferrow County.",
    }
    assert not to_networkx(NEWS).has_edge("ent:Brightwater", "ent:Hull")


def test_a_fact_about_a_proposition_leads_to_whom_it_is_about():
    (line,) = to_networkx(NEWS).get_edge_data("ent:Marsh_Watch", "ent:Brightwater").values()
    assert (line["label"], line["about"]) == ("opposes", "Brightwater sells Gull")


@pytest.mark.parametrize(("format", "read"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)])
def test_network_files_are_read_back(format, read):
    back = read(io.BytesIO(export(NEWS, format)))
    assert set(back.nodes) == set(to_networkx(NEWS).nodes)
    assert back.number_of_edges() == to_networkx(NEWS).number_of_edges()


def test_parallel_lines_stay_parallel():
    reading = article(
        "T", "Ada met Tom. Ada hired Tom.", say("Ada", "kg:meetsWith", "Tom"), say("Ada", "kg:hires", "Tom", 1)
    )
    assert to_networkx(graph(reading)).number_of_edges("ent:Ada", "ent:Tom") == 2


def test_a_line_has_the_days_that_are_told_of_it():
    told = say("Ada", "kg:meetsWith", "Tom", time=("in May", "2021-05-01", "2021-05-31"))
    again = say("Ada", "kg:meetsWith", "Tom", 1, time=("in June", "2021-06-01", "2021-06-30"))
    news = graph(article("T", "Ada met Tom in May. Ada met Tom in June.", told, again))
    (line,) = to_networkx(news).get_edge_data("ent:Ada", "ent:Tom").values()
    assert (line["start"], line["end"], line["statements"]) == ("2021-05-01", "2021-06-30", 2)
    gexf = export(news, "gexf").decode()
    assert 'mode="dynamic"' in gexf and 'start="2021-05-01"' in gexf and 'timeformat="date"' in gexf
    ((_, _, back),) = networkx.read_gexf(io.BytesIO(gexf.encode())).edges(data=True)
    assert (back["start"], back["end"], back["weight"]) == ("2021-05-01", "2021-06-30", 1)


def test_what_a_network_does_not_hold_is_told():
    lost = exported(NEWS, "gexf").lost
    assert lost[0] == "1 statement left out: claimed, denied or not realised; a network holds facts only"
    assert str(exported(NEWS, "gexf").counts) == "4 facts, 6 things"
