"""Judgements of people overrule the rules, and only there."""

from __future__ import annotations

import pytest
from resolve.test_published import build, names
from resolve.test_resolve import FIRM, NOMINAL, PERSON, PLACE, reading

from kg import ledger
from kg.errors import InvalidJudgement
from kg.judgements import Judgement

EK = [reading(title, ("Bo Ek", PERSON)) for title in "abc"]
TORRES = [reading("a", ("Mia Torres", PERSON)), reading("b", ("M. Torres", PERSON))]
LETTER = [reading("a", ("Harbour Watch", FIRM)), reading("b", ("the group", "kg:Organization", NOMINAL))]


def together(readings, *judgements, before=None) -> list[str]:
    """The entities by the documents that they are in: "ab" "c"."""
    resolution = build(*readings, before=before, judgements=[Judgement(*each) for each in judgements])
    found: dict[str, str] = {}
    for document, entity in sorted(
        (r.document.title, resolution.entity(r.document.id, r.mentions[0]).id) for r in readings
    ):
        found[entity] = found.get(entity, "") + document
    return sorted(found.values())


@pytest.mark.parametrize(
    ("readings", "judgements", "expected"),
    [
        (EK, [], ["abc"]),
        (EK, [("different", "Bo Ek @ a", "Bo Ek @ b")], ["ac", "b"]),
        (EK, [("different", "Bo Ek @ a", "Bo Ek @ b"), ("different", "Bo Ek @ a", "Bo Ek @ c")], ["a", "bc"]),
        (EK, [("different", "Bo Ek @ b", "Bo Ek")], ["ac", "b"]),
        (TORRES, [], ["a", "b"]),
        (TORRES, [("same", "M. Torres", "Mia Torres")], ["ab"]),
        (TORRES, [("same", "ent:M_Torres", "ent:Mia_Torres")], ["ab"]),
        (TORRES, [("same", "M Torres @ b", "mia torres")], ["ab"]),
        (TORRES, [("same", "M. Torres @ a", "Mia Torres")], ["a", "b"]),
        (LETTER, [("same", "Harbour Watch", "the group")], ["ab"]),
    ],
)
def test_who_is_one(readings, judgements, expected):
    assert together(readings, *judgements) == expected
    assert together(readings, *judgements, before=build(*readings)) == expected
    assert together(readings[::-1], *judgements) == expected


def test_what_was_judged_is_no_doubt_any_more():
    assert build(*TORRES).doubtful
    for kind in ("same", "different"):
        assert not build(*TORRES, judgements=[Judgement(kind, "M. Torres", "Mia Torres")]).doubtful


def test_two_of_one_document_can_be_one():
    news = reading("a", ("Velmar", FIRM), ("Velmar", PLACE))
    assert len(build(news).entities) == 2
    assert len(build(news, judgements=[Judgement("same", "Velmar", "Velmar")]).entities) == 1


@pytest.mark.parametrize(
    "judged",
    [
        ("same", "ent:M_Torres", "ent:Mia_Torres"),
        ("rename", "ent:M_Torres", "Mia"),
        ("retype", "Mia Torres", "kg:Group"),
    ],
)
def test_deleting_a_line_undoes_it(judged):
    before = build(*TORRES)
    during = build(*TORRES, before=before, judgements=[Judgement(*judged)])
    assert during.entities != before.entities
    again = build(*TORRES, before=during, judgements=[Judgement(*judged)])
    assert (again.entities, again.anchors, again.replaced) == (during.entities, during.anchors, during.replaced)
    after = build(*TORRES, before=during)
    assert after == before


def test_a_split_that_is_undone_leaves_only_its_trace():
    before = build(*EK)
    during = build(*EK, before=before, judgements=[Judgement("different", "ent:Bo_Ek @ a", "ent:Bo_Ek @ b")])
    still = build(*EK, before=during, judgements=[Judgement("different", "ent:Bo_Ek @ a", "ent:Bo_Ek @ b")])
    assert (names(still), still.anchors) == (names(during), during.anchors)
    after = build(*EK, before=during)
    assert after.entities == before.entities
    assert [new for _, new in after.replaced] == ["Bo_Ek"]


def test_a_new_name_keeps_the_iri_and_the_old_name():
    [entity] = build(*EK, judgements=[Judgement("rename", "Bo Ek", "Bo Ekman")]).entities
    assert (entity.id, entity.label, entity.aliases) == ("Bo_Ek", "Bo Ekman", ("Bo Ek",))


