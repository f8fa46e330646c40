"""Queries of users are answered within limits, and what goes wrong is said in one line."""

from __future__ import annotations

import time

import pytest
from graphs import article, say, triples

from kg import query, rdf, shipped, store
from kg.errors import InvalidOntology, NotFound, QueryError, StoreError

RIVER = article("River", "Brightwater sells Gull to Ferrow County, Ohio.", say("Brightwater", "kg:sells", "Gull"))


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    store.write(folder, [*rdf.ontology_triples(shipped.folder("ontology")), *triples(RIVER)])
    return folder


def test_the_worker_answers_as_the_store_would(out):
    text = "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 500"
    assert query.ask(out, text) == query.ask(store.open_store(out), text)


def test_a_question_is_found_by_name_text_or_file(out, tmp_path):
    (tmp_path / "mine.rq").write_text(
        "# Mine\n# param: who ?s name - who\nSELECT ?s { VALUES ?s { UNDEF } ?s kg:sells ?o }"
    )
    assert len(query.run(out, "who-sells-what")) == 1
    assert len(query.run(out, "SELECT ?s { ?s kg:sells ?o }")) == 1
    assert len(query.run(out, str(tmp_path / "mine.rq"), {"who": "brightwater"})) == 1
    assert len(query.run(out, "ASK { ?s kg:sells ?o }")) == 1


@pytest.mark.parametrize(
    "text, notes",
    [
        ("SELECT ?s { ?s kg:sels ?o }", ("kg:sels is nowhere in this graph. Did you mean kg:sells?",)),
        ("ASK { ?s kg:sels ?o }", ("kg:sels is nowhere in this graph. Did you mean kg:sells?",)),
        ("SELECT ?s { ?s kg:sells ent:Gul }", ("ent:Gul is nowhere in this graph.",)),
        ("SELECT ?s { ?s kg:sells <https://example.org/kg/entity/Gul> }", ("ent:Gul is nowhere in this graph.",)),
        ("SELECT ?s { ?s kg:buys ent:Gull }", ()),
        ('SELECT ?s { ?s rdfs:label "kg:sels" }', ()),
        ("PREFIX kg: <https://other.example/> SELECT ?s { ?s kg:sels ?o }", ()),
        ("SELECT ?s { ?s kg:sells ?o }", ()),
    ],
)
def test_a_name_that_the_graph_has_nowhere_is_told_when_nothing_is_found(out, text, notes):
    assert query.ask(out, text).notes == query.ask(store.open_store(out), text).notes == notes


def test_what_was_understood_is_told(out):
    assert query.run(out, "who-sells-what", {"seller": "the BRIGHTWATER"}).notes == ("seller: Brightwater",)


