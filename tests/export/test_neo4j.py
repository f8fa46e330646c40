"""Tables as `neo4j-admin database import` reads them."""

from __future__ import annotations

import csv
import io
import re

import pytest
from graphs import article, graph, say

from kg.errors import KgError
from kg.export import export, exported
from kg.model import Literal

SALE = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County", time=("in May", "2021-05-01", "2021-05-31"))
RIVER = article(
    "River news",
    'Brightwater sells Gull to Ferrow County in May. Marsh Watch opposes the sale, "now".\n'
    "Ada Quill said Brightwater left Hull. "
    "Ada Quill, chief engineer, fell.",
    SALE,
    say("Marsh Watch", "kg:opposes", SALE, 1),
    say("Brightwater", "kgo:leaveFor", "Hull", 2, by="?", words="left", cue="said"),
    say("Ada Quill", "kg:holdsPosition", Literal("chief engineer"), 3),
    say("Ada Quill", "kgo:fall", None, 3, words="fell"),
    published="2025-03-05",
)
NEWS = graph(RIVER, types={"Gull": "kg:Product"}, aliases={"Ferrow County": "Ferrow; the County"})


def tables() -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    files = exported(NEWS, "neo4j").files
    assert list(files) == ["nodes.csv", "relationships.csv"]
    nodes, lines = (list(csv.DictReader(io.StringIO(data.decode(), newline=""))) for data in files.values())
    return nodes, lines


def test_a_thing_is_a_node_with_its_class_as_a_label() -> None:
    nodes = {row["id:ID"]: row for row in tables()[0]}
    assert nodes["ent:Gull"][":LABEL"] == "Thing;Product" and nodes["ent:Gull"]["named:boolean"] == "true"
    county = nodes["ent:Ferrow_the_County"]
    assert (county["label"], county["aliases:string[]"]) == ("Ferrow; the County", "Ferrow County")
    assert [row["label"] for row in nodes.values() if row[":LABEL"] == "Article"] == ["River news"]


def test_a_fact_is_a_relationship_and_a_claim_is_none() -> None:
    nodes, lines = tables()
    facts = {(line[":START_ID"], line[":TYPE"], line[":END_ID"]) for line in lines if line["fact:boolean"]}
    proposition = next(row["id:ID"] for row in nodes if row["label"] == "Brightwater sells Gull")
    value = next(row["id:ID"] for row in nodes if row["value"] == "chief engineer")
    assert facts == {
        ("ent:Brightwater", "SELLS", "ent:Gull"),
        ("ent:Marsh_Watch", "OPPOSES", proposition),
        ("ent:Ada_Quill", "HOLDS_POSITION", value),
        ("ent:Ada_Quill", "FALL", "ent:Ada_Quill"),
    }
    (sale,) = (line for line in lines if line[":TYPE"] == "SELLS")
    assert (sale["startDate:date"], sale["documents:int"], sale["confidence:double"]) == ("2021-05-01", "1", "0.8")


def test_every_statement_is_a_node_with_its_standing_and_its_sentence() -> None:
    nodes, lines = tables()
    told = {row["label"]: row for row in nodes if row[":LABEL"] == "Statement"}
    claim = told["Brightwater leaves for Hull"]
    assert (claim["status"], claim["cue"], claim["sentence"]) == (
        "claimed",
        "said",
        "Ada Quill said Brightwater left Hull.",
    )
    assert RIVER.document.text[int(claim["begin:int"]) : int(claim["end:int"])] == claim["sentence"]
    ends = {(line[":TYPE"], line[":END_ID"]) for line in lines if line[":START_ID"] == claim["id:ID"]}
    assert {("SUBJECT", "ent:Brightwater"), ("OBJECT", "ent:Hull"), ("ATTRIBUTED_TO", "kg:UnnamedSource")} < ends
    assert ("ROLE", "ent:Ferrow_the_County") in {(line[":TYPE"], line[":END_ID"]) for line in lines}


def test_headers_cells_and_ends_are_as_the_importer_wants_them() -> None:
    files = exported(NEWS, "neo4j").files
    nodes, lines = tables()
    names = [row["id:ID"] for row in nodes]
    assert len(set(names)) == len(names) and all(names)
    assert {line[end] for line in lines for end in (":START_ID", ":END_ID")} <= set(names)
    assert all(re.fullmatch(r"[A-Z_]+", line[":TYPE"]) for line in lines)
    for data, rows in zip(files.values(), (nodes, lines), strict=True):
        assert data.count(b"\n") == len(rows) + 1  # no cell breaks a line
        for name in rows[0]:
            assert re.fullmatch(r"\w+(:(ID|int|double|boolean|date|string\[\]))?|:(LABEL|TYPE|START_ID|END_ID)", name)


def test_all_is_counted_and_what_is_not_there_is_told() -> None:
    made = exported(NEWS, "neo4j")
    assert str(made.counts) == "5 statements, 4 facts, 6 things, 1 article"
    assert [line.partition(":")[0] for line in made.lost] == ["7 mentions left out", "1 text left out"]


def test_two_files_are_no_one_file() -> None:
    with pytest.raises(KgError, match="neo4j is several files: name a folder for them with --to"):
        export(NEWS, "neo4j")
