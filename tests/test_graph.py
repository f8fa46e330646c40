"""The notebook face, on a small graph by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from graphs import article, say, triples

import kg
from kg import rdf, store
from kg.errors import NotFound, StoreError
from kg.shipped import folder

NEWS = article(
    "River news",
    "Brightwater sells Gull to Ferrow County. The Otter Guild opposes Gull.",
    say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County"),
    say("Otter Guild", "kg:opposes", "Gull", 1),
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> kg.KnowledgeGraph:
    out = tmp_path_factory.mktemp("graph")
    store.write(out, [*rdf.ontology_triples(folder("ontology")), *triples(NEWS)])
    return kg.load(out)


def test_a_question_by_name_with_its_options_as_keywords(graph: kg.KnowledgeGraph) -> None:
    rows = list(graph.query("who-sells-what", buyer="Ferrow County"))
    assert rows == [{"seller": "Brightwater", "product": "Gull", "buyer": "Ferrow County"}]


def test_sparql(graph: kg.KnowledgeGraph) -> None:
    assert [row["n"] for row in graph.query("SELECT ?n { ?x kg:opposes/rdfs:label ?n }")] == ["Gull"]


def test_an_answer_shows_itself_as_text_and_in_a_notebook(graph: kg.KnowledgeGraph) -> None:
    answer = graph.query("SELECT ?n { ?x kg:opposes/rdfs:label ?n }")
    assert str(answer).splitlines()[2].strip() == "Gull"
    assert "<td>Gull</td>" in answer._repr_html_()
    marked = graph.query("SELECT ('<b>' AS ?n) { }")
    assert "<td>&lt;b&gt;</td>" in marked._repr_html_()


def test_about_tells_the_facts_of_one(graph: kg.KnowledgeGraph) -> None:
    assert [row["fact"] for row in graph.about("Otter Guild")] == ["Otter Guild opposes Gull"]
    with pytest.raises(NotFound, match="Nobody"):
        graph.about("Nobody")


def test_explain_shows_the_sentence_with_its_marks(graph: kg.KnowledgeGraph) -> None:
    account = graph.explain("Brightwater sells Gull")
    assert [each.sentence for each in account] == ["Brightwater sells Gull to Ferrow County."]
    assert "[Brightwater] [sells] [Gull]" in str(account)
    assert "[Brightwater]" in account._repr_html_()


def test_judgements_are_one_line_each(tmp_path: Path) -> None:
    store.write(tmp_path / "out", [*rdf.ontology_triples(folder("ontology")), *triples(NEWS)])
    graph = kg.load(tmp_path / "out")
    sale, stance = (f"st:{statement.id}" for statement in NEWS.statements)
    noted = [
        graph.same("Brightwater", "Ferrow County"),
        graph.different("Otter Guild", "Gull"),
        graph.rename("Gull", "Gull drone"),
        graph.retype("Gull", "product", note="it flies"),
        graph.reject(sale),
        graph.accept(stance),
    ]
    lines = (tmp_path / "out.judgements.csv").read_text().splitlines()
    assert [line.partition(",")[0] for line in lines[1:]] == [each.judgement.kind for each in noted]
    assert lines[4] == "retype,ent:Gull,kg:Product,it flies"
    assert all("It holds from the next `kg build`" in str(each) for each in noted)


def test_review_and_identity(graph: kg.KnowledgeGraph) -> None:
    review = graph.review(below=1)
    assert [each.label for each in review.statements] == ["Brightwater sells Gull", "Otter Guild opposes Gull"]
    assert "kg reject st:" in str(review)
    [identity] = graph.identity("Otter Guild")
    assert identity.iri == "ent:Otter_Guild" and "“Otter Guild”, 1 mention in river_news.txt" in str(identity)


def test_view_shows_itself_in_a_notebook(graph: kg.KnowledgeGraph, tmp_path: Path) -> None:
    page = graph.view("Gull", hops=1)
    assert "Otter Guild" in page.html
    assert page._repr_html_().startswith('<iframe title="River news" srcdoc="')
    assert "<script" not in page._repr_html_()  # escaped into the attribute
    assert page.write(tmp_path / "page.html").read_text(encoding="utf-8") == page.html


def test_a_view_of_what_is_no_day_is_refused(graph: kg.KnowledgeGraph) -> None:
    with pytest.raises(ValueError, match=r"'yesterday' is no day\. Write 2025"):
        graph.view(since="yesterday")


@pytest.mark.parametrize("hops", [0, 99])
def test_hops_have_the_limit_of_the_command_line(graph: kg.KnowledgeGraph, hops: int) -> None:
    with pytest.raises(ValueError, match="hops must be between 1 and 5"):
        graph.view("Gull", hops=hops)


def test_rdflib_has_every_triple(graph: kg.KnowledgeGraph) -> None:
    assert len(graph.to_rdflib()) == store.read_identity(graph.out).triples


def test_export_takes_the_format_from_the_name(graph: kg.KnowledgeGraph, tmp_path: Path) -> None:
    assert graph.export(tmp_path / "graph.ttl").read_bytes() == (graph.out / "graph.ttl").read_bytes()
    assert "Brightwater,sells,Gull" in graph.export(tmp_path / "facts.txt", "csv").read_text()


def test_networkx_has_the_facts(graph: kg.KnowledgeGraph) -> None:
    assert graph.to_networkx().has_edge("ent:Otter_Guild", "ent:Gull")


def test_a_folder_without_a_graph_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        kg.load(tmp_path)
