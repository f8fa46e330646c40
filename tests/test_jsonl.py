"""Statements and entities as lines for other programs."""

from __future__ import annotations

import json

from graphs import article, resolve, say

from kg.jsonl import Lines
from kg.model import Literal

TEXT = (
    "Brightwater sells Gull to Ferrow County in May. Ada Quill said the Otter Guild opposes the sale. It cost 40 euros."
)
SALE = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County", time=("in May", "2025-05-01", "2025-05-31"))
NEWS = article(
    "River news",
    TEXT,
    SALE,
    say("Otter Guild", "kg:opposes", SALE, 1, by="Ada Quill", cue="said"),
    say("Gull", "kg:amount", Literal("40 euros", "xsd:string", 105, 113), 2),
)
PLACE = {"document": "river.txt"}


def lines() -> Lines:
    return Lines(NEWS, resolve(NEWS, types={"Gull": "kg:Product"}), PLACE)


def test_a_statement_tells_who_what_whom_with_offsets_that_hold() -> None:
    first = next(lines().statements())
    assert first["document"] == "river.txt"
    assert (first["subject"]["label"], first["predicate"]["name"], first["object"]["label"]) == (
        "Brightwater",
        "kg:sells",
        "Gull",
    )
    assert first["roles"]["recipient"]["text"] == "Ferrow County"
    assert TEXT[first["start"] : first["end"]] == first["sentence"]
    assert all(TEXT[s:e] == "Gull" for s, e in first["object"]["mentions"])
    assert (first["status"], first["mode"], first["polarity"]) == ("asserted", "factual", "positive")
    assert first["time"] == {"text": "in May", "start_date": "2025-05-01", "end_date": "2025-05-31"}


def test_a_proposition_is_the_id_of_its_line() -> None:
    first, second, _ = lines().statements()
    assert second["object"]["statement"] == first["id"]
    assert second["status"] == "claimed" and second["attributed_to"] == ["Ada Quill"]


def test_a_literal_has_a_value_and_a_place() -> None:
    assert list(lines().statements())[2]["object"]["value"] == "40 euros"


def test_entities_come_with_all_their_mentions() -> None:
    found = {line["label"]: line for line in lines().entities()}
    assert found["Gull"]["type"] == "kg:Product"
    assert found["Gull"]["document"] == "river.txt"
    assert all(TEXT[s:e] == "Otter Guild" for s, e in found["Otter Guild"]["mentions"])


def test_every_line_is_json() -> None:
    for line in (*lines().statements(), *lines().entities()):
        assert json.loads(json.dumps(line)) == line
