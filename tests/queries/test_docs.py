"""What docs/queries.md shows is what there is, and its SPARQL runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from graphs import article, graph, say

from kg import query

TEXT = (Path(__file__).parents[2] / "docs" / "queries.md").read_text("utf-8")
SALE = say("Brightwater", "kg:sells", "Gull")
STORE = graph(
    article(
        "T",
        "Brightwater sells Gull. Marsh Watch opposes it. Ada Quill said Gull flies.",
        SALE,
        say("Marsh Watch", "kg:opposes", SALE, 1),
        say("Gull", "kgo:fly", None, 2, words="flies", by="Ada Quill"),
        published="2021-05-04",
    ),
    types={"Brightwater": "kg:Company"},
)


def test_the_table_lists_every_question():
    rows = re.findall(r"(?m)^\| `([\w-]+)` \| (.+?) \| (.*?) ?\|$", TEXT)
    expected = []
    for each in query.library():
        options = " ".join(f"--{parameter.name}" for parameter in each.parameters)
        expected.append((each.name, each.title, f"`{options}`" if options else ""))
    assert rows == expected


@pytest.mark.parametrize("text", re.findall(r"```sparql\n(.*?)```", TEXT, re.DOTALL))
def test_every_query_runs_and_finds_something(text):
    assert len(query.ask(STORE, text))


@pytest.mark.parametrize(
    "options", [{}, {"topic": "Gull"}, {"since": "2020"}, {"topic": "gull", "since": "2021-05-04"}]
)
def test_the_file_of_ones_own_runs(tmp_path, options):
    (text,) = re.findall(r"```\n(# Who is quoted.*?)```", TEXT, re.DOTALL)
    (tmp_path / "mine.rq").write_text(text, "utf-8")
    assert [row["who"] for row in query.run(STORE, str(tmp_path / "mine.rq"), options)] == ["Ada Quill"]
    assert len(query.run(STORE, str(tmp_path / "mine.rq"), {"since": "2022"})) == 0
