"""Files of triples in a graph: facts with statements, added and removed as articles are, and no rule is broken."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Store

from kg import pipeline, validate
from kg.errors import NotFound
from kg.given import parts
from kg.pipeline import Job
from kg.store import open_store, read_identity, select
from kg.store.verify import faults

PREFIXES = """@prefix ex: <http://ex.example/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix schema: <https://schema.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""
CONTACTS = """ex:17 a schema:Corporation ; schema:name "Halden Systems" ; schema:identifier "GB-17" ; owl:sameAs wd:Q9 ;
  rdfs:comment "Makes pumps."@en ; schema:url <https://halden.example/> .
ex:p3 a foaf:Person ; foaf:name "Mia Orsino" ; schema:worksFor ex:17 ; foaf:knows [ foaf:name "Bo Ek" ] ."""
DEALS = 'ex:17 ex:supplies ex:40 . ex:40 rdfs:label "Ferrow County" ; a schema:AdministrativeArea .'
HOSTILE = """<javascript:alert(1)> foaf:name "<script>alert(1)</script>" ; <javascript:alert(2)> <data:text/html,x> ;
  foaf:homepage <javascript:alert(3)> . <urn:isbn:1> rdfs:label "", " " ; prov:wasGeneratedBy <urn:x:run> .
<https://example.org/kg/ontology#sells> rdfs:label "evil" ; <https://example.org/kg/ontology#status> "x" .
<https://example.org/kg/entity/Halden_Systems> <https://example.org/kg/ontology#mentionedIn> ex:a .
<https://example.org/kg/entity/Halden_Systems> rdfs:subClassOf ex:b .
<rdf:type> <rdf:type> <kg:Person> . ex:a <https://example.org/kg/ontology#sells> "words", true , ex:b ."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    for name, text in (("contacts", CONTACTS), ("deals", DEALS)):
        (tmp_path / "data" / f"{name}.ttl").write_text(PREFIXES + text, "utf-8")
    return tmp_path


def build(folder: Path, out: str = "out") -> Path:
    pipeline.build([folder / "data"], folder / out, ledger=folder / "ledger.csv")
    return folder / out


def job(out: Path) -> Job:
    return Job(out, ledger=out.parent / "ledger.csv")


def check(out: Path) -> Store:
    store = open_store(out)
    assert validate.violations(store) == []
    assert faults(out) == []
    return store


def rows(store: Store, query: str) -> set[tuple[str, ...]]:
    prefixes = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX ex: <http://ex.example/>"
    return {tuple(getattr(value, "value", "") for value in row) for row in select(store, f"{prefixes} {query}")}


def test_every_triple_of_a_file_is_a_statement_of_it(folder: Path) -> None:
    store = check(build(folder))
    found = rows(store, "SELECT ?s (COUNT(?st) AS ?n) { ?st kg:document/dcterms:source ?s } GROUP BY ?s")
    assert found == {("contacts.ttl", "11"), ("deals.ttl", "3")}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ('?x rdfs:label "Mia Orsino" ; foaf:knows/rdfs:label ?y', "Bo Ek"),
        ('?x rdfs:label "Halden Systems" ; ex:supplies/rdfs:label ?y', "Ferrow County"),
        ("?x schema:sameAs <http://ex.example/17> ; schema:identifier ?y", "GB-17"),
        ("?x schema:sameAs <http://www.wikidata.org/entity/Q9> ; rdfs:label ?y", "Halden Systems"),
        ('?x kg:employedBy/rdfs:label "Halden Systems" ; rdfs:label ?y', "Mia Orsino"),
        ("?x a kg:Company ; kg:foundAt ?y", "https://halden.example/"),
        ("?x kg:describedAs ?y", "Makes pumps."),
        ("ex:supplies a kg:GivenRelation , kg:Relation ; rdfs:label ?y", "supplies"),
    ],
)
def test_facts_are_found_by_the_file_s_own_words(folder: Path, pattern: str, expected: str) -> None:
    assert rows(open_store(build(folder)), f"SELECT ?y {{ {pattern} }}") == {(expected,)}


def test_removing_a_file_leaves_the_graph_of_the_others(folder: Path) -> None:
    out = build(folder)
    whole = read_identity(out).digest
    pipeline.remove(job(out), ["deals.ttl"])
    assert not rows(check(out), "SELECT ?x { ?x a kg:GivenRelation ; rdfs:label 'supplies' }")
    pipeline.add(job(out), [folder / "data" / "deals.ttl"])
    check(out)
    assert read_identity(out).digest == whole


def test_a_changed_file_replaces_what_it_said(folder: Path) -> None:
    out = build(folder)
    (folder / "data" / "deals.ttl").write_text(PREFIXES + DEALS.replace("supplies", "owes"), "utf-8")
    build(folder)
    changed = read_identity(out).digest
    store = check(out)
    assert rows(store, "SELECT ?y { ?x ex:owes ?y }") and not rows(store, "SELECT ?y { ?x ex:supplies ?y }")
    assert changed == read_identity(build(folder, "again")).digest


def test_a_large_file_is_one_thing_to_the_reader(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_USUAL", 2_000)
    people = "\n".join(f'ex:n{n} foaf:name "Person N{n}" ; foaf:knows ex:n{n + 1} .' for n in range(60))
    (folder / "data" / "people.ttl").write_text(PREFIXES + people, "utf-8")
    out = build(folder)
    assert pipeline.build([folder / "data"], out, ledger=folder / "ledger.csv").data_files == 3
    store = check(out)
    assert len(rows(store, "SELECT ?d { ?d a kg:DataFile }")) > 4
    assert rows(store, "SELECT (COUNT(*) AS ?n) { ?x foaf:knows ?y . ?y foaf:name ?name }") == {("60",)}
    pipeline.remove(job(out), ["people.ttl"])
    check(out)
    (folder / "data" / "people.ttl").unlink()
    assert read_identity(out).digest == read_identity(build(folder, "without")).digest


def test_what_a_hostile_file_says_breaks_no_rule(folder: Path) -> None:
    (folder / "data" / "hostile.ttl").write_text(PREFIXES + HOSTILE, "utf-8")
    out = build(folder)
    check(out)
    pipeline.remove(job(out), ["hostile.ttl"])
    check(out)


def test_a_bad_file_is_named_and_the_others_are_read(folder: Path) -> None:
    (folder / "data" / "bad.ttl").write_text(f"{PREFIXES}ex:a ex:b .", "utf-8")
    summary = pipeline.build([folder / "data"], folder / "out")
    (skipped,) = summary.skipped
    assert (skipped.source, "line 5" in skipped.reason, summary.data_files) == ("bad.ttl", True, 2)


def test_a_file_that_is_not_there_cannot_be_removed(folder: Path) -> None:
    with pytest.raises(NotFound):
        pipeline.remove(job(build(folder)), ["other.ttl"])


def test_a_graph_in_the_folder_is_not_read_again(folder: Path) -> None:
    build(folder, "data/output")
    summary = pipeline.build([folder / "data"], folder / "data" / "output")
    assert summary.data_files == 2


def test_no_model_is_loaded_for_files_of_triples(folder: Path) -> None:
    code = f"""import sys
from kg import pipeline
pipeline.build([{str(folder / "data")!r}], {str(folder / "out")!r})
sys.exit("spacy" in sys.modules)"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_same_files_give_the_same_bytes_whatever_the_hash_seed(folder: Path) -> None:
    outs = []
    for seed in ("1", "2"):
        code = f"from kg import pipeline; pipeline.build([{str(folder / 'data')!r}], {str(folder / seed)!r})"
        subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONHASHSEED": seed})
        outs.append((folder / seed / "graph.ttl").read_bytes())
    assert outs[0] == outs[1]


def test_an_article_and_a_file_name_one_company(folder: Path) -> None:
    article = "Halden Systems hired Mia Orsino on Monday. Halden Systems sells pumps to Ferrow County, she said."
    (folder / "data" / "news.txt").write_text(article, "utf-8")
    store = check(build(folder))
    sources = rows(store, "SELECT ?s { ?x schema:identifier 'GB-17' ; kg:mentionedIn/dcterms:source ?s }")
    assert sources == {("contacts.ttl",), ("deals.ttl",), ("news.txt",)}
    assert NamedNode("http://ex.example/17") in {
        quad.object for quad in store.quads_for_pattern(None, NamedNode("https://schema.org/sameAs"), None)
    }
