"""Names that were published stay: whatever articles come and go, no IRI is lost or given to another in silence."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolve.test_resolve import FIRM, NOMINAL, PERSON, PLACE, reading

from kg import ledger
from kg.errors import InvalidJudgement
from kg.judgements import Judgement
from kg.model import Resolution
from kg.resolve import resolve

AROUND = [("Ivo Lund", PERSON), ("Brix Yards", FIRM), ("Port Arvo", PLACE)]
MIA, SHORT = reading("mia", ("Mia Torres", PERSON), *AROUND), reading("short", ("M. Torres", PERSON))
BRIDGE = reading("bridge", ("M. Torres", PERSON), *AROUND)
STRIKER, JUDGE = reading("striker", ("striker Bo Ek", PERSON)), reading("judge", ("judge Bo Ek", PERSON))
POOL = (
    MIA,
    SHORT,
    BRIDGE,
    STRIKER,
    JUDGE,
    reading("again", ("judge Bo Ek", PERSON), ("Ann Elm", PERSON)),
    reading("Mill", ("Bo Ek", PERSON), ("Velmar", FIRM), ("the letter", "kg:Work", NOMINAL)),
    reading("Mill", ("Bo Ek", PERSON), ("Velmar Inc.", FIRM), ("DNA tests", "kg:Group", NOMINAL)),
    reading("two", ("Velmar", FIRM), ("Velmar", PLACE), ("dNA tests", "kg:Group", NOMINAL)),
    reading("Lincoln", ("Lincoln", PERSON), ("Port Arvo", PLACE)),
    reading("town", ("Lincoln", PLACE), ("Velmar", PLACE)),
)


def names(resolution: Resolution) -> dict[tuple[str, int], str]:
    return {place: entity.id for place, entity in resolution.entity_by_cluster.items()}


def build(*readings, before: Resolution | None = None, judgements=()) -> Resolution:
    """A build with the ledger that the one before left, as it comes back from its file."""
    anchors = ledger.parse(ledger.dump(before.anchors).decode()) if before else ()
    return resolve(readings, judgements=judgements, ledger=anchors)


def told(before: Resolution, after: Resolution) -> dict[str, set[str]]:
    """The ids of which the summary or the graph tells that they are something else now."""
    changes = ledger.changes(before.anchors, after.anchors)
    found: dict[str, set[str]] = {id: set() for id in changes.gone}
    for old, new in (*changes.replaced, *changes.split):
        found.setdefault(old, set()).add(new)
    return found


JUDGED = (
    Judgement("same", "ent:M_Torres", "ent:Mia_Torres"),
    Judgement("same", "the letter", "Port Arvo"),
    Judgement("different", "Bo Ek @ judge", "Bo Ek @ again"),
    Judgement("different", "ent:Velmar", "Velmar @ two"),
    Judgement("same", "Lincoln @ town", "Lincoln @ Lincoln"),
    Judgement("rename", "ent:Bo_Ek", "Bo Ekman"),
)
STEP = st.tuples(st.sets(st.integers(0, len(POOL) - 1), min_size=1), st.sets(st.sampled_from(JUDGED), max_size=3))


def possible(readings, before, judgements):
    """A build that obeys the judgements, or leaves out those that the articles make impossible."""
    try:
        return build(*readings, before=before, judgements=judgements), judgements
    except InvalidJudgement:
        return build(*readings, before=before), []


@settings(max_examples=200, deadline=None)
@given(st.lists(STEP, min_size=2, max_size=6), st.randoms())
def test_no_iri_is_lost_or_renamed_in_silence(
    steps: list[tuple[set[int], set[Judgement]]], chance: random.Random
) -> None:
    before = build(*(POOL[i] for i in steps[0][0]))
    for articles, judgements in steps[1:]:
        readings = [POOL[i] for i in articles]
        chance.shuffle(readings)
        after, obeyed = possible(readings, before, sorted(judgements))
        now, then, news = names(after), names(before), told(before, after)
        alive = {entity.id for entity in after.entities}
        for place, old in then.items():
            if place in now and now[place] != old:
                assert now[place] in news[old], "a name was renamed in silence"
            elif place not in now and old not in alive and old in {a.entity for a in before.anchors if a.is_present}:
                assert old in news, "a name was lost in silence"
        dead = {old for old, _ in after.replaced}
        assert {old for old, _ in before.replaced} <= alive | dead, "a replaced name was forgotten"
        assert not alive & dead
        assert len(alive) == len(after.entities)
        again, _ = possible(readings, after, obeyed)
        assert (names(again), again.anchors, again.replaced) == (now, after.anchors, after.replaced)
        before = after


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(len(POOL))), st.integers(1, len(POOL)))
def test_the_order_of_articles_changes_nothing_with_a_ledger_either(order: list[int], cut: int) -> None:
    first = build(*(POOL[i] for i in sorted(order[:cut])))
    assert build(*(POOL[i] for i in order), before=first) == build(*POOL, before=first)


def test_without_a_ledger_names_are_as_ever():
    assert resolve(POOL).entities == build(*POOL).entities


def test_a_namesake_that_comes_later_leaves_the_first_its_name():
    first = build(STRIKER)
    second = build(STRIKER, JUDGE, before=first)
    assert names(first).items() <= names(second).items()
    assert [len(e.id.partition("-")[2]) for e in second.entities] == [0, 8]


def test_an_article_that_joins_two_leaves_a_trace_and_takes_it_back_when_it_goes():
    apart = build(MIA, SHORT)
    judged = [Judgement("same", "ent:Mia_Torres", "ent:M_Torres")]
    joined = build(MIA, SHORT, before=apart, judgements=judged)
    assert {old for old, _ in joined.replaced} | {names(joined)[p] for p in names(apart)} >= {"M_Torres"}
    assert len(joined.replaced) == 1
    back = build(MIA, SHORT, before=joined)
    assert (back.entities, back.anchors, back.replaced) == (apart.entities, apart.anchors, ())


def test_a_split_tells_what_is_new():
    one = build(reading("a", ("Bo Ek", PERSON)), reading("b", ("Bo Ek", PERSON)))
    judged = [Judgement("different", "Bo Ek @ a", "Bo Ek @ b")]
    two = build(reading("a", ("Bo Ek", PERSON)), reading("b", ("Bo Ek", PERSON)), before=one, judgements=judged)
    [(old, new)] = ledger.changes(one.anchors, two.anchors).split
    assert old == "Bo_Ek" and {e.id for e in two.entities} == {old, new}
    again = build(reading("a", ("Bo Ek", PERSON)), reading("b", ("Bo Ek", PERSON)), before=two)
    assert [e.id for e in again.entities] == ["Bo_Ek"]
    assert again.replaced == ((new, "Bo_Ek"),)


@pytest.mark.parametrize(
    ("before", "after", "is_kept"),
    [
        (("Mill", "Bo Ek", PERSON), ("Mill", "Bo Ek", PERSON), True),
        (("Mill", "Bo Ek", PERSON), ("The mill", "Bo Ek", PERSON), True),
        (("Mill", "Lincoln", PERSON), ("Mill", "Lincoln", PLACE), False),
    ],
)
def test_who_stood_in_an_edited_article_keeps_the_name(before, after, is_kept):
    """The address is marked, since a namesake had it first; the article is another text now."""
    other = reading("other", ("striker " + before[1], before[2]))
    title, name, type_ = before
    first = build(other, reading(title, (f"judge {name}" if type_ == PERSON else name, type_)))
    ids = set(names(first).values())
    title, name, type_ = after
    second = build(
        other,
        reading(title, ("Mayor Ohm", PERSON), (f"judge {name}" if type_ == PERSON else name, type_)),
        before=first,
    )
    assert (ids <= set(names(second).values())) == is_kept


def test_a_removed_article_comes_back_to_its_names():
    whole = build(STRIKER, JUDGE, MIA)
    less = build(MIA, before=whole)
    assert set(ledger.changes(whole.anchors, less.anchors).gone) == {i for i in names(whole).values() if "Ek" in i}
    back = build(STRIKER, JUDGE, MIA, before=less)
    assert (back.entities, back.anchors) == (whole.entities, whole.anchors)
