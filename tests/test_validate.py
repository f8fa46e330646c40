"""Every rule of a graph finds the one thing that breaks it, and nothing in a whole graph."""

from __future__ import annotations

import pytest
from graphs import article, graph, say
from pyoxigraph import Store

from kg.rdf import prefixes
from kg.validate import checks, shacl_violations, violations

SOLD = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County", time=("in May", "2021-05-01", "2021-05-31"))
READINGS = (
    article(
        "Harbour deal",
        "Brightwater sells Gull to Ferrow County in May. Marsh Watch opposes the sale. Ada Quill said Brightwater "
        "may buy Loom Works. The dam did not hold.",
        SOLD,
        say("Brightwater", "kg:sellsTo", "Ferrow County", of=SOLD),
        say("Marsh Watch", "kg:opposes", SOLD, 1),
        say("Brightwater", "kg:acquires", "Loom Works", 2, mode="possible", by="Ada Quill", cue="said may"),
        say("The dam", "kgo:hold", None, 3, negative=True, cue="not"),
        published="2021-05-04",
    ),
    article("Hill", "Ada Quill leads Marsh Watch.", say("Ada Quill", "kg:headOf", "Marsh Watch", by="?")),
)
REJECTED = {READINGS[0].statements[0].id: "rejected"}

STATEMENT = "?st rdf:subject ent:Brightwater ; rdf:predicate kg:sells ."
SENTENCE = "?passage a kg:Sentence ; kg:sentenceIndex 1 ."
BREAKS = {
    "fact-without-statement": "INSERT DATA { ent:Brightwater kg:sells ent:Loom_Works }",
    "statement-without-fact": "DELETE DATA { ent:Brightwater kg:sells ent:Gull }",
    "status-does-not-follow": f"INSERT {{ ?st kg:attributedTo ent:Ada_Quill }} WHERE {{ {STATEMENT} }}",
    "statement-incomplete": f"DELETE {{ ?st kg:confidence ?c }} WHERE {{ {STATEMENT} ?st kg:confidence ?c }}",
    "statement-without-extractor": f"DELETE {{ ?st kg:extractor ?c }} WHERE {{ {STATEMENT} ?st kg:extractor ?c }}",
    "relation-unknown": "DELETE { kgo:hold a ?c } WHERE { kgo:hold a ?c }",
    "argument-unknown": f"INSERT {{ ?st kg:topic ent:Nobody }} WHERE {{ {STATEMENT} }}",
    "evidence-elsewhere": f"""DELETE {{ ?st kg:evidence ?e }} INSERT {{ ?st kg:evidence ?x }}
        WHERE {{ {STATEMENT} ?st kg:evidence ?e ; kg:document ?d .
            ?x a kg:Sentence FILTER NOT EXISTS {{ ?x kg:inDocument ?d }} }}""",
    "span-elsewhere": f"""INSERT {{ ?st kg:timeSpan ?x }}
        WHERE {{ {STATEMENT} ?st kg:document ?d . ?x a kg:Sentence FILTER NOT EXISTS {{ ?x kg:inDocument ?d }} }}""",
    "quote-differs": f"""DELETE {{ ?passage kg:quote ?q }}
        INSERT {{ ?passage kg:quote "Marsh Watch supports the sale" }}
        WHERE {{ {SENTENCE} ?passage kg:quote ?q }}""",
    "passage-misnamed": f"""DELETE {{ ?passage kg:end ?n }} INSERT {{ ?passage kg:end 999 }}
        WHERE {{ {SENTENCE} ?passage kg:end ?n }}""",
    "passage-incomplete": f"DELETE {{ ?passage kg:quote ?q }} WHERE {{ {SENTENCE} ?passage kg:quote ?q }}",
    "text-changed": """DELETE { ?d kg:text ?t } INSERT { ?d kg:text "Another text." }
        WHERE { ?d dcterms:title "Hill" ; kg:text ?t }""",
    "document-incomplete": 'DELETE { ?d dcterms:title "Hill" } WHERE { ?d dcterms:title "Hill" }',
    "replaced-in-use": "INSERT DATA { ent:Gull dcterms:isReplacedBy ent:Marsh_Watch }",
    "entity-incomplete": "DELETE { ent:Gull rdfs:label ?l } WHERE { ent:Gull rdfs:label ?l }",
}


def broken(update: str) -> Store:
    """The graph after somebody changed it by hand."""
    store = graph(*READINGS)
    before = set(store)
    store.update(update, prefixes=prefixes())
    assert set(store) != before
    return store


@pytest.mark.parametrize("reviews", [{}, REJECTED])
def test_a_graph_made_by_kg_breaks_no_rule(reviews):
    assert violations(graph(*READINGS, reviews=reviews)) == []


def test_every_rule_has_a_way_to_break_it():
    assert {check.name for check in checks()} == set(BREAKS)


@pytest.mark.parametrize("rule", BREAKS)
def test_a_broken_rule_is_found_and_put_in_words(rule):
    found = [each for each in violations(broken(BREAKS[rule])) if each.rule == rule]
    assert found
    title = next(check.title for check in checks() if check.name == rule)
    assert found[0].message.startswith(f"{title}: ") and "http" not in found[0].message


def test_a_fact_of_a_rejected_statement_is_naked():
    store = graph(*READINGS, reviews=REJECTED)
    store.update("INSERT DATA { ent:Brightwater kg:sells ent:Gull }", prefixes=prefixes())
    assert [each.rule for each in violations(store)] == ["fact-without-statement"]


def test_a_rule_stops_at_its_limit():
    store = graph(*READINGS)
    store.update("DELETE { ?st kg:extractor ?c } WHERE { ?st kg:extractor ?c }", prefixes=prefixes())
    assert len(violations(store, limit=3)) == 3


SHACL = [
    "fact-without-statement",
    "statement-without-fact",
    "status-does-not-follow",
    "statement-incomplete",
    "statement-without-extractor",
    "evidence-elsewhere",
    "quote-differs",
    "passage-incomplete",
    "document-incomplete",
    "entity-incomplete",
]


def test_shacl_agrees_that_the_graph_is_whole():
    assert shacl_violations(graph(*READINGS)) == []


@pytest.mark.parametrize("rule", SHACL)
def test_shacl_finds_what_the_rules_find(rule):
    assert shacl_violations(broken(BREAKS[rule]))
