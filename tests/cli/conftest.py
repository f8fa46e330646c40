"""A command line to call, and a small graph by hand to call it on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from commands import Ended, Kg
from graphs import article, say, triples

from kg import cli, rdf, store
from kg.shipped import folder


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Kg:
    """Runs `kg` in an empty working folder."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["kg", *words])
        try:
            cli.main()
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capsys.readouterr()
        return Ended(status, out, err)

    return run


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A graph in `output/` of the working folder: Brightwater sells Gull to Ferrow County, a guild opposes it."""
    sale = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County")
    news = article(
        "River news",
        "Brightwater sells Gull to Ferrow County. The Otter Guild opposes Gull.",
        sale,
        say("Otter Guild", "kg:opposes", "Gull", 1),
        published="2025-03-05",
    )
    types = {"Brightwater": "kg:Company", "Gull": "kg:Product"}
    every = [*rdf.ontology_triples(folder("ontology")), *triples(news, types=types)]
    store.write(tmp_path / "output", every)
    return tmp_path / "output"
