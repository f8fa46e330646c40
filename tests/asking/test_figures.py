"""The figures of a small graph, counted by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from graphs import article, say, triples

from kg import rdf, store
from kg.asking.figures import figures, plain, render
from kg.asking.shown import Screen
from kg.pipeline import build
from kg.shipped import folder
from kg.view.gather import read_content
from kg.view.scene import compose


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    harbour = article(
        "Harbour",
        "Brightwater sells Gull. Ada Quill said Gull leaks. Someone hopes Gull may fly.",
        say("Brightwater", "kg:sells", "Gull"),
        say("Gull", "kgo:leak", None, 1, words="leaks", by="Ada Quill"),
        say("Gull", "kgo:fly", None, 2, mode="possible", by="?"),
        published="2025-03-01",
    )
    mill = article(
        "Mill",
        "Brightwater sells Gull. Ada Quill leads Brightwater.",
        say("Brightwater", "kg:sells", "Gull"),
        say("Ada Quill", "kg:headOf", "Brightwater", 1),
    )
    place = tmp_path_factory.mktemp("figures")
    every = triples(harbour, mill, types={"Brightwater": "kg:Company", "Ada Quill": "kg:Person"})
    store.write(place, [*rdf.ontology_triples(folder("ontology")), *every])
    return place


def test_what_is_counted(out):
    found = figures(out)
    assert (found.documents, found.sentences, found.statements, found.facts) == (2, 5, 5, 2)
    page = compose(read_content(store.open_store(out)))
    assert found.entities == len(page.ranked) == 3  # whom nobody names is no entity
    assert dict(found.by_status) == {"asserted": 3, "claimed": 1, "unrealised": 1}
    assert dict(found.by_mode) == {"factual": 4, "possible": 1}
    assert found.attributed == 1
    assert dict(found.by_relation) == {"sells": 1, "head of": 1}
    assert dict(found.by_class) == {"company": 1, "person": 1, "entity": 1}
    assert found.single_source == 1
    assert (found.published, found.undated) == (("2025-03-01", "2025-03-01"), 1)
    assert found.most_connected[0] == ("Brightwater", 2)


def test_the_text_and_the_data_agree(out):
    text = render(figures(out), Screen())
    assert re.search(r"  facts +2\n +of one article only +1  \(50%\)\n", text)
    assert re.search(r"  entities +3\n", text)
    assert plain(figures(out))["by_relation"] == {"sells": 1, "head of": 1}


def test_a_file_of_triples_is_no_article(tmp_path):
    file = tmp_path / "known.ttl"
    file.write_text('<http://ex.example/a> <https://schema.org/name> "Ada Quill" .', encoding="utf-8")
    build([file], tmp_path / "out")
    found = figures(tmp_path / "out")
    assert (found.documents, found.data_files, found.undated) == (1, 1, 0)
    assert re.search(r"articles +0\n.*\n +files of triples +1\n", render(found, Screen()))
