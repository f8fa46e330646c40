"""Blank nodes have names that come from what is said of them."""

from __future__ import annotations

import random

import pytest
from pyoxigraph import RdfFormat, parse

from kg.given.triples import canonical_lines

PREFIX = "@prefix x: <http://x.example/> . "


def lines(turtle: str) -> list[str]:
    return canonical_lines(list(parse(PREFIX + turtle, format=RdfFormat.TURTLE)))


@pytest.mark.parametrize(
    "parts",
    [
        ("x:a x:p [ x:q 1 ] .", "x:a x:p [ x:q 2 ] .", "x:b x:p [ x:q 1 ] ."),
        ("_:a x:next _:b .", "_:b x:next _:c .", "_:c x:name 'last' ."),
        ("_:a x:knows _:b .", "_:b x:knows _:a .", "_:a x:name 'A' ."),
        ("x:a x:list (1 2 3 4 5) .", "x:b x:list (1 2 3 4 6) ."),
    ],
)
def test_the_order_of_the_file_changes_no_name(parts: tuple[str, ...]) -> None:
    expected = lines(" ".join(parts))
    for seed in range(5):
        mixed = random.Random(seed).sample(parts, len(parts))
        assert lines(" ".join(mixed)) == expected


def test_nodes_that_differ_have_different_names_and_none_is_lost() -> None:
    found = lines("x:a x:p [ x:q 1 ] , [ x:q 2 ] , [ x:q 1 ; x:r 3 ] , [] , [] .")
    assert len(found) == 9
    assert len({line.split()[2] for line in found if "/p>" in line}) == 5


def test_a_name_stays_where_other_parts_of_the_file_change() -> None:
    before = next(line for line in lines("x:a x:p [ x:q 1 ] .") if "/q>" in line)
    assert before in lines("x:a x:p [ x:q 1 ] . x:b x:p [ x:q 2 ] .")


def test_a_long_chain_ends() -> None:
    assert len(lines(" ".join(f"_:n{i} x:next _:n{i + 1} ." for i in range(3_000)))) == 3_000
