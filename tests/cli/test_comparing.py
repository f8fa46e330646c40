"""`kg diff` ends as diff does: 0 the same, 1 different, 2 in trouble."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from commands import Kg
from graphs import article, say, triples

from kg import rdf, store
from kg.shipped import folder


def other(place: Path) -> Path:
    news = article("River news", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))
    store.write(place, [*rdf.ontology_triples(folder("ontology")), *triples(news)])
    return place


def test_the_same(kg: Kg, output: Path) -> None:
    shutil.copytree(output, "copy")
    ended = kg("diff", "output", "copy")
    assert (ended.status, ended.out) == (0, "The graphs are the same.\n")
    assert kg("diff", "output", "output/graph.ttl").status == 0


def test_different(kg: Kg, output: Path, tmp_path: Path) -> None:
    other(tmp_path / "new")
    ended = kg("diff", "output", "new")
    assert ended.status == 1
    assert "- Otter Guild opposes Gull" in ended.out and "~ River news" in ended.out
    found = json.loads(kg("diff", "output", "new", "--json").out)
    assert [each["label"] for each in found["facts_removed"]] == ["Otter Guild opposes Gull"]


def test_a_patch(kg: Kg, output: Path, tmp_path: Path) -> None:
    other(tmp_path / "new")
    ended = kg("diff", "output", "new", "--patch")
    assert ended.status == 1 and ended.out.startswith("TX .\nD <") and ended.out.endswith("TC .\n")


def test_trouble(kg: Kg, output: Path) -> None:
    ended = kg("diff", "output", "nowhere")
    assert (ended.status, ended.out) == (2, "")
    assert "nowhere: no such file or folder" in ended.err
