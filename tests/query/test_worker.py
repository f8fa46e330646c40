"""The worker speaks plain JSON, and labels what it names."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
from graphs import article, graph, say, triples

from kg import store
from kg.query import worker
from kg.rdf import prefixes

RIVER = article("River", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))


def request(query: str, **more: object) -> dict[str, object]:
    return {"query": query, "prefixes": prefixes(), "max_rows": 10, "is_labelled": True, **more}


def test_terms_go_through_json():
    found = worker.reply(
        graph(RIVER), request("SELECT ?s ?p ?l ?x { ?s kg:sells ?o BIND('a'@en AS ?l) BIND(2 AS ?p) }")
    )
    assert found["rows"] == [
        [
            ["i", "https://example.org/kg/entity/Brightwater"],
            ["l", "2", "http://www.w3.org/2001/XMLSchema#integer", ""],
            ["l", "a", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "en"],
            None,
        ]
    ]
    assert found["labels"] == {"https://example.org/kg/entity/Brightwater": "Brightwater"}


@pytest.mark.parametrize(
    "query, kind", [("ASK { ?s ?p ?o }", "ask"), ("SELECT * { ?s ?p ?o }", "select"), ("DESCRIBE ent:Gull", "graph")]
)
def test_every_form_has_its_kind(query, kind):
    assert worker.reply(graph(RIVER), request(query))["kind"] == kind


def test_documents_and_sentences_are_labelled_by_title_and_text():
    found = worker.reply(graph(RIVER), request("SELECT ?d ?e { ?st kg:document ?d ; kg:evidence ?e }"))
    assert sorted(found["labels"].values()) == ["Brightwater sells Gull.", "River"]


def test_a_triple_as_a_term_goes_through_json():
    found = worker.reply(graph(RIVER), request("SELECT (TRIPLE(ent:Gull, kg:sells, 'x') AS ?t) { }"))
    kind, *parts = found["rows"][0][0]
    assert (kind, [part[0] for part in parts]) == ("t", ["i", "i", "l"])


def test_it_runs_alone_and_answers_line_by_line(tmp_path):
    store.write(tmp_path, triples(RIVER))
    engine = str(Path(pyoxigraph.__file__).parent.parent)
    lines = [
        {"store": str(tmp_path / "store"), "memory": 2**31},
        request("ASK { ?s kg:sells ?o }", seconds=5),
        request("ASK {", seconds=5),
        request("ASK { ?s kg:opposes ?o }", seconds=5),
    ]
    done = subprocess.run(
        [sys.executable, "-I", "-S", worker.__file__, engine],
        input="\n".join(map(json.dumps, lines)).encode(),
        capture_output=True,
        check=True,
    )
    greeting, first, second, third = map(json.loads, done.stdout.splitlines())
    assert greeting == {"ready": True}
    assert first["rows"] == [[["l", "true", "", ""]]]
    assert second["error"] == "syntax"
    assert third["rows"] == [[["l", "false", "", ""]]]
