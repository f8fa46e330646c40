"""`kg export`: the graph for other programs, with what was read back and what was left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Kg

from kg.export import FORMATS


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_what_was_read_back(kg: Kg, output: Path, format: str) -> None:
    ended = kg("export", "-f", format, "--to", "written")
    assert (ended.status, ended.out) == (0, "")
    first, *lost = ended.err.splitlines()
    assert first.startswith("Wrote written: ") and first.endswith("; read back.") and " fact" in first
    assert all(line.startswith("  ") and "left out" in line for line in lost)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("turtle", "ttl"),
        ("RDF/XML", "rdfxml"),
    ],
)
def test_the_forms_of_rdf_have_more_than_one_name(kg: Kg, output: Path, word: str, name: str) -> None:
    ended = kg("export", "-f", word)
    assert ended.status == 0 and ended.err.startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("a.nt", b"<http"),
        ("a.turtle", b"@prefix"),
        ("a.ntriples", b"<http"),
        ("a.csv", b"\xef\xbb\xbfstatement"),
        ("a.ftm", b'{"id"'),
        ("a.ftm.json", b'{"id"'),
        ("a.json", b"[{"),
        ("a.GRAPHML", b"<?xml"),
        ("a.rdf", b"<?xml"),
        ("a.b.trig", b"@prefix"),
        ("a", b"@prefix"),
    ],
)
def test_the_ending_of_the_file_names_the_format(kg: Kg, output: Path, name: str, begin: bytes) -> None:
    assert kg("export", "--to", name).status == 0
    assert Path(name).read_bytes().startswith(begin)


def test_o_is_short_for_to(kg: Kg, output: Path) -> None:
    assert kg("export", "-o", "short.nt").err.startswith("Wrote short.nt: ")
    kg("export", "--to", "long.nt")
    assert Path("short.nt").read_bytes() == Path("long.nt").read_bytes()


def test_neo4j_is_a_folder(kg: Kg, output: Path) -> None:
    assert kg("export", "-f", "neo4j", "--to", "tables").status == 0
    assert sorted(path.name for path in Path("tables").iterdir()) == ["nodes.csv", "relationships.csv"]
    ended = kg("export", "-f", "neo4j")
    assert ended.status == 2 and "name a folder for them with --to" in ended.err


def test_a_part_and_without_quotes(kg: Kg, output: Path) -> None:
    whole = kg("export", "-f", "nt").out
    assert "The Otter Guild opposes Gull" in whole
    assert "The Otter Guild opposes Gull" not in kg("export", "-f", "nt", "--no-quotes").out
    assert "1 article" in kg("export", "--document", "River news", "--facts-only").err
    assert kg("export", "--min-confidence", "1").err == "ttl: nothing; read back.\n"
    assert kg("export", "--since", "2025-04").err == "ttl: nothing; read back.\n"


def test_only_the_whole_graph_counts_as_its_turtle_file(kg: Kg, output: Path) -> None:
    kg("export", "--no-quotes", "--to", "output/graph.ttl")
    assert kg("validate").status == 1
    kg("export", "--to", "output/graph.ttl")
    assert kg("validate").status == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--document", "Hill news"), "no document called 'Hill news'"),
        (("--since", "yesterday"), "write it as 2025"),
        (("--since", "2026", "--until", "2025-12"), "no day lies between: 2026 is after 2025-12"),
        (("--since", "2025-13"), "write it as 2025"),
        (("--min-confidence", "90"), "less than or equal to 1"),
        (("--until", "2025-02-30"), "write it as 2025"),
        (("--to", "graph.foo"), "graph.foo: no format is known by that ending"),
        (("-f", ""), "no export format is called ''"),
        (("-f", "xls"), "no export format is called 'xls'. There are: ttl,"),
        (("--to", "output"), "output: cannot be written"),
    ],
)
def test_wrong_use_is_told(kg: Kg, output: Path, words: tuple[str, ...], message: str) -> None:
    ended = kg("export", *words)
    assert ended.status == 2 and message in ended.err and "Traceback" not in ended.err
