"""Pages: every link leads somewhere, nothing on them can run, and each thing tells what the graph knows of it."""

from __future__ import annotations

import re
from urllib.parse import quote

import pyoxigraph
import pytest
from graphs import RUN, article, resolve, say
from serve.conftest import NASTY, RIVER, client_of, write
from serve.markup import Markup

from kg import rdf, store
from kg.model import slug
from kg.rdf import escape
from kg.serve.answers import SUFFIXES

HTML = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
SELLER = "/kg/entity/Brightwater"
DOCUMENT = f"/kg/doc/{RIVER.document.id}"
OPPOSES = next(f"/kg/statement/{each.id}" for each in RIVER.statements if each.predicate.name == "kg:opposes")
RDF = {
    "text/turtle": pyoxigraph.RdfFormat.TURTLE,
    "application/n-triples": pyoxigraph.RdfFormat.N_TRIPLES,
    "application/ld+json": pyoxigraph.RdfFormat.JSON_LD,
    "application/rdf+xml": pyoxigraph.RdfFormat.RDF_XML,
}


def crawl(client, *starts):
    """Every page that links lead to, by its path."""
    waiting, pages = list(starts), {}
    while waiting:
        path = waiting.pop().partition("#")[0]
        if path in pages or path.startswith(("/graph", "/rdf-graph-store", "/pages/")):
            continue
        response = client.get(path, headers=HTML)
        pages[path] = response
        if response.headers["content-type"].startswith("text/html"):
            waiting += Markup(response.text).links
    return pages


def test_every_link_leads_somewhere_and_nothing_on_a_page_can_run(client):
    pages = crawl(client, "/")
    assert {SELLER, DOCUMENT, OPPOSES, "/kg/ontology", "/sparql", "/questions/profile"} <= pages.keys()
    for path, response in pages.items():
        assert response.status_code == (400 if path == "/find" else 200), path
        if response.headers["content-type"].startswith("text/html"):
            assert Markup(response.text).faults == [], path
            policy = response.headers["content-security-policy"]
            assert policy.startswith("default-src 'none'") and "unsafe" not in policy


def test_names_that_try_to_break_out_stay_words(nasty_client):
    pages = crawl(nasty_client, "/", *(f"/kg/entity/{escape(slug(name))}" for name in NASTY))
    assert all(response.status_code == 200 for path, response in pages.items() if path != "/find"), pages
    for path, response in pages.items():
        if response.headers["content-type"].startswith("text/html"):
            assert Markup(response.text).faults == [], path
    texts = [Markup(response.text).text for response in pages.values()]
    assert [name for name in NASTY if not any(name in text for text in texts)] == []


WHERE = ("/find?name={}", "/kg/entity/{}", "/kg/doc/{}", "/questions/profile?name={}", "/questions/{}", "/{}")


@pytest.mark.parametrize("name", NASTY)
@pytest.mark.parametrize("path", WHERE)
def test_nasty_words_in_an_address_stay_words(client, path, name):
    response = client.get(path.format(quote(name, safe="")), headers=HTML, follow_redirects=False)
    assert response.status_code in (303, 400, 404), response.status_code
    assert Markup(response.text).faults == []
    plain = client.get(path.format(quote(name, safe="")), headers={"accept": "text/turtle"}, follow_redirects=False)
    assert plain.status_code in (303, 400, 404, 406)
    assert not plain.headers["content-type"].startswith("text/html") or "find" in path


def test_an_entity_tells_its_class_its_facts_and_who_says_what(client):
    page = client.get(SELLER, headers=HTML).text
    text = " ".join(Markup(page).text.split())
    assert "company" in text and "Brightwater sells Gull" in text and "stated by the article" in text
    assert f'href="{DOCUMENT}#char=0,40"' in page
    assert '<mark class="subject" title="subject">Brightwater</mark>' in page


def test_a_claim_is_told_as_one(client):
    text = " ".join(Markup(client.get("/kg/entity/Gull", headers=HTML).text).text.split())
    assert "claimed by Zoë Ångström" in text or "said by Zoë Ångström" in text
    assert "Facts 1" in text


def test_a_document_shows_its_text_with_an_anchor_for_each_sentence(client):
    page = client.get(DOCUMENT, headers=HTML).text
    assert RIVER.document.text in Markup(page).text
    anchors = re.findall(r'id="char=(\d+),(\d+)">([^<]*)<', page)
    assert [text for *_, text in anchors] == [RIVER.document.text[int(a) : int(b)] for a, b, _ in anchors]
    assert len(anchors) == 3


def test_a_statement_shows_its_sentence_its_standing_and_what_it_is_about(client):
    page = client.get(OPPOSES, headers=HTML).text
    text = " ".join(Markup(page).text.split())
    assert "The Otter Guild opposes the sale." in text
    assert "stated by the article" in text and "confidence 0.8" in text and "rule hand" in text
    assert "This is about: Brightwater sells Gull" in text and "recipient: Ferrow County" in text


