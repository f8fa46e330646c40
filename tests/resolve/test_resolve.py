"""Who is who across documents."""

from __future__ import annotations

import random

import pytest

from kg.judgements import Judgement
from kg.known import KnownThing
from kg.model import Document, Mention, MentionKind, Reading
from kg.resolve import resolve
from kg.resolve.records import bare_name

PERSON, FIRM, PLACE, GROUP = "kg:Person", "kg:Company", "kg:GeopoliticalEntity", "kg:Group"
NOMINAL, PRONOUN = MentionKind.NOMINAL, MentionKind.PRONOUN


def reading(title, *mentions):
    """A document that consists of its mentions: (text, class[, kind[, number of an earlier mention of the same]])."""
    text, made = f"{title}:", []
    for written, type_, *more in mentions:
        start = len(text) + 1
        text += f" {written}"
        cluster = made[more[1]].cluster if len(more) > 1 else start
        name = made[more[1]].name if len(more) > 1 else bare_name(written)
        kind = more[0] if more else MentionKind.NAME
        made.append(Mention(start, start + len(written), written, kind, type_, cluster, name))
    return Reading(Document(text=text, title=title, source=title), tuple(sorted(made)))


def ids(*readings, **options):
    return [entity.id for entity in resolve(readings, **options).entities]


@pytest.mark.parametrize(
    "one, other, expected",
    [
        (("Mia Orsino", PERSON), ("Mia Orsino", PERSON), ["Mia_Orsino"]),
        (("Velmar Inc.", FIRM), ("Velmar", FIRM), ["Velmar"]),
        (("U.S.", PLACE), ("United States", PLACE), ["United_States"]),
        (("São Tibo", PLACE), ("Sao Tibo", PLACE), ["Sao_Tibo"]),
        (("Velmar", FIRM), ("Velmar", "kg:Entity"), ["Velmar"]),
        (("EU", "kg:Organization"), ("European Union", "kg:Organization"), ["European_Union"]),
    ],
)
def test_one_thing_under_several_spellings(one, other, expected):
    assert ids(reading("a", one), reading("b", other)) == expected


@pytest.mark.parametrize(
    "one, other",
    [
        (("Torres", PERSON), ("Torres", PERSON)),
        (("Mia Torres", PERSON), ("Ana Torres", PERSON)),
        (("Mia Torres", PERSON), ("Mia Torres", PERSON)),  # a common name
        (("Springfield", PLACE), ("Springfield", PLACE)),  # there are several
        (("Mia Torres", PERSON), ("Torres", PERSON)),
        (("Mia Torres", PERSON), ("M. Torres", PERSON)),
        (("Lincoln", PERSON), ("Lincoln", PLACE)),
        (("Bo Ek Jr.", PERSON), ("Bo Ek Sr.", PERSON)),
        (("HWL", "kg:Organization"), ("Harbour Watch League", "kg:Organization")),
    ],
)
def test_two_things_unless_more_is_known(one, other):
    assert len(ids(reading("a", one), reading("b", other))) == 2


def test_shared_company_joins_a_short_name_to_a_long_one():
    around = [("Ivo Lund", PERSON), ("Brix Yards", FIRM), ("Port Arvo", PLACE)]
    found = ids(reading("a", ("Mia Torres", PERSON), *around), reading("b", ("M. Torres", PERSON), *around))
    assert "Mia_Torres" in found
    assert len(found) == 4


def test_namesakes_are_kept_apart_by_what_they_are_and_marked_in_their_address():
    found = resolve(
        [
            reading("a", ("striker Bo Ek", PERSON)),
            reading("b", ("judge Bo Ek", PERSON)),
            reading("c", ("Ann Elm", PERSON)),
        ]
    )
    assert [e.label for e in found.entities] == ["Ann Elm", "Bo Ek", "Bo Ek"]
    assert [len(e.id.partition("-")[2]) for e in found.entities] == [0, 8, 8]
    assert found.doubtful


