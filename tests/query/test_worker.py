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
    return {"query": query, "prefixes": prefixes(), "max_rows": 10, **more}


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


def test_it_runs_alone(tmp_path):
    store.write(tmp_path, triples(RIVER))
    engine = str(Path(pyoxigraph.__file__).parent.parent)
    asked = request("ASK { ?s kg:sells ?o }", store=str(tmp_path / "store"), memory=2**31, seconds=5)
    done = subprocess.run(
        [sys.executable, "-I", "-S", worker.__file__, engine],
        input=json.dumps(asked).encode(),
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["rows"] == [[["l", "true", "", ""]]]