@pytest.mark.parametrize("path", [SELLER, DOCUMENT, OPPOSES, "/kg/ontology", "/kg/open"])
@pytest.mark.parametrize("accept", RDF)
def test_each_thing_can_be_had_as_rdf(client, path, accept):
    response = client.get(path, headers={"accept": accept})
    assert response.status_code == 200 and response.headers["content-type"].startswith(accept)
    triples = list(pyoxigraph.parse(response.content, format=RDF[accept]))
    assert len(triples) >= 3
    assert any(each.subject.value.startswith(f"https://example.org{path}") for each in triples)


@pytest.mark.parametrize("suffix", ["ttl", "jsonld", "nt", "rdf", "html"])
def test_a_suffix_asks_for_a_form(client, suffix):
    for path in (SELLER, DOCUMENT, OPPOSES):
        response = client.get(f"{path}.{suffix}", headers={"accept": "*/*"})
        assert response.headers["content-type"].startswith(SUFFIXES[suffix])


def test_an_entity_is_given_with_the_facts_about_it(client):
    text = client.get("/kg/entity/Gull", headers={"accept": "text/turtle"}).text
    assert "kg:sells ent:Gull" in text


def test_what_is_unknown_is_404_with_the_names_that_come_near(client):
    response = client.get("/kg/entity/Brightwatr", headers=HTML)
    assert response.status_code == 404 and SELLER in Markup(response.text).links
    response = client.get("/kg/entity/Brightwatr")
    assert response.status_code == 404 and SELLER in response.text and response.text.count("\n") == 1
    assert client.get("/nothing").status_code == 404
    assert client.get("/pages/../app.py").status_code == 404
    assert client.get("/pages/base.html").status_code == 404


def test_a_name_is_found_whatever_its_case(client):
    response = client.get("/find?name=brightwater", headers=HTML, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, SELLER)
    assert client.get("/find?name=qqqqqq", headers=HTML).status_code == 404
    near = client.get("/kg/entity/Brightwate").text
    assert near.startswith("the graph knows nothing of that name. Did you mean /kg/entity/Brightwater")
    for path in ("/find", "/find?name="):
        assert client.get(path).text == "say whom or what to find: /find?name=Halden\n"


def test_an_old_iri_leads_to_the_new_one(tmp_path):
    write(tmp_path, RIVER, replaced=(("Bright_Water", "Brightwater"),))
    with client_of(tmp_path) as client:
        response = client.get("/kg/entity/Bright_Water", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (301, SELLER)


def test_the_base_of_the_graph_decides_the_paths(tmp_path):
    base = "https://news.example/"
    store.write(tmp_path, rdf.triples((RIVER,), resolve(RIVER), RUN, base=base), base=base)
    with client_of(tmp_path) as client:
        assert client.get("/entity/Brightwater", headers=HTML).status_code == 200
        assert client.get("/kg/entity/Brightwater", headers=HTML).status_code == 404
        document = client.get(f"/doc/{RIVER.document.id}", headers=HTML)
        assert "/entity/Brightwater" in Markup(document.text).links


def test_the_graph_page_is_the_one_that_kg_view_makes(client, river):
    from kg.view.page import page

    response = client.get("/graph", headers=HTML)
    assert response.text == page(store.open_store(river))
    assert response.headers["content-security-policy"].startswith("default-src 'none'")


def test_the_home_page_counts(client):
    assert "statements about" in client.get("/", headers=HTML).text


def test_readers_get_the_editor_and_programs_the_description(client):
    assert 'id="query"' in client.get("/sparql", headers=HTML).text
    assert client.get("/sparql").headers["content-type"].startswith("text/turtle")
    shown = client.get("/sparql", params={"query": "SELECT ?s { ?s kg:sells ?o }"}, headers=HTML)
    assert SELLER in Markup(shown.text).links


def test_lists_are_bounded_and_say_so(tmp_path):
    names = [f"Buyer {number}" for number in range(120)]
    text = "".join(f"Brightwater sells to {name}. " for name in names)
    says = [say("Brightwater", "kg:sellsTo", name, index) for index, name in enumerate(names)]
    write(tmp_path, article("Long list", text, *says))
    with client_of(tmp_path) as client:
        shown = Markup(client.get(SELLER, headers=HTML).text).text
    assert "100 of 120 statements are shown." in shown and "100 of 120 facts of it are shown." in shown


def test_head_is_answered_like_get(client):
    for path in ("/", SELLER, "/sparql", "/questions", "/rdf-graph-store?default", "/health"):
        response = client.head(path)
        assert response.status_code == 200 and response.content == b"", path
