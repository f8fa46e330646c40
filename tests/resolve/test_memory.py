"""What is remembered of a collection changes nothing but the time that resolving takes."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from resolve.readings import reading

from kg.errors import InvalidJudgement
from kg.judgements import Judgement
from kg.known import KnownThing
from kg.model import Anchor, Resolution
from kg.resolve import Memory, Told, remember_told, resolve_told, told

NAMES = (
    *("P Ada Finch", "P A. Finch", "P Finch", "P Bo Ek", "P Bo Dorn", "P Dorn", "O Halden Group", "C Halden", "C Orlo"),
    *("O Orlo Watch", "G Port Ashby", "G Wendel", "G Springfield", "X Tarn", "O Harbour Watch League", "O HWL"),
)
JUDGEMENTS = (
    Judgement("same", "Halden Group", "Halden"),
    Judgement("same", "Tarn", "Wendel"),
    Judgement("different", "Bo Ek @ Part 1", "Bo Ek"),
    Judgement("different", "ent:Halden", "ent:Halden_Group"),
    Judgement("rename", "Port Ashby", "Ashby Harbour"),
    Judgement("retype", "Tarn", "kg:Company"),
    Judgement("rename", "ent:Ada_Finch", "Ada M. Finch"),
)
KNOWN = (
    KnownThing("Orlo Holdings", "list.csv", 2, ("Orlo",), "kg:Company", ("https://a.example/orlo",)),
    KnownThing("Bo Ek", "list.csv", 3, (), "kg:Person", ("https://a.example/ek",), context=("Wendel",)),
)


def written(chance: random.Random, number: int) -> Told:
    """What an article tells in which some names stand beside others."""
    names = chance.sample(NAMES, chance.randint(2, 5))
    return told(reading(f"Part {number}: " + " met ".join(f"[{name}]" for name in names) + "."))


@pytest.mark.parametrize("seed", range(6))
def test_what_was_compared_before_changes_nothing(seed: int) -> None:
    chance = random.Random(seed)
    here, new = ([written(chance, number) for number in range(*numbers)] for numbers in ((0, 40), (40, 43)))
    for before, after in ((here, [*here, *new]), (here, [*here[3:], new[0]]), (here, here[:35]), (here[:9], here)):
        memory = remember_told(before)
        assert resolve_told(after, memory=memory) == resolve_told(after)
        assert resolve_told(here, memory=memory) == resolve_told(here)
    assert len(resolve_told(here).contributions) > len(resolve_told(here).entities)  # some are joined


def outcome(
    documents: Sequence[Told],
    known: Sequence[KnownThing],
    judgements: Sequence[Judgement],
    ledger: Sequence[Anchor],
    memory: Memory,
) -> Resolution | str:
    """Who is who, or why that cannot be told."""
    try:
        return resolve_told(documents, known, judgements, ledger, memory)
    except InvalidJudgement as error:
        return str(error)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_comes_goes_and_is_judged_all_is_as_if_resolved_anew(seed: int) -> None:
    """Articles, judgements, the list of known things and the ledger change; one memory goes through all of it."""
    chance = random.Random(seed)
    documents = [written(chance, number) for number in range(12)]
    judgements: list[Judgement] = []
    known, ledger = KNOWN[: seed % 3], ()
    memory = remember_told(documents, known, judgements, ledger)
    resolved = 0
    for number in range(12, 27):
        if chance.random() < 0.5:
            documents.pop(chance.randrange(len(documents)))
        documents.append(written(chance, number))
        if chance.random() < 0.3:
            documents.pop(chance.randrange(len(documents)))
        if chance.random() < 0.4:
            judgements = chance.sample(JUDGEMENTS, chance.randint(0, 3))
        if chance.random() < 0.2:
            known = chance.sample(KNOWN, chance.randint(0, 2))
        anew = outcome(documents, known, judgements, ledger, Memory())
        assert outcome(documents, known, judgements, ledger, memory) == anew
        assert outcome(documents, known, judgements, ledger, remember_told(documents[1:], known, judgements)) == anew
        if isinstance(anew, Resolution):
            ledger, resolved = anew.anchors, resolved + 1
    assert resolved > 5


def test_a_group_is_told_anew_when_one_of_its_records_is_another() -> None:
    """The same places in the same articles, where a list now says what is meant."""
    documents = [told(reading(f"Part {number}: [C Orlo] met [P Bo Ek].")) for number in range(3)]
    memory = remember_told(documents)
    assert {entity.label for entity in resolve_told(documents, memory=memory).entities} == {"Orlo", "Bo Ek"}
    found = resolve_told(documents, KNOWN, memory=memory)
    assert {entity.label for entity in found.entities} == {"Orlo Holdings", "Bo Ek"}
    assert found == resolve_told(documents, KNOWN)
