"""The worker writes rows as the engine does, and labels what they name."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pyoxigraph
import pytest
from graphs import article, graph, say, triples

from kg import store
from kg.query import worker
from kg.query.answer import Answer
from kg.rdf import prefixes

RIVER = article("River", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))


def request(query: str, **more: object) -> dict[str, object]:
    return {"query": query, "prefixes": prefixes(), "max_rows": 10, "is_labelled": True, **more}


def test_rows_are_as_the_engine_writes_them():
    found = worker.reply(
        graph(RIVER), request("SELECT ?s ?p ?l ?x { ?s kg:sells ?o BIND('a'@en AS ?l) BIND(2 AS ?p) }")
    )
    assert found["rows"] == b'?s\t?p\t?l\t?x\n<https://example.org/kg/entity/Brightwater>\t2\t"a"@en\t\n'
    assert found["labels"] == {"https://example.org/kg/entity/Brightwater": "Brightwater"}


TERMS = """SELECT ?x { VALUES ?x {
    "tab\\t line\\n \\"quote\\" \\\\ \\r \\u0001 \\u0085 \\u2028" "" UNDEF "a"@en-gb "1" 1 1.5 1e3 true "x"^^<urn:t>
    "abc"^^xsd:integer
    "2021-02-31"^^xsd:date <urn:a> <urn:\u00fc%20> ent:Gull "<urn:no>" "\U0001f30d" } }"""


def test_every_term_goes_through_the_door_unchanged():
    one = graph(RIVER)
    rows = [row[0] for row in one.query(TERMS, prefixes=prefixes())]
    answer = Answer.of(worker.reply(one, request(TERMS, max_rows=100)), "")
    assert [row[0] for row in answer.rows] == rows
    assert list(answer.label_by_iri) == ["https://example.org/kg/entity/Gull"]


@pytest.mark.parametrize("form", ["SELECT ?s ?p ?o", "CONSTRUCT { ?s ?p ?o }"])
@pytest.mark.parametrize(
    "most, there_are, is_cut", [(0, 3, True), (2, 3, True), (3, 3, False), (4, 3, False), (0, 0, False)]
)
def test_an_answer_is_cut_where_it_is_to_be(form, most, there_are, is_cut):
    query = f"{form} {{ {{ SELECT * {{ ?s ?p ?o }} LIMIT {there_are} }} }}"
    answer = Answer.of(worker.reply(graph(RIVER), request(query, max_rows=most)), "")
    assert (len(answer), answer.is_cut) == (min(most, there_are), is_cut)


def test_an_answer_of_too_many_bytes_is_cut_behind_a_row(monkeypatch):
    monkeypatch.setattr(worker, "MAX_SIZE", 200)
    answer = Answer.of(worker.reply(graph(RIVER), request("SELECT ?s ?p { ?s ?p ?o }", max_rows=100)), "")
    assert 0 < len(answer) < 5 and answer.is_cut


@pytest.mark.parametrize(
    "query, kind", [("ASK { ?s ?p ?o }", "ask"), ("SELECT * { ?s ?p ?o }", "select"), ("DESCRIBE ent:Gull", "graph")]
)
def test_every_form_has_its_kind(query, kind):
    assert worker.reply(graph(RIVER), request(query))["kind"] == kind


def test_documents_and_sentences_are_labelled_by_title_and_text():
    found = worker.reply(graph(RIVER), request("SELECT ?d ?e { ?st kg:document ?d ; kg:evidence ?e }"))
    assert sorted(found["labels"].values()) == ["Brightwater sells Gull.", "River"]


def test_a_triple_as_a_term_is_one_and_has_no_label_of_its_own():
    found = worker.reply(graph(RIVER), request("SELECT (TRIPLE(ent:Gull, kg:sells, 'x') AS ?t) { }"))
    ((term,),) = Answer.of(found, "").rows
    assert isinstance(term, pyoxigraph.Triple) and term.object.value == "x"
    assert found["labels"] == {}


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
    assert _said(done.stdout) == [{"ready": True}, b"true", "syntax", b"false"]


def _said(text: bytes) -> list[object]:
    """The greeting, and the rows or the fault of each reply."""
    file = BytesIO(text)
    found: list[object] = [json.loads(file.readline())]
    while line := file.readline():
        reply = json.loads(line)
        found.append(reply.get("error") or file.read(reply["rows"]))
    return found
