"""Records that were compared before are compared as if they had not been."""

from __future__ import annotations

import random

import pytest
from resolve.readings import reading

from kg.resolve import Told, compare_told, resolve_told, told

NAMES = (
    *("P Ada Finch", "P A. Finch", "P Finch", "P Bo Ek", "P Bo Dorn", "P Dorn", "O Halden Group", "C Halden", "C Orlo"),
    *("O Orlo Watch", "G Port Ashby", "G Wendel", "G Springfield", "X Tarn", "O Harbour Watch League", "O HWL"),
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
        comparisons = compare_told(before)
        assert resolve_told(after, comparisons=comparisons) == resolve_told(after)
        assert resolve_told(here, comparisons=comparisons) == resolve_told(here)
    assert len(resolve_told(here).contributions) > len(resolve_told(here).entities)  # some are joined
