"""Clients that know nothing of kg: curl, and JavaScript as Node runs it, over the W3C's protocol."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from serve.server import Server, serving

CLIENT = Path(__file__).parent / "client.mjs"
GULL = "https://example.org/kg/entity/Gull"


@pytest.fixture(scope="module")
def server(river: Path) -> Iterator[Server]:
    with serving(river) as running:
        yield running


def ran(*command: str) -> str:
    return subprocess.run(command, capture_output=True, timeout=60, check=True).stdout.decode()


@pytest.fixture(scope="module")
def told(server: Server) -> dict[str, tuple[int, str, str]]:
    """Status, kind and text of each answer that Node got."""
    lines = (line.split(" ", 2) for line in ran("node", str(CLIENT), f"{server.address}/sparql").splitlines())
    found = {}
    for what, status, rest in lines:
        kind, _, text = rest.partition(' "')
        found[what] = (int(status), kind, json.loads(f'"{text}'))
    return found


@pytest.mark.node
@pytest.mark.parametrize("what", ["get", "direct"])
def test_javascript_gets_rows(told, what):
    status, kind, text = told[what]
    assert (status, kind.partition(";")[0]) == (200, "application/sparql-results+json")
    assert [row["o"]["value"] for row in json.loads(text)["results"]["bindings"]] == [GULL]


@pytest.mark.node
def test_javascript_gets_other_forms_and_searches(told):
    assert told["form"][2].splitlines()[1].endswith(GULL)
    assert told["search"][2] == "q\nBrightwater sells Gull to Ferrow County.\n"
    assert GULL in told["construct"][2] and told["construct"][1].startswith("application/n-triples")


@pytest.mark.node
def test_javascript_is_told_what_is_wrong(told):
    assert told["mistake"][0] == 400 and "line 1" in told["mistake"][2]
    assert told["update"][0] == 403


@pytest.mark.parametrize(
    ("query", "accept", "expected"),
    [
        ("SELECT ?o { ?s kg:sells ?o }", "text/csv", f"o\n{GULL}\n"),
        (
            'SELECT ?q { ?s kg:matches "unsafe" ; kg:quote ?q }',
            "text/csv",
            "q\nZoë Ångström said Gull is unsafe.\n",
        ),
        ("ASK { ?s kg:sells ?o }", "application/sparql-results+json", '"boolean"'),
    ],
)
def test_curl_gets_answers(server, query, accept, expected):
    words = ("curl", "-sf", "-H", f"Accept: {accept}", "--data-urlencode", f"query={query}")
    assert expected in ran(*words, f"{server.address}/sparql")