@pytest.mark.parametrize(
    "text, words",
    [
        ("SELECT ?s { ?s foo:bar ?o }", "prefix is not declared"),
        ("SELECT ?s WHERE { ?s ", "line 1, column"),
        ("SELEC ?s WHERE { ?s ?p ?o }", "Did you mean SELECT"),
        ("SELECT (COUNT(?s) AS ?n) ?p { ?s ?p ?o }", "neither grouped"),
        ("SELECT ?s\nWHERE { ?s a <b c> }", "line 2"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE is not allowed"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "only read"),
        ("DROP ALL", "DROP is not allowed: queries only read. The graph is changed by `kg add`"),
        ("clear all", "CLEAR is not allowed"),
        ("LOAD <http://127.0.0.1/>", "LOAD is not allowed"),
        ("", "the query is empty"),
        ("?", "no SPARQL"),
        ("nosuch.csv", "'nosuch.csv' is no question, no SPARQL and no .rq file. `kg query` lists the questions"),
        ("add who sells", "ADD is not allowed"),
    ],
)
def test_a_wrong_query_gets_one_clear_line(out, text, words):
    with pytest.raises((QueryError, NotFound), match=words) as caught:
        query.run(out, text)
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 300


@pytest.mark.parametrize(
    "name, error, words",
    [
        ("who-sell-what", NotFound, "Did you mean who-sells-what"),
        ("nothing.rq", NotFound, "no such file"),
    ],
)
def test_a_question_that_is_not_there_is_named(out, name, error, words):
    with pytest.raises(error, match=words):
        query.run(out, name)


def test_a_name_that_is_not_there_is_named(out):
    with pytest.raises(NotFound, match="Did you mean Brightwater"):
        query.run(out, "who-sells-what", {"seller": "Brightwatr"})
    with pytest.raises(QueryError, match="Did you mean --seller"):
        query.run(out, "who-sells-what", {"seler": "Brightwater"})


def test_a_date_that_is_none_is_named(out):
    with pytest.raises(QueryError, match="no date"):
        query.run(out, "timeline", {"since": "soon"})
    with pytest.raises(QueryError, match="no status"):
        query.run(out, "timeline", {"status": "true"})


def test_until_a_year_or_month_is_until_its_last_day(out):
    for until, day in (("2024", "2024-12-31"), ("2024-02", "2024-02-29"), ("2024-02-03", "2024-02-03")):
        assert query.meant(out, query.question("timeline"), {"until": until})[0]["until"][0].startswith(f'"{day}"')


def test_a_stretch_of_days_does_not_end_before_it_begins(out):
    query.run(out, "timeline", {"since": "2025-03", "until": "2025"})
    with pytest.raises(QueryError, match="no day lies between --since and --until: 2026-01-01 is after 2025-12-31"):
        query.run(out, "timeline", {"since": "2026", "until": "2025"})


def test_since_and_until_may_be_names_in_a_question_of_ones_own(out, tmp_path):
    (tmp_path / "mine.rq").write_text(
        "# Mine\n# param: since ?s name - a\n# param: until ?o name - b\n"
        "SELECT ?s { VALUES ?s { UNDEF } VALUES ?o { UNDEF } ?s kg:sells ?o }"
    )
    assert len(query.run(out, str(tmp_path / "mine.rq"), {"since": "Gull", "until": "Brightwater"})) == 0


@pytest.mark.parametrize("since", ["2021", "2021-05", "2021-05-31"])
def test_a_date_may_be_a_year_a_month_or_a_day(out, since):
    assert len(query.run(out, "timeline", {"since": since})) == 0


def test_a_folder_without_a_graph_is_named(tmp_path):
    with pytest.raises(StoreError, match="kg build"):
        query.run(tmp_path, "who-sells-what")


def test_a_query_that_runs_away_is_stopped(out):
    text = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    start = time.monotonic()
    with pytest.raises(QueryError, match="longer than 1 second"):
        query.ask(out, text, query.Limits(seconds=1))
    assert time.monotonic() - start < 5


def test_a_query_that_eats_memory_is_stopped(out):
    text = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?f ?i"
    with pytest.raises(QueryError, match=r"GiB|longer"):
        query.ask(out, text, query.Limits(seconds=30, memory=600 * 1024**2))


def test_an_endless_answer_is_cut(out):
    answer = query.ask(out, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", query.Limits(rows=50))
    assert len(answer) == 50 and answer.is_cut


@pytest.mark.parametrize("sign", ["!", "-", "^"])
def test_a_query_that_breaks_the_engine_breaks_only_its_worker(out, sign):
    deep = {
        "!": "FILTER(" + "!" * 19_000 + "true)",
        "-": "FILTER(" + "-" * 19_000 + "1 = 1)",
        "^": "?s " + "^" * 19_000 + "kg:sells ?o",
    }
    with pytest.raises(QueryError) as caught:
        query.ask(out, f"SELECT * {{ ?s ?p ?o . {deep[sign]} }}")
    assert "\n" not in str(caught.value)


def test_the_worker_opens_no_file_or_socket(out, monkeypatch):
    monkeypatch.setattr("kg.query.guard.check", lambda text: None)
    with pytest.raises(QueryError, match="could not be answered"):
        query.ask(out, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_values_are_terms_and_not_text(out):
    evil = 'x" } } DELETE WHERE { ?s ?p ?o } #'
    with pytest.raises(NotFound):
        query.run(out, "who-sells-what", {"seller": evil})


def test_a_file_with_a_broken_parameter_is_named(out, tmp_path):
    (tmp_path / "bad.rq").write_text("# Bad\n# param: who - what\nSELECT ?s { ?s ?p ?o }")
    with pytest.raises(InvalidOntology, match="param"):
        query.run(out, str(tmp_path / "bad.rq"))


def _cut(store):
    for file in store.glob("*.sst"):
        file.write_bytes(file.read_bytes()[:200])


def _scribbled(store):
    for file in store.glob("*.sst"):
        data = file.read_bytes()
        file.write_bytes(b"\xee" * 400 + data[400:])


def _without_manifest(store):
    for file in store.glob("MANIFEST*"):
        file.write_text("nothing\n")


@pytest.mark.parametrize("harm", [_cut, _scribbled, _without_manifest])
def test_a_damaged_store_is_named_with_what_to_do(tmp_path, harm):
    store.write(tmp_path, triples(RIVER))
    harm(tmp_path / "store")
    with pytest.raises(StoreError, match=r"store: damaged store \(.*[^.]\)\. Run `kg build --rebuild`\.$") as caught:
        query.ask(tmp_path, "SELECT ?s ?p ?o { ?s ?p ?o }")
    assert "Corruption" not in str(caught.value)