def test_two_things_of_one_document_never_merge():
    found = ids(reading("a", ("Velmar", FIRM), ("Velmar", PLACE)))
    assert len(found) == 2
    assert len(set(found)) == 2


def test_bare_plurals_are_one_concept_and_descriptions_are_not():
    readings = [
        reading("a", ("Immigrants", GROUP, NOMINAL), ("the letter", "kg:Work", NOMINAL)),
        reading("c", ("clerks who knew him", GROUP, NOMINAL)),
        reading("d", ("clerks who knew him", GROUP, NOMINAL)),
        reading("b", ("immigrants", GROUP, NOMINAL), ("the letter", "kg:Work", NOMINAL), ("two aides", GROUP, NOMINAL)),
    ]
    found = resolve(readings)
    assert [e.label for e in found.entities].count("immigrants") == 1
    assert sum("letter" in e.label for e in found.entities) == 2
    assert all("-" in e.id for e in found.entities if e.label != "immigrants")


def test_a_kind_that_begins_with_a_name_keeps_its_capital():
    mentions = (
        Mention(0, 6, "Velmar", type=FIRM, cluster=0, name="Velmar"),
        Mention(0, 13, "Velmar shares", type="kg:Entity", cluster=7, name="Velmar shares", kind=NOMINAL),
        Mention(20, 32, "Lamp workers", type=GROUP, cluster=20, name="Lamp workers", kind=NOMINAL),
    )
    text = "Velmar shares fell. Lamp workers left."
    found = resolve([Reading(Document(text, "t", "a.txt"), mentions, (), ())])
    assert {entity.label for entity in found.entities} == {"Velmar", "Velmar shares", "lamp workers"}


def test_every_cluster_has_its_entity():
    one = reading("a", ("Mia Torres", PERSON), ("she", PERSON, PRONOUN, 0), ("they", GROUP, PRONOUN))
    found = resolve([one])
    assert {found.entity(one.document.id, m).label for m in one.mentions} == {"Mia Torres", "they"}


def test_order_does_not_matter():
    readings = [
        reading(f"d{n}", (name, type_), ("Port Arvo", PLACE))
        for n, (name, type_) in enumerate(
            [("Bo Ek", PERSON), ("B. Ek", PERSON), ("Bo Ek", PERSON), ("Ek", PERSON), ("Ek", FIRM), ("EK", FIRM)]
        )
    ]
    expected = resolve(readings)
    for seed in range(20):
        random.Random(seed).shuffle(readings)
        assert resolve(readings) == expected


def test_a_person_can_join_and_part():
    one, two = reading("a", ("Torres", PERSON)), reading("b", ("Mia Torres", PERSON))
    assert len(ids(one, two, judgements=[Judgement("same", "Torres", "Mia Torres")])) == 1
    three, four = reading("c", ("Bo Ek", PERSON)), reading("d", ("Bo Ek", PERSON))
    apart = Judgement("different", "Bo Ek @ c", "Bo Ek @ d")
    assert len(ids(three, four, judgements=[apart])) == 2


def test_known_things_have_their_address():
    known = KnownThing("Brix", "known.tsv", 1, addresses=("https://example.org/Brix",))
    found = resolve([reading("a", ("Brix", PLACE))], known=[known])
    assert found.entities[0].same_as == ("https://example.org/Brix",)


def test_aliases_are_the_other_names():
    found = resolve([reading("a", ("Velmar Inc.", FIRM), ("Velmar", FIRM, MentionKind.NAME, 0))])
    assert (found.entities[0].label, found.entities[0].aliases) == ("Velmar Inc.", ("Velmar",))


def test_doubtful_pairs_say_why():
    found = resolve([reading("a", ("Mia Torres", PERSON)), reading("b", ("M. Torres", PERSON))])
    [doubt] = found.doubtful
    assert {doubt.one, doubt.other} == {e.id for e in found.entities}
    assert "may be short for" in doubt.why
