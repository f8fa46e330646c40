"""The file of judgements: what a line means, what cannot be read, and which lines contradict each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import judgements, ontology
from kg.errors import InvalidJudgement
from kg.judgements import Judgement, Reference

HEAD = "kind,a,b,note\n"


def test_a_file_is_read_in_its_order_and_notes_do_not_count():
    text = HEAD + 'same,"Mill, the",Old Mill,seen there\n\n# a remark, with a comma\naccept,st:A_owns_B-0a1b2c3d4e,,\n'
    assert judgements.parse(text) == (
        Judgement("same", "Mill, the", "Old Mill"),
        Judgement("accept", "st:A_owns_B-0a1b2c3d4e"),
    )


def test_a_file_needs_no_header_and_no_notes():
    assert judgements.parse("rename,Velmar,Velmar Group\n") == (Judgement("rename", "Velmar", "Velmar Group"),)


def test_no_file_is_no_judgement(tmp_path: Path):
    assert judgements.read(tmp_path / "none.csv") == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("sam,A,B,", "no judgement is called 'sam'. Did you mean same?"),
        ("hate,A,B,", "no judgement is called 'hate'. There are: same, different"),
        ("same,A,,", "this line should be same,A,B,note"),
        ("reject,st:A-1,st:B-2,", "this line should be reject,STATEMENT,,note"),
        ("same,A, Inc.,B,note,", "Put a name with a comma into quotes"),
        ('same,"A,B', "cannot be read as CSV"),
        ("different,The Velmar,Velmar,", "one name twice. Limit it to documents: NAME @ DOCUMENT."),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, reason: str):
    path = tmp_path / "mine.csv"
    path.write_text(f"{HEAD}{line}\n")
    with pytest.raises(InvalidJudgement) as error:
        judgements.read(path)
    assert f"{path}:2" in str(error.value) and reason in str(error.value) and "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["same,A,B", "different,B,A"], (2, 3)),
        (["different,A,C", "same,A,B", "rename,X,Y", "same,B,C"], (2, 3, 5)),
        (["same,ent:A,ent:B", "different,https://x.example/entity/A,ent:B"], (2, 3)),
        (["rename,Velmar,V1", "rename,The Velmar Inc.,V2"], (2, 3)),
        (["retype,Velmar,company", "retype,Velmar,place"], (2, 3)),
        (["reject,st:A-1", "accept,st:A-1"], (2, 3)),
        (["reject,st:A-1", "accept,https://x.example/statement/A-1"], (2, 3)),
    ],
)
def test_contradictions_name_all_their_lines(lines: list[str], numbers: tuple[int, ...]):
    with pytest.raises(InvalidJudgement) as error:
        judgements.parse(HEAD + "".join(f"{line}\n" for line in lines), "mine.csv")
    message = str(error.value)
    assert all(f"mine.csv:{number} (" in message for number in numbers) and message.count("mine.csv:") == len(numbers)
    assert message.endswith("Delete one of these lines.")


@pytest.mark.parametrize(
    "lines",
    [
        ["same,A,B", "same,A,B", "rename,A,X", "rename,A,X", "reject,st:A-1", "reject,st:A-1"],
        ["same,A,B", "different,B @ a.txt,C"],
        ["rename,A @ a.txt,X", "rename,A @ b.txt,Y"],
    ],
)
def test_what_does_not_contradict(lines: list[str]):
    assert len(judgements.parse("".join(f"{line}\n" for line in lines))) == len(lines)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ent:Bo_Ek", Reference(id="Bo_Ek")),
        ("<https://x.example/entity/Bo_Ek-0a1b2c3d>", Reference(id="Bo_Ek-0a1b2c3d")),
        ("The Velmar Inc.", Reference(name="velmar")),
        ("Bo Ek @ Mill sold", Reference(name="bo ek", document="Mill sold")),
        ("ent:Bo_Ek @ mill.txt", Reference(id="Bo_Ek", document="mill.txt")),
    ],
)
def test_what_a_word_means(text: str, meant: Reference):
    assert judgements.reference(text) == meant


def test_a_judgement_is_added_once_and_only_if_it_contradicts_nothing():
    once = judgements.added("", Judgement("same", "A", "B, C", "note"))
    assert once == HEAD + 'same,A,"B, C",note\n'
    assert judgements.added(once, Judgement("same", "A", "B, C", "another note")) == once
    assert judgements.added("same,A,B", Judgement("accept", "st:X-1")) == "same,A,B\naccept,st:X-1,,\n"
    with pytest.raises(InvalidJudgement, match=r"mine.csv:3 \(different, A, B, C\) contradicts mine.csv:2"):
        judgements.added(once, Judgement("different", "A", "B, C"), "mine.csv")


@pytest.mark.parametrize("word", ["company", "Company", "kg:Company"])
def test_a_class_is_called_by_name_or_label(word: str):
    [judged] = judgements.with_classes(
        [Judgement("retype", "A", word)], {"kg:company": "kg:Company", "company": "kg:Company"}
    )
    assert judged.b == "kg:Company"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("kg:Compny", "Did you mean kg:Company?"),
        ("govt body", "Did you mean government body?"),
        ("kg:Nope", "Name one of the ontology, such as kg:Company."),
        ("kg:Mode", "Name one of the ontology, such as kg:Company."),
        ("sells", "Name one of the ontology, such as kg:Company."),
    ],
)
def test_a_slip_of_the_pen_gets_a_class_of_things_and_nothing_else(word: str, hint: str):
    with pytest.raises(InvalidJudgement) as told:
        judgements.with_classes([Judgement("retype", "A", word)], ontology.load().class_by_word)
    assert str(told.value).endswith(hint)


def test_a_class_that_is_none_is_named():
    with pytest.raises(InvalidJudgement, match=r"no class is called 'compny'\. Did you mean company\?"):
        judgements.with_classes([Judgement("retype", "A", "compny")], {"company": "kg:Company"})
