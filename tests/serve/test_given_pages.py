"""Pages of what files of triples give: they say so, and hostile names, values and IRIs stay text."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import explain, pipeline
from kg.serve.app import application
from kg.serve.served import Served
from kg.store import open_store

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

FILE = """@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
<http://e.example/ada> foaf:name "Ada <script>alert(1)</script>" ; foaf:knows <http://e.example/bo> ;
  <javascript:alert(2)> <javascript:alert(3)> ; owl:sameAs <javascript:alert(4)> ,
  <http://e.example/%22%3E%3Cimg%20src=x> .
<http://e.example/bo> foaf:name "Bo Ek" .
"""
ADA, BO = "/kg/entity/Ada_script_alert_1_script", "/kg/entity/Bo_Ek"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("given")
    (folder / "people.ttl").write_text(FILE, "utf-8")
    pipeline.build([folder / "people.ttl"], folder / "out")
    return folder / "out"


@pytest.fixture(scope="module")
def client(out: Path) -> Iterator[TestClient]:
    with TestClient(application(Served(out)), base_url="http://127.0.0.1:8765") as opened:
        yield opened


def page(client: TestClient, path: str) -> str:
    response = client.get(path, headers={"accept": "text/html"})
    assert response.status_code == 200
    return str(response.text)


def pages(client: TestClient, out: Path) -> Iterator[str]:
    store = open_store(out)
    paths = {
        f"/kg/{str(quad.subject)[1:-1].partition('/kg/')[2]}" for quad in store.quads_for_pattern(None, None, None)
    }
    yield from (
        page(client, path)
        for path in sorted(paths)
        if path.startswith(("/kg/entity", "/kg/doc", "/kg/st")) and "#" not in path
    )
    yield page(client, "/graph")


def test_no_page_holds_a_script_or_a_link_of_the_file(client: TestClient, out: Path) -> None:
    every = list(pages(client, out))
    assert len(every) > 8
    for text in every:
        assert "<script>alert" not in text and "<img src" not in text
        assert 'href="javascript:' not in text.lower()


def test_an_entity_shows_facts_of_other_vocabularies_and_their_place(client: TestClient) -> None:
    text = page(client, BO)
    assert ">knows</a>" in text and "given by the file" in text
    assert ">people.ttl</a>, triple " in text


def test_an_explanation_names_the_triple(out: Path) -> None:
    found = explain.explain(open_store(out), "Bo Ek", "name")
    (statement,) = found.statements
    assert (statement.standing, statement.place, statement.is_given) == ("given by the file", "triple 6", True)
    assert "people.ttl, triple 6 · rule given" in explain.render(found)
