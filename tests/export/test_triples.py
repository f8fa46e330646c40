"""The graph for other programs: nothing is lost, nothing depends on the day or the machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from graphs import article, graph, say
from pyoxigraph import RdfFormat, Store, parse

from kg import rdf, store
from kg.errors import KgError
from kg.export import FORMATS, export, exported
from kg.model import Literal

SALE = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County")
RIVER = article(
    "River news",
    "Brightwater sells Gull to Ferrow County. Marsh Watch opposes the sale. Ada Quill said Brightwater left Hull.",
    SALE,
    say("Marsh Watch", "kg:opposes", SALE, 1),
    say("Brightwater", "kgo:leave", "Hull", 2, by="Ada Quill", words="left"),
    published="2025-03-05",
)
COAST = article("Coast news", "Brightwater sells Gull. It has 40 boats.", say("Brightwater", "kg:sells", "Gull"))
ODD = article(
    "Odd news",
    "=SUM(A1) sells -5. The \x01bell \x02rang.",
    say("=SUM(A1)", "kg:sells", Literal("-5", "xsd:string", 15, 17)),
    say("\x01bell", "kgo:don't/ring <x>", "\x02rang", 1),
)


@pytest.fixture(scope="module")
def news() -> Store:
    return graph(RIVER, COAST, types={"Gull": "kg:Product"})


RDF = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
    "ttl12": RdfFormat.TURTLE,
    "nt12": RdfFormat.N_TRIPLES,
}


@pytest.mark.parametrize("format", ["ttl", "nt", "nq", "trig", "jsonld", "rdfxml"])
def test_every_triple_comes_back(news: Store, format: str) -> None:
    back = {quad.triple for quad in parse(export(news, format), format=RDF[format])}
    assert back == {quad.triple for quad in news}


@pytest.mark.parametrize("format", ["nq", "trig"])
def test_what_a_document_says_stands_in_a_graph_of_its_name(news: Store, format: str) -> None:
    quads = list(parse(export(news, format), format=RDF[format]))
    articles = {f"<{rdf.Names().document(each.document.id).value}>" for each in (RIVER, COAST)}
    assert {str(quad.graph_name) for quad in quads if quad.predicate == rdf.term("kg:status")} == articles
    fact = [quad for quad in quads if quad.predicate == rdf.term("kg:sells") and "Brightwater" in str(quad.subject)]
    assert {str(quad.graph_name) for quad in fact} == {"DEFAULT", *articles} and len(fact) == 3


@pytest.mark.parametrize("format", ["nq", "trig"])
def test_a_graph_supports_its_own_facts_only(news: Store, format: str) -> None:
    quads = parse(export(news, format), format=RDF[format])
    found = {str(quad.graph_name) for quad in quads if quad.predicate == rdf.term("kg:opposes")}
    assert found == {"DEFAULT", f"<{rdf.Names().document(RIVER.document.id).value}>"}
    assert not [quad for quad in parse(export(news, format), format=RDF[format]) if "leave" in quad.predicate.value]


@pytest.mark.parametrize("format", ["ttl12", "nt12"])
def test_a_statement_reifies_its_triple_and_only_facts_are_asserted(news: Store, format: str) -> None:
    quads = list(parse(export(news, format), format=RDF[format]))
    reified = {quad.subject: quad.object for quad in quads if quad.predicate == rdf.term("rdf:reifies")}
    status = {quad.subject: quad.object for quad in quads if quad.predicate == rdf.term("kg:status")}
    assert reified.keys() == status.keys() and len(reified) == 4
    asserted = {quad.triple for quad in quads}
    assert {st for st, triple in reified.items() if triple in asserted} == {
        st for st, value in status.items() if value == rdf.term("kg:Asserted")
    }
    assert not [quad for quad in quads if quad.predicate == rdf.term("rdf:subject")]


@pytest.mark.parametrize("format", FORMATS)
def test_odd_names_are_exported_or_refused_in_words(format: str) -> None:
    try:
        assert exported(graph(ODD), format).files
    except KgError as error:
        assert "Export Turtle or N-Triples" in str(error)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_graph_gives_the_same_bytes_in_another_process(news: Store, format: str, tmp_path: Path) -> None:
    store.write(tmp_path, (quad.triple for quad in news))
    code = (
        "import sys; from pathlib import Path; from kg import export, store;"
        f"files = export.exported(store.open_store(Path({str(tmp_path)!r})), {format!r}).files;"
        "sys.stdout.buffer.write(b''.join(files.values()))"
    )
    again = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": "7"})
    assert again.stdout == b"".join(exported(news, format).files.values())


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(KgError, match=r"no export format is called 'xls'\. There are: ttl, nt"):
        export(Store(), "xls")
