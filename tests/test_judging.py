"""Names and statements as people type them become lines that mean just what they saw."""

from __future__ import annotations

from pathlib import Path

import pytest
from graphs import article, say, triples

from kg import rdf, store
from kg.errors import InvalidJudgement, NotFound
from kg.judging import judge
from kg.shipped import folder

SALE = say("Brightwater", "kg:sells", "Gull")
RIVER = article(
    "River", "Brightwater sells Gull. Ada Quill met Ed Quill.", SALE, say("Ada Quill", "kg:meetsWith", "Ed Quill", 1)
)
DAM = article(
    "Dam", "Brightwater sells Gull. Gull Ltd owns Brightwater.", SALE, say("Gull Ltd", "kg:owns", "Brightwater", 1)
)
HILL = article("Hill", "Ann Gull owns Loom Works.", say("Ann Gull", "kg:owns", "Loom Works"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    every = triples(RIVER, DAM, HILL, types={"Brightwater": "kg:Company"})
    store.write(tmp_path / "output", [*rdf.ontology_triples(folder("ontology")), *every])
    return tmp_path / "output"


def lines(out: Path) -> list[str]:
    return (out.parent / "output.judgements.csv").read_text().splitlines()


SOLD, SOLD_TOO = RIVER.statements[0].id, DAM.statements[0].id


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("same", "ed quill", "Ada Quill"), "same,ent:Ed_Quill,ent:Ada_Quill,“Ed Quill” is “Ada Quill”"),
        (
            ("same", "Ed Quill @ river", "ent:Ada_Quill"),
            "same,ent:Ed_Quill @ river.txt,ent:Ada_Quill,“Ed Quill” is “Ada Quill”",
        ),
        (("different", "ann gull", "Gull"), "different,ent:Ann_Gull,ent:Gull,“Ann Gull” is not “Gull”"),
        (
            ("different", "Brightwater @ river", "Brightwater @ dam.txt"),
            "different,ent:Brightwater @ river.txt,ent:Brightwater @ dam.txt,"
            "“Brightwater” in River is not “Brightwater” in Dam",
        ),
        (
            ("rename", "brightwater", " Brightwater  Group "),
            "rename,ent:Brightwater,Brightwater Group,“Brightwater” is called “Brightwater Group”",
        ),
        (("retype", "gull ltd", "company"), "retype,ent:Gull_Ltd,kg:Company,“Gull Ltd” is a company"),
        (("reject", f"st:{SOLD}"), f"reject,st:{SOLD},,not so: Brightwater sells Gull"),
        (("accept", SOLD), f"accept,st:{SOLD},,right: Brightwater sells Gull"),
        (("reject", f"https://example.org/kg/statement/{SOLD}"), f"reject,st:{SOLD},,not so: Brightwater sells Gull"),
        (
            ("reject", "gull ltd owns brightwater"),
            f"reject,st:{DAM.statements[1].id},,not so: Gull Ltd owns Brightwater",
        ),
    ],
)
def test_a_judgement_is_one_line(out: Path, words: tuple[str, ...], line: str):
    judged = judge(out, *words)
    assert lines(out) == ["kind,a,b,note", line]
    assert str(judged).startswith(f"Noted in {out.parent.resolve()}/output.judgements.csv: ")
    again = judge(out, *words)
    assert not again.is_new and str(again).startswith("Stands already in")
    assert len(lines(out)) == 2


def test_two_of_one_name_in_one_article_are_told_apart_by_the_place(tmp_path: Path):
    twice = article("Mill", "Ed Quill met Bo Ek. Ed Quill owns Gull.", say("Ed Quill", "kg:meetsWith", "Bo Ek"),
                    say("Ed Quill", "kg:owns", "Gull", 1))  # fmt: skip
    store.write(tmp_path / "output", [*rdf.ontology_triples(folder("ontology")), *triples(twice)])
    judge(tmp_path / "output", "different", "ed quill", "Ed Quill @ mill#char=20,39")
    assert lines(tmp_path / "output")[1] == (
        'different,ed quill @ mill.txt,"Ed Quill @ mill.txt#char=20,39",'
        '"“ed quill” is not “Ed Quill#char=20,39” in mill.txt"'
    )


def test_what_is_two_already_is_told(out: Path):
    assert "two already" in str(judge(out, "different", "ann gull", "Gull"))
    assert "two already" not in str(judge(out, "different", "Brightwater @ river", "Brightwater @ dam.txt"))


def test_a_note_is_kept(out: Path):
    judge(out, "same", "Ed Quill", "Ada Quill", note="seen in court")
    assert lines(out)[1].endswith(",seen in court")


