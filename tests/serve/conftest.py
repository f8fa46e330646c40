"""A small graph that is served: a sale, who opposes it, a claim, and names that try to break out of a page."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphs import article, say, triples
from view.evil import EVIL

from kg import query, rdf, store
from kg.serve.app import application
from kg.serve.served import Served
from kg.shipped import folder

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of the test client, about its own successor
    from starlette.testclient import TestClient

SALE = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County")
RIVER = article(
    "River news",
    "Brightwater sells Gull to Ferrow County. The Otter Guild opposes the sale. Zoë Ångström said Gull is unsafe.",
    SALE,
    say("Otter Guild", "kg:opposes", SALE, 1, words="opposes"),
    say("Gull", "kgo:beUnsafe", None, 2, words="is unsafe", by="Zoë Ångström", cue="said"),
    published="2025-03-05",
)
NASTY = (*(text for text in EVIL if text), "../../etc/passwd", "%2e%2e%2f", "A/B?c=d#e", "?", "50% & more;")
BASE = "https://example.org/kg/"


def nasty() -> list[object]:
    """An article for each nasty name, which is its title, its seller, its product and its words."""
    return [
        article(name, f"{name} sells {name} oats.", say(name, "kg:sells", f"{name} oats"), source=name)
        for name in NASTY
    ]


def write(out: Path, *readings: object, base: str = BASE, **more: object) -> Path:
    """Put the graph of readings into a folder."""
    every = [*rdf.ontology_triples(folder("ontology")), *triples(*readings, **more)]
    store.write(out, every, base=base)
    return out


def client_of(out: Path, **limits: object) -> TestClient:
    """A client of the server of a folder."""
    served = Served(out, query.Limits(**limits))
    return TestClient(application(served), base_url="http://127.0.0.1:8765", raise_server_exceptions=True)


@pytest.fixture(scope="session")
def river(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the graph of the river."""
    types = {"Brightwater": "kg:Company", "Gull": "kg:Product"}
    return write(tmp_path_factory.mktemp("river"), RIVER, types=types)


@pytest.fixture(scope="session")
def client(river: Path) -> Iterator[TestClient]:
    """A client of its server."""
    with client_of(river, seconds=5, rows=50) as opened:
        yield opened


@pytest.fixture(scope="session")
def nasty_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of the server of a graph of nasty names."""
    with client_of(write(tmp_path_factory.mktemp("nasty"), *nasty())) as opened:
        yield opened
