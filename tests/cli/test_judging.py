"""From a build to a judgement, to the build that obeys it, and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Kg

pytestmark = pytest.mark.model
TEXTS = {
    "mill.md": "---\ntitle: Mill\n---\nBright Brewery bought the mill on Monday. Bo Ekman praised the sale.",
    "dam.md": "---\ntitle: Dam\n---\nB. Ekman closed the dam on Friday. The Otter Guild opposes the dam.",
}


@pytest.fixture
def built(kg: Kg) -> Kg:
    Path("articles").mkdir()
    for name, text in TEXTS.items():
        Path("articles", name).write_text(text)
    assert kg("build", "articles").status == 0
    return kg


def graph() -> bytes:
    return Path("output/graph.ttl").read_bytes()


def entities(kg: Kg) -> list[str]:
    rows = kg("query", "SELECT ?e ?n { ?e kg:isNamed true ; rdfs:label ?n } ORDER BY ?e", "-f", "csv").out.splitlines()
    return [row.replace("https://example.org/kg/entity/", "") for row in rows[1:]]


def build(kg: Kg) -> str:
    ended = kg("build", "articles")
    assert ended.status == 0, ended.err
    assert kg("validate").status == 0
    return ended.out


def test_the_summary_counts_names(built: Kg) -> None:
    assert "names" in (out := build(built)) and "entities" in out and "doubtful merge" in out
    assert "since the last build" not in out


def test_a_line_is_obeyed_and_undone_by_deleting_it(built: Kg) -> None:
    before, people = graph(), [name for name in entities(built) if "Ekman" in name]
    assert len(people) == 2
    one, other = (f"ent:{row.partition(',')[0]}" for row in people)
    ended = built("same", one, other)
    assert ended.status == 0 and ended.err.startswith("Noted in ") and "output.judgements.csv" in ended.err
    out = build(built)
    assert "is now ent:Bo_Ekman" in out
    assert len([name for name in entities(built) if "Ekman" in name]) == 1
    assert b"dcterms:isReplacedBy" in graph()
    Path("output.judgements.csv").write_text("kind,a,b,note\n")
    build(built)
    assert graph() == before


def test_two_of_one_name_in_one_article_are_parted_and_made_one_again(built: Kg) -> None:
    text = (
        "Paul Reed, a carpenter, bought the mill. He praised it.\n\nPaul Reed, the mayor, opposes the sale. He left.\n"
    )
    Path("articles/two.txt").write_text(text)
    build(built)
    before, start = graph(), text.index("Paul Reed, the mayor")
    ended = built("different", "Paul Reed", "Paul Reed")
    assert ended.status == 2 and f"'Paul Reed @ two.txt#char={start},{start + 9}'" in ended.err
    assert built("different", "Paul Reed", f"Paul Reed @ two.txt#char={start},{start + 9}").status == 0
    assert "1 entity new" in build(built)
    assert len([name for name in entities(built) if "Paul Reed" in name]) == 2
    during = graph()
    Path("articles/late.txt").write_text("Ada Finch sold the dam.")
    build(built)
    Path("articles/late.txt").unlink()
    build(built)
    assert graph() == during and built("verify").status == 0
    assert "carpenter" in built("explain", "Paul Reed").out
    Path("output.judgements.csv").unlink()
    build(built)
    assert [line for line in graph().splitlines() if b"isReplacedBy" not in line] == before.splitlines()


def test_names_and_classes_can_be_set(built: Kg) -> None:
    before = graph()
    built("rename", "Otter Guild", "Guild of Otters")
    built("retype", "Otter Guild", "company")
    build(built)
    row = built("query", "SELECT ?c { ent:Otter_Guild rdfs:label 'Guild of Otters' ; a ?c }", "-f", "csv").out
    assert row.splitlines()[1].endswith("#Company")
    Path("output.judgements.csv").unlink()
    build(built)
    assert graph() == before


def test_a_rejected_statement_stays_and_its_fact_goes(built: Kg) -> None:
    asked = "SELECT ?st ?s ?p ?o { ?st rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o FILTER EXISTS { ?s ?p ?o } }"
    statement, s, p, o = built("query", f"{asked} LIMIT 1", "-f", "csv").out.splitlines()[1].split(",")
    assert built("reject", statement).status == 0
    assert "contradicts" in built("accept", statement).err
    build(built)
    object = f"<{o}>" if o.startswith("http") else f"'{o}'"
    assert built("query", f"ASK {{ <{s}> <{p}> {object} }}").out == "no\n"
    assert built("query", f"ASK {{ <{statement}> a kg:Statement ; kg:review kg:Rejected }}").out == "yes\n"
    assert "rejected by a reviewer" in built("explain", f"<{s}>").out


def test_the_words_of_a_statement_need_no_quotes(built: Kg) -> None:
    done = built("reject", "Otter", "Guild", "eats", "the", "moon")
    assert done.status == 2
    assert "the graph has no statement 'Otter Guild eats the moon'" in done.err
    label = "SELECT ?label { ?st a kg:Statement ; rdfs:label ?label } GROUP BY ?label HAVING (COUNT(?st) = 1) LIMIT 1"
    words = built("query", label, "-f", "tsv").out.splitlines()[1].strip('"').partition('"')[0]
    assert built("accept", *words.split()).status == 0


def test_what_matches_nothing_is_told_and_does_no_harm(built: Kg) -> None:
    before = graph()
    Path("output.judgements.csv").write_text("kind,a,b,note\nrename,Nobody,Somebody,\naccept,st:Nothing-0a1b2c3d4e,,\n")
    out = build(built)
    assert "judgement matches nothing: " in out and "output.judgements.csv:2 (rename, Nobody, Somebody)" in out
    assert "output.judgements.csv:3 (accept, st:Nothing-0a1b2c3d4e)" in out
    assert graph() == before


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("output.judgements.csv", "same,A,B\ndifferent,A,B\n", "judgements.csv:2 (different, A, B) contradicts"),
        ("output.judgements.csv", "retype,Otter Guild,firm\n", "no class is called 'firm'"),
        ("output.ledger.csv", "entity\n", "ledger.csv:1: the ledger is damaged"),
    ],
)
def test_a_file_that_cannot_be_obeyed_is_one_line_and_leaves_the_graph(
    built: Kg, name: str, text: str, reason: str
) -> None:
    before = graph()
    Path(name).write_text(text)
    ended = built("build", "articles")
    assert (ended.status, ended.err.count("\n")) == (2, 1)
    assert ended.err.startswith("kg: ") and reason in ended.err
    assert graph() == before


def test_articles_come_and_go_and_names_stay(built: Kg) -> None:
    before = dict(row.split(",") for row in entities(built))
    Path("articles/again.md").write_text(
        "---\ntitle: Again\n---\nBo Ekman joined the Otter Guild and Ada Finch on Sunday."
    )
    assert "since the last build: 1 entity new, 0 gone\n" in build(built)
    assert before.items() <= dict(row.split(",") for row in entities(built)).items()
    Path("articles/dam.md").unlink()
    out = build(built)
    assert "since the last build: 0 entities new, 1 gone: ent:B_Ekman\n" in out
    assert set(dict(row.split(",") for row in entities(built))) & set(before)


def test_files_may_stand_elsewhere(built: Kg) -> None:
    Path("mine").mkdir()
    Path("kg.toml").write_text('judgements = "mine/judgements.csv"\nledger = "mine/ledger.csv"\n')
    built("rename", "Otter Guild", "Guild of Otters")
    build(built)
    assert "ent:Otter_Guild" not in Path("mine/ledger.csv").read_text()
    assert Path("mine/ledger.csv").read_text().count("Otter_Guild") >= 1
    assert "Guild of Otters" in "".join(entities(built))
    assert built("build", "articles", "--ledger", "nowhere/ledger.csv").err.endswith(
        "Name another file with --ledger.\n"
    )


def test_review_and_identity_are_shown(built: Kg) -> None:
    assert "of names that may be one" in built("review", "--below", "1").out
    assert "called" in built("explain", "--entity", "Otter Guild").out
    assert built("explain").status == 2
