"""Which records are worth comparing: those that share a name, or a short form of one and something around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise, product
from typing import Any

from kg.resolve.identity import Evidence, short_names
from kg.resolve.persons import initials, is_short_form
from kg.resolve.profile import PERSON
from kg.resolve.records import Record

_LARGEST_BLOCK = 30  # records compared each with each; in larger blocks each meets the next few in several orders
_REACH = 6


def pairs(records: list[Record], evidence: Evidence) -> set[tuple[int, int]]:
    """Pairs of positions of records of different documents, the smaller first."""
    found = {
        *_of_one_name(records, evidence),
        *_of_short_persons(records),
        *_of_short_names(records, evidence),
        *_of_one_link(records),
    }
    return {(min(i, j), max(i, j)) for i, j in found if records[i].document != records[j].document}


def _of_one_name(records: list[Record], evidence: Evidence) -> Iterator[tuple[int, int]]:
    """Pairs that share a name; the short form that a longer name has of its own document does not count."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for i, record in enumerate(records):
        for key in record.keys:
            if key == record.key or " " in key:
                by_key[key].append(i)
    for bearers in by_key.values():
        yield from _within(records, bearers, evidence)


def _within(records: list[Record], block: list[int], evidence: Evidence) -> Iterator[tuple[int, int]]:
    """Every pair of a small block; in a large one each record meets those that come next when they are put in order."""
    if len(block) <= _LARGEST_BLOCK:
        yield from combinations(block, 2)
        return
    orders: tuple[Callable[[int], Any], ...] = (
        lambda i: (records[i].family, sorted(records[i].roles), i),
        lambda i: (sorted(records[i].inside), i),
    )
    for order in orders:
        yield from _next(sorted(block, key=order))
    around: dict[str, list[int]] = defaultdict(list)
    for i in block:
        for key in evidence.rarest(records[i]):
            around[key].append(i)
    for bearers in around.values():
        yield from _next(bearers)


def _next(ordered: list[int]) -> Iterator[tuple[int, int]]:
    for n, i in enumerate(ordered):
        yield from ((i, j) for j in ordered[n + 1 : n + 1 + _REACH])


def _of_short_persons(records: list[Record]) -> Iterator[tuple[int, int]]:
    """ "M. Torres" and "Mia Torres", "Bob Dorn" and "Robert Dorn"."""
    by_key: dict[str, list[int]] = defaultdict(list)
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for i, record in enumerate(records):
        parts = record.key.split()
        if record.family in {PERSON, ""} and len(parts) > 1:
            by_key[record.key].append(i)
            for initial in initials(parts[0]):
                blocks[parts[-1], initial].add(record.key)
    for keys in blocks.values():
        for one, other in combinations(sorted(keys), 2):
            if is_short_form(one, other) or is_short_form(other, one):
                yield from product(by_key[one][:_LARGEST_BLOCK], by_key[other][:_LARGEST_BLOCK])


def _of_short_names(records: list[Record], evidence: Evidence) -> Iterator[tuple[int, int]]:
    """A name of one word and the longer ones that it may be short for, where both stand beside the same name."""
    bare = {record.key for record in records if " " not in record.key}
    short: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, record in enumerate(records):
        if " " not in record.key:
            for key in evidence.rarest(record):
                short[record.key, key].append(i)
    for i, record in enumerate(records):
        if " " in record.key:
            for name in bare & short_names(record):
                for key in evidence.rarest(record):
                    yield from ((i, j) for j in short.get((name, key), ())[:_LARGEST_BLOCK])


def _of_one_link(records: list[Record]) -> Iterator[tuple[int, int]]:
    """Pairs that are the same thing of a list, or have one IRI in two of them, each with the next."""
    by_link: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, record in enumerate(records):
        keys = {(link.source, link.id) for link in record.links}
        for key in keys | {("", address) for link in record.links for address in link.addresses}:
            by_link[key].append(i)
    for same in by_link.values():
        yield from pairwise(same)