def test_a_name_of_an_iri_that_was_replaced_goes_to_its_heir():
    one = build(*TORRES, before=build(*TORRES), judgements=[Judgement("same", "ent:M_Torres", "ent:Mia_Torres")])
    judged = [Judgement("same", "ent:M_Torres", "ent:Mia_Torres"), Judgement("rename", "ent:Mia_Torres", "Mia")]
    judged.append(Judgement("retype", "ent:M_Torres", "kg:Group"))
    [entity] = build(*TORRES, before=one, judgements=judged).entities
    assert (entity.label, entity.type) == ("Mia", "kg:Group")


@pytest.mark.parametrize(
    ("readings", "judgements"),
    [
        (EK, [("same", "ent:Bo_Ek", "Bo Ek @ b"), ("different", "Bo Ek @ a", "Bo Ek @ b")]),
        (TORRES, [("same", "ent:M_Torres", "Mia Torres"), ("different", "M. Torres", "ent:Mia_Torres")]),
        (TORRES, [("same", "M. Torres", "Mia Torres"), ("rename", "M. Torres", "X"), ("rename", "Mia Torres", "Y")]),
        (TORRES, [("same", "M. Torres", "Mia Torres"), ("retype", "ent:M_Torres", "X"), ("retype", "Mia Torres", "Y")]),
    ],
)
def test_contradictions_that_only_the_articles_show(readings, judgements):
    judged = [Judgement(*each, place=f"mine.csv:{n}") for n, each in enumerate(judgements, 2)]
    with pytest.raises(InvalidJudgement) as error:
        build(*readings, before=build(*readings), judgements=judged)
    last = f"mine.csv:{len(judged) + 1} ({', '.join(judgements[-1])}) contradicts mine.csv:{len(judged)} ("
    assert last in str(error.value) or f"contradicts mine.csv:2 ({', '.join(judgements[0])})" in str(error.value)


def test_two_words_for_the_same_names_cannot_be_different():
    with pytest.raises(InvalidJudgement, match=r"both mean the same names\. Limit them to documents"):
        build(*EK, judgements=[Judgement("different", "ent:Bo_Ek", "Bo Ek")])


@pytest.mark.parametrize(
    "judged",
    [
        ("same", "Nobody", "Bo Ek"),
        ("different", "Bo Ek @ nowhere.txt", "Bo Ek @ a"),
        ("rename", "Nobody", "Somebody"),
        ("retype", "ent:Nobody", "kg:Group"),
    ],
)
def test_a_judgement_that_matches_nothing_is_told(judged):
    found = build(*EK, judgements=[Judgement(*judged, place="mine.csv:2")])
    assert found.ignored == (f"mine.csv:2 ({', '.join(judged)})",)
    assert found.entities == build(*EK).entities


def test_a_judgement_outlives_an_edit_of_the_article():
    before = build(*TORRES)
    judged = [Judgement("same", "ent:M_Torres", "ent:Mia_Torres")]
    edited = reading("b", ("Mayor Ohm", PERSON), ("M. Torres", PERSON))
    found = build(TORRES[0], edited, before=before, judgements=judged)
    assert len(found.entities) == 2 and not found.ignored


def test_judged_apart_stands_in_the_graph():
    found = build(*TORRES, judgements=[Judgement("different", "M. Torres", "Mia Torres")])
    assert found.different == (("M_Torres", "Mia_Torres"),)


def test_merges_tell_their_reasons():
    around = [("Ivo Lund", PERSON), ("Brix Yards", FIRM)]
    found = build(reading("a", ("Mia Torres", PERSON), *around), reading("b", ("Mia Torres", PERSON), *around))
    first, second = (each for each in found.contributions if each.entity == "Mia_Torres")
    assert (first.joined, second.joined) == ("", first.document)
    assert second.type == PERSON and second.mentions == 1 and second.probability > 0.95
    assert any("same name “Mia Torres”" in reason for reason in second.reasons)


def test_the_ledger_is_the_same_after_a_judgement_came_and_went():
    before = build(*TORRES)
    during = build(*TORRES, before=before, judgements=[Judgement("same", "M. Torres", "Mia Torres")])
    assert ledger.dump(build(*TORRES, before=during).anchors) == ledger.dump(before.anchors)
