"""What one text names alike becomes two where people say so, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from resolve.readings import reading
from resolve.test_resolve import NOMINAL, PERSON
from resolve.test_resolve import reading as listed

from kg.judgements import Judgement
from kg.model import MentionKind
from kg.resolve import parted, resolve_told, told

TEXT = "[P Paul Reed] left. Then [P Paul Reed] sang. [P Ann Hill] sued."
ONE = reading(TEXT, {"Ann Hill": ("kg:sues", "Paul Reed")})
LUNDS = listed(
    "a",
    ("Ann Lund", PERSON),
    ("she", PERSON, NOMINAL, 0),
    ("Bo Lund", PERSON, MentionKind.NAME, 0),
    ("he", PERSON, NOMINAL, 0),
)


def judged(*pairs: tuple[str, str]) -> list[Judgement]:
    return [Judgement("different", *pair) for pair in pairs]


def clusters(found) -> list[list[str]]:
    by_cluster: dict[int, list[str]] = {}
    for mention in found.mentions:
        by_cluster.setdefault(mention.cluster, []).append(f"{mention.start} {mention.text}")
    return [by_cluster[cluster] for cluster in sorted(by_cluster)]


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (("Paul Reed @ a.txt", "Paul Reed @ a.txt#char=20,40"), [["0 Paul Reed"], ["21 Paul Reed"], ["37 Ann Hill"]]),
        (("Paul Reed @ a.txt#char=0,9", "paul reed @ a.txt"), [["0 Paul Reed"], ["21 Paul Reed"], ["37 Ann Hill"]]),
        (("Paul Reed @ a.txt", "Paul Reed @ b.txt#char=20,40"), [["0 Paul Reed", "21 Paul Reed"], ["37 Ann Hill"]]),
        (("Paul Reed @ a.txt", "Paul Reed @ a.txt#char=22,40"), [["0 Paul Reed", "21 Paul Reed"], ["37 Ann Hill"]]),
        (("Paul Reed @ a.txt", "Ann Hill @ a.txt"), [["0 Paul Reed", "21 Paul Reed"], ["37 Ann Hill"]]),
        (("Paul Reed @ a.txt", "Paul Reed @ a.txt#char=0,40"), [["0 Paul Reed", "21 Paul Reed"], ["37 Ann Hill"]]),
    ],
)
def test_a_cluster_is_parted_by_place(pair, expected):
    assert ONE.document.text[21:30] == "Paul Reed"
    found, parts = parted(ONE, judged(pair))
    assert clusters(found) == expected
    assert bool(parts) == (len(expected) == 3)


def test_a_cluster_is_parted_by_names_and_what_follows_a_name_goes_with_it():
    found, _ = parted(LUNDS, judged(("Ann Lund @ a", "Bo Lund @ a")))
    assert [[words.split(" ", 1)[1] for words in cluster] for cluster in clusters(found)] == [
        ["Ann Lund", "she"],
        ["Bo Lund", "he"],
    ]
    assert [mention.name for mention in found.mentions] == ["Ann Lund", "Ann Lund", "Bo Lund", "Bo Lund"]


def test_three_can_be_told_apart():
    three = listed("a", *[("Bo Ek", PERSON, MentionKind.NAME, 0) if n else ("Bo Ek", PERSON) for n in range(3)])
    second, third = (f"Bo Ek @ a#char={m.start},{m.end}" for m in three.mentions[1:])
    found, parts = parted(three, judged(("Bo Ek @ a", second), ("Bo Ek @ a", third), (second, third)))
    assert [len(cluster) for cluster in clusters(found)] == [1, 1, 1]
    assert len(parts) == 3


def test_statements_keep_their_ids_and_are_about_whom_it_is():
    after = [*ONE.mentions][1]
    statement = replace(ONE.statements[0], object=after)
    found, _ = parted(
        replace(ONE, statements=(statement,)), judged(("Paul Reed @ a.txt", "Paul Reed @ a.txt#char=20,40"))
    )
    assert found.statements[0].id == statement.id
    assert found.statements[0].object.cluster == 21 != statement.object.cluster


def test_nothing_is_done_without_a_judgement():
    assert parted(ONE, []) == (ONE, ())
    assert parted(ONE, judged(("Paul Reed", "Ann Hill"))) == (ONE, ())


def resolved(*readings, judgements=()):
    made = []
    for each in readings:
        found, parts = parted(each, judgements)
        made.append(replace(told(found), parts=parts))
    return resolve_told(made, judgements=judgements)


def test_the_two_stay_two_and_what_means_nothing_is_told():
    lines = judged(("Paul Reed @ a.txt", "Paul Reed @ a.txt#char=20,40"))
    assert len(resolved(ONE).entities) == 2
    after = resolved(ONE, judgements=lines)
    assert len(after.entities) == 3 and not after.ignored
    assert len(after.different) == 1
    missed = resolved(ONE, judgements=judged(("Paul Reed @ a.txt", "Paul Reed @ a.txt#char=900,950")))
    assert len(missed.entities) == 2 and len(missed.ignored) == 1
