"""Lists of known things: lines, CSV, Turtle."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InvalidConfig
from kg.known import KnownThing, known_entities


def test_names_and_addresses(tmp_path: Path) -> None:
    (tmp_path / "known.tsv").write_text(
        "# towns\nHull\thttps://towns.example/hull\n\nSt. Ives \t http://towns.example/i\n"
    )
    assert known_entities(tmp_path / "known.tsv") == (
        KnownThing("Hull", "known.tsv", 2, addresses=("https://towns.example/hull",)),
        KnownThing("St. Ives", "known.tsv", 4, addresses=("http://towns.example/i",)),
    )


@pytest.mark.parametrize("line", ["Hull", "Hull https://towns.example/hull", "\thttps://a.example", "Hull\tfile:///x"])
def test_a_line_that_is_no_pair_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "known.tsv").write_text(f"# towns\n{line}\n")
    with pytest.raises(InvalidConfig, match=r"known\.tsv:2: write a name, a tab"):
        known_entities(tmp_path / "known.tsv")


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xff"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "known.tsv").write_bytes(content)
    with pytest.raises(InvalidConfig, match=r"known\.tsv"):
        known_entities(tmp_path / "known.tsv")


CSV = """name,aliases,type,address,identifier,context
Ann Holt,A. Holt|Annie Holt,person,https://people.example/1,P-1,judge|Calder
# a comment

"Holt, Brix and Sons",,Corporation,,,"""


def test_a_table_has_aliases_types_and_context(tmp_path: Path) -> None:
    (tmp_path / "known.csv").write_text(CSV)
    ann, firm = known_entities(tmp_path / "known.csv")
    assert ann == KnownThing(
        "Ann Holt",
        "known.csv",
        2,
        ("A. Holt", "Annie Holt"),
        "kg:Person",
        ("https://people.example/1",),
        ("P-1",),
        ("judge", "Calder"),
    )
    assert (firm.name, firm.type, firm.addresses, firm.line) == ("Holt, Brix and Sons", "kg:Company", (), 5)


TURTLE = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
@prefix : <https://people.example/> .

:list a skos:ConceptScheme ; skos:prefLabel "People we know" .
:ann a skos:Concept , schema:Person ; skos:prefLabel "Ann Holt"@en , "Anna Holt"@de ; skos:altLabel "Annie Holt" ;
  skos:exactMatch <http://www.wikidata.org/entity/Q1> ; schema:identifier "P-1" ; schema:jobTitle "judge" .
"""


def test_turtle_is_read_as_skos_and_schema(tmp_path: Path) -> None:
    (tmp_path / "known.ttl").write_text(TURTLE)
    (ann,) = known_entities(tmp_path / "known.ttl")
    assert (ann.name, ann.type, ann.line) == ("Ann Holt", "kg:Person", 6)
    assert set(ann.aliases) == {"Anna Holt", "Annie Holt"}
    assert ann.addresses == ("https://people.example/ann", "http://www.wikidata.org/entity/Q1")
    assert (ann.identifiers, ann.context) == (("P-1",), ("judge",))


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.csv", "who,what\nAnn,x\n", r"a\.csv:1: name the columns"),
        ("a.csv", "name,type\nAnn,wizard\n", r"a\.csv:2: 'wizard' is no type"),
        ("a.csv", "name,address\nAnn,example\n", r"a\.csv:2: 'example' is no address"),
        ("a.csv", "name\nAnn,Bo\n", r"a\.csv:2: 2 cells for 1 columns"),
        ("a.csv", "name,type\n,person\n", r"a\.csv:2: write one name"),
        ("a.csv", 'name\n"Ann\n', r"a\.csv:\d: this is no CSV"),
        ("a.ttl", "@prefix x: <https://x.example/> .\nx:a x:b\n", r"a\.ttl:\d: this is no Turtle"),
        ("a.ttl", TURTLE.replace('skos:prefLabel "Ann Holt"@en , "Anna Holt"@de ;', ""), r"a\.ttl:6: .* has no name"),
    ],
)
def test_what_is_no_entry_is_named_with_its_line(tmp_path: Path, name: str, content: str, complaint: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(InvalidConfig, match=complaint):
        known_entities(tmp_path / name)