@pytest.mark.parametrize(
    ("words", "error", "reason"),
    [
        (
            ("same", "Quill", "Gull"),
            InvalidJudgement,
            "'Quill' may be any of 2 names: ent:Ada_Quill (Ada Quill, entity, 1 article); ent:Ed",
        ),
        (("same", "Nobody", "Gull"), NotFound, "the graph knows no entity called 'Nobody'"),
        (("same", "Gull", "ent:Gull"), InvalidJudgement, "'Gull' and 'ent:Gull' are one already: ent:Gull."),
        (("different", "Gull", "gull"), InvalidJudgement, "'Gull @ DOCUMENT', where DOCUMENT is one of: Dam; River."),
        (("different", "Gull @ dam", "Gull"), InvalidJudgement, "Say in which articles"),
        (("different", "Gull @ hill", "Gull @ dam"), NotFound, "Hill names nothing called 'Gull'"),
        (("different", "Gull @ sea", "Gull @ dam"), NotFound, "the graph knows no document called 'sea'"),
        (("retype", "Gull", "drone"), InvalidJudgement, "no class is called 'drone'"),
        (
            ("different", "Loom Works", "loom works"),
            InvalidJudgement,
            "hill.txt names both alike. Say by two of its names",
        ),
        (
            ("different", "Loom Works", "Loom Works @ hill#char=900,910"),
            InvalidJudgement,
            "kg different 'Loom Works @ hill.txt' 'Loom Works @ hill.txt#char=14,24'",
        ),
        (("same", "Gull @ dam#char=0,4", "Ann Gull"), InvalidJudgement, "is for telling apart two that one article"),
        (("different", "Gull @ dam#char=0,4", "Ann Gull"), InvalidJudgement, "is for telling apart two that one"),
        (("rename", "Gull", " "), InvalidJudgement, "a name must have a letter"),
        (
            ("reject", "Brightwater sells Gull"),
            InvalidJudgement,
            "'Brightwater sells Gull' may be any of 2 statements: st:",
        ),
        (("reject", "Gull sells Brightwater"), NotFound, "the graph has no statement 'Gull sells Brightwater'"),
        (("reject", "st:a> b"), NotFound, "the graph has no statement"),
    ],
)
def test_what_is_ambiguous_or_unknown_is_told_and_nothing_is_written(out: Path, words, error, reason: str):
    with pytest.raises(error) as told:
        judge(out, *words)
    assert reason in str(told.value)
    assert not (out.parent / "output.judgements.csv").exists()


def test_what_contradicts_a_line_is_not_written(out: Path):
    judge(out, "reject", SOLD)
    with pytest.raises(InvalidJudgement, match=r"output\.judgements\.csv:3 .* contradicts .*output\.judgements\.csv:2"):
        judge(out, "accept", SOLD)
    assert len(lines(out)) == 2


def test_who_parts_what_a_line_made_one_is_told_which_line_to_delete(tmp_path: Path):
    every = triples(RIVER, DAM, replaced=(("The_Gull", "Gull"), ("Old_Gull", "Gull")))
    out = tmp_path / "output"
    store.write(out, [*rdf.ontology_triples(folder("ontology")), *every])
    with pytest.raises(InvalidJudgement, match=r"^'ent:The_Gull' and 'Gull' are both ent:Gull"):
        judge(out, "different", "ent:The_Gull", "Gull")
    (tmp_path / "output.judgements.csv").write_text(
        "kind,a,b,note\nsame,ent:The_Gull,ent:Gull,\nsame,ent:Nobody,ent:Gull,\nsame,ent:Old_Gull,ent:The_Gull,\n"
    )
    with pytest.raises(InvalidJudgement, match=r"csv:2 .* and .*csv:4 .* made them one: delete those lines and build"):
        judge(out, "different", "ent:The_Gull", "Gull")


def test_another_file_can_be_named(out: Path, tmp_path: Path):
    judge(out, "reject", SOLD_TOO, path=tmp_path / "mine.csv")
    assert (tmp_path / "mine.csv").read_text().count("reject") == 1
    assert not (tmp_path / "output.judgements.csv").exists()


def test_an_iri_that_was_replaced_means_what_it_is_now(tmp_path: Path):
    every = triples(RIVER, replaced=(("The_Gull", "Gull"),))
    store.write(tmp_path / "output", [*rdf.ontology_triples(folder("ontology")), *every])
    assert judge(tmp_path / "output", "rename", "ent:The_Gull", "The Gull").judgement.a == "ent:Gull"
