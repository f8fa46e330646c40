"""What the whole is for: who sells what to whom, and who is against it, whatever the names."""

from __future__ import annotations

import pytest

from kg import rdf, store
from kg.engine import Settings, read_all
from kg.model import Document
from kg.resolve import resolve
from kg.run import current_run

pytestmark = pytest.mark.model

ARTICLE = """\
A dozen unions of {company} engineers want the software company to stop selling plate reading gear to the police.

{company}'s technology, called {product} and released in 2019, reads number plates and stickers from moving cars.
Customers, which include law enforcement in Tulsa, Oklahoma and {county}, {state}, can search a week of traffic.

The engineers, among them the Coders Alliance and Harbor Tech Workers, have joined rights groups such as {group} in a \
campaign to keep the company from selling the service. They fear that a stolen archive would show where a doctor sleeps.
"""
NAMES = [
    ("Microsoft", "Platewise", "Marion County", "Indiana", "the EFF"),
    ("Motorola", "Vigil", "Travis County", "Texas", "Amnesty International"),
    ("Siemens", "Clearroad", "Orange County", "California", "Human Rights Watch"),
    ("Palantir", "Gantry", "Fulton County", "Georgia", "the NAACP"),
]
PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in rdf.prefixes().items())
SALE = """ASK { ?company rdfs:label "%s" . ?product rdfs:label "%s" .
  ?company kg:sells ?product ; kg:sellsTo ?county .
  ?st rdf:subject ?company ; rdf:predicate kg:sells ; rdf:object ?product ; kg:status kg:Asserted ;
    kg:recipient ?county ; kg:evidence/kg:quote ?sentence .
  ?county rdfs:label ?name . FILTER(STRSTARTS(?name, "%s") && CONTAINS(?sentence, "Customers, which include")) }"""
STANCE = """ASK { ?group rdfs:label|skos:altLabel "%s" . ?company rdfs:label "%s" . ?product rdfs:label "%s" .
  ?group kg:opposes ?sale . ?sale rdf:subject ?company ; rdf:predicate kg:sells ; rdf:object ?product .
  ?st rdf:subject ?group ; rdf:predicate kg:opposes ; rdf:object ?sale ; kg:status kg:Asserted ;
    kg:evidence/kg:quote ?sentence . FILTER(CONTAINS(?sentence, "campaign to keep")) }"""


def _ask(graph, query):
    return bool(graph.query(PREFIXES + query))


@pytest.fixture(scope="module", params=NAMES, ids=[names[0] for names in NAMES])
def told(request):
    company, product, county, state, group = request.param
    text = ARTICLE.format(company=company, product=product, county=county, state=state, group=group)
    readings = list(read_all([Document(text, "Engineers against plate reading", "plates.txt")], Settings()))
    return request.param, store.load(rdf.triples(readings, resolve(readings), current_run("test")))


def test_who_sells_what_to_whom(told):
    (company, product, county, *_), graph = told
    assert _ask(graph, SALE % (company, product, county))


def test_who_opposes_the_sale(told):
    (company, product, _, _, group), graph = told
    assert _ask(graph, STANCE % (group.removeprefix("the "), company, product))
