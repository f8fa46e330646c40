"""The table of statements opens in a spreadsheet, and runs nothing there."""

from __future__ import annotations

import csv
import io

import pytest
from graphs import article, graph, say

from kg.export import export
from kg.export.spreadsheet import defused
from kg.model import Literal

SALE = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County", time=("in May", "2021-05-01", "2021-05-31"))
RIVER = article(
    "River news",
    "Brightwater sells Gull to Ferrow County in May. Marsh Watch opposes it.\nAda Quill said Brightwater left Hull.",
    SALE,
    say("Marsh Watch", "kg:opposes", SALE, 1),
    say("Brightwater", "kgo:leave", "Hull", 2, by="Ada Quill", words="left", cue="said"),
    published="2025-03-05",
)


def rows(*readings):
    """The rows of the table of some articles."""
    return list(csv.DictReader(io.StringIO(export(graph(*readings), "csv").decode("utf-8-sig"), newline="")))


def test_a_statement_is_a_row():
    found = rows(RIVER)
    assert [(r["subject"], r["relation"], r["object"], r["fact"], r["in words"]) for r in found] == [
        ("Brightwater", "sells", "Gull", "yes", "stated by the article"),
        ("Marsh Watch", "opposes", "Brightwater sells Gull", "yes", "stated by the article"),
        ("Brightwater", "leave", "Hull", "no", "claimed by Ada Quill"),
    ]
    assert found[0]["roles"] == "recipient: Ferrow County"
    assert found[0]["time"] == "in May (2021-05-01 to 2021-05-31)"
    assert found[0]["subject id"] == "ent:Brightwater"
    assert found[2]["said by"] == "Ada Quill"


def test_the_mark_of_utf8_stands_first():
    assert export(graph(RIVER), "csv").startswith(b"\xef\xbb\xbfstatement,")


@pytest.mark.parametrize(
    "cell, written",
    [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-cmd", "'-cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("-5", "-5"),
        ("+4.5", "+4.5"),
        ("oats", "oats"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula_and_numbers_stay(cell, written):
    assert defused(cell) == written


def test_formulas_in_articles_are_defused():
    row = rows(article("=T", "=SUM(A1) sells -5.", say("=SUM(A1)", "kg:sells", Literal("-5", "xsd:string", 15, 17))))[0]
    assert (row["subject"], row["object"], row["article"]) == ("'=SUM(A1)", "-5", "'=T")
