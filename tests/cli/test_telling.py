"""`kg search`, `path`, `timeline`, `contradictions`, `stats` as they are typed: readable, as JSON, and when wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Kg
from graphs import article, say, triples

from kg import rdf, store
from kg.shipped import folder


@pytest.fixture
def denied(output: Path) -> Path:
    """The graph of the other tests, with a sale that is denied and one that has a date."""
    sale = say(
        "Brightwater", "kg:sells", "Gull", recipient="Ferrow County", time=("In May", "2025-05-01", "2025-05-31")
    )
    news = article("River news", "In May Brightwater sells Gull to Ferrow County.", sale)
    more = article(
        "Mill news",
        "Ada Quill said Brightwater does not sell Gull.",
        say("Brightwater", "kg:sells", "Gull", negative=True, by="Ada Quill", cue="not"),
    )
    store.write(output, [*rdf.ontology_triples(folder("ontology")), *triples(news, more)])
    return output


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("search", "sell", "gull"), "[sells] [Gull]"),
        (("search", "ferrow county"), "[Ferrow County]"),
        (("search", "gull", "-ferrow"), "Ada Quill said Brightwater does not sell [Gull]."),
        (("path", "ferrow county", "brightwater"), "Brightwater"),
        (("timeline", "ferrow", "county"), "in May 2025  Brightwater sells Gull"),
        (("timeline", "Gull", "--until", "2025-05"), "in May 2025"),
        (("contradictions",), "denied by Ada Quill"),
        (("contradictions", "brightwater"), "said to be so, and not to be so"),
        (("contradictions", "--about", "brightwater"), "said to be so, and not to be so"),
        (("stats",), "denied"),
    ],
)
def test_answers_are_readable(kg: Kg, denied: Path, words: tuple[str, ...], shown: str) -> None:
    ended = kg(*words)
    assert ended.status == 0 and shown in ended.out


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("search", "gull"), "sentences"),
        (("path", "Gull", "Brightwater"), "connections"),
        (("timeline", "Gull"), "events"),
        (("contradictions",), "contradictions"),
        (("stats",), "by_status"),
    ],
)
def test_answers_are_json_for_programs(kg: Kg, denied: Path, words: tuple[str, ...], key: str) -> None:
    assert json.loads(kg(*words, "--json").out)[key]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("search", "?!"), "holds no word"),
        (("search", "gull", "--out", "nowhere"), "Run `kg build` first"),
        (("path", "Gull", "Nobody"), "Nobody"),
        (("path", "Gull"), "Missing argument"),
        (("timeline", "Nobody"), "Nobody"),
        (("timeline", "Gull", "--since", "May"), "is no day"),
        (("timeline", "Gull", "--since", "2025-13"), "is no day"),
        (("timeline", "Gull", "--until", "0000"), "is no day"),
        (("timeline", "Gull", "--since", "2025-06", "--until", "2025-05"), "no day lies between"),
        (("timeline", "Gull", "--status", "true"), "is no status"),
        (("contradictions", "Nobody"), "Nobody"),
        (("contradictions", "--about", "Nobody"), "Nobody"),
        (("contradictions", "Gull", "--about", "Gull"), "name it once"),
        (("stats", "--out", "nowhere"), "Run `kg build` first"),
    ],
)
def test_wrong_use_is_told_and_is_status_2(kg: Kg, denied: Path, words: tuple[str, ...], reason: str) -> None:
    ended = kg(*words)
    assert (ended.status, ended.out) == (2, "")
    assert reason in ended.err and "Traceback" not in ended.err


def test_nothing_found_is_no_error(kg: Kg, denied: Path) -> None:
    assert kg("search", "absent").status == 0
    assert kg("path", "Ada Quill", "Gull").out.startswith("0 chains")


def test_what_was_cut_is_told(kg: Kg, denied: Path) -> None:
    assert "--most" in kg("search", "gull", "-n", "1").err
