"""What judgements mean for the records of a build: which must be one, and which must not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from kg.errors import InvalidJudgement
from kg.judgements import Judgement, Reference, chain, contradiction, reference
from kg.ledger import place
from kg.model import Anchor, digest, slug
from kg.naming import normal_form
from kg.resolve.published import own_id
from kg.resolve.records import Part, Record, Told, is_described, place_of, usual_name, words_for

Numbers = frozenset[int]  # of records


@dataclass(frozen=True, slots=True)
class Links:
    """Numbers of records that must be one thing, and pairs of sets that must be two."""

    same: tuple[Numbers, ...] = ()
    apart: tuple[tuple[Numbers, Numbers], ...] = ()
    called: tuple[tuple[int, str], ...] = ()  # a record, and the id by which a judgement keeps it apart
    given: tuple[Numbers, ...] = ()  # records to which files give one IRI; they are one unless judged apart

    def ids(self, members: Iterable[int]) -> frozenset[str]:
        """The ids by which judgements mean records."""
        of = set(members)
        return frozenset(id for i, id in self.called if i in of) if self.called else frozenset()

    def joints(self) -> Iterator[tuple[int, int]]:
        """Yield pairs that make all of each set one."""
        yield from _pairs(self.same)

    def identities(self) -> Iterator[tuple[int, int]]:
        """Yield pairs that make all one to which files give one IRI."""
        yield from _pairs(self.given)

    def sides(self) -> dict[int, set[int]]:
        """The sides that a record is on: 2n and 2n + 1 are the two that the n-th judgement keeps apart."""
        found: dict[int, set[int]] = defaultdict(set)
        for n, two in enumerate(self.apart):
            for side, numbers in enumerate(two):
                for i in numbers:
                    found[i].add(2 * n + side)
        return dict(found)

    def among(self, numbers: Sequence[int]) -> Links:
        """The links of some records, which are numbered anew."""
        new = {old: number for number, old in enumerate(numbers)}
        same = (_renumbered(each, new) for each in self.same)
        apart = tuple((_renumbered(left, new), _renumbered(right, new)) for left, right in self.apart)
        given = (_renumbered(each, new) for each in self.given)
        return Links(tuple(filter(None, same)), apart, given=tuple(filter(None, given)))


def _pairs(sets: Iterable[Numbers]) -> Iterator[tuple[int, int]]:
    """Yield the first of each set with each of the others."""
    for numbers in sets:
        first, *others = sorted(numbers)
        yield from ((first, other) for other in others)


def _renumbered(numbers: Numbers, new: Mapping[int, int]) -> Numbers:
    return frozenset(new[i] for i in numbers if i in new)


class Meaning:
    """The records that a name or an IRI of a judgement means."""

    def __init__(self, records: Sequence[Record], told: Iterable[Told], ledger: Iterable[Anchor]) -> None:
        self._records = records
        self._documents: dict[str, set[str]] = defaultdict(set)
        self._parts: list[tuple[str, Part]] = []
        for each in told:
            document = each.document
            for word in words_for(document):
                self._documents[word].add(document.id)
            self._parts += [(document.id, part) for part in each.parts]
        self._ledger = tuple(ledger)

    def parts(self, judgement: Judgement) -> list[tuple[Numbers, Numbers]]:
        """The records that a judgement made two out of one, of one document each."""
        return [
            (self._cluster(document, part.left), self._cluster(document, part.right))
            for document, part in self._parts
            if (part.a, part.b) == (judgement.a, judgement.b)
        ]

    def _cluster(self, document: str, cluster: int) -> Numbers:
        return frozenset(
            i for i, each in enumerate(self._records) if (each.document, each.cluster) == (document, cluster)
        )

    def of(self, meant: Reference) -> Numbers:
        """The numbers of the records; what is meant by its place in a text is told by `parts`."""
        if meant.span:
            return frozenset()
        if meant.id and meant.document:
            found = self._now[meant.id] | self._once[meant.id] or self._without_ledger(meant.id)
        elif meant.id:
            found = self._now[meant.id] or self._once[meant.id] or self._without_ledger(meant.id)
        else:
            found = self._by_key[meant.name] or self._by_any_name[meant.name]
        documents = self._documents.get(meant.document, set())
        return frozenset(i for i in found if not meant.document or self._records[i].document in documents)

    def was_once(self, meant: Reference) -> bool:
        """Whether it is an IRI that was published, and is no entity's now."""
        return bool(meant.id) and not self._now[meant.id] and bool(self._once[meant.id])

    @cached_property
    def _at(self) -> Mapping[tuple[str, int, str], Numbers]:
        return _sets((place_of(record), i) for i, record in enumerate(self._records))

    @cached_property
    def _now(self) -> Mapping[str, Numbers]:
        return _sets((a.entity, i) for a in self._ledger for i in self._at[place(a)])

    @cached_property
    def _once(self) -> Mapping[str, Numbers]:
        return _sets((old, i) for a in self._ledger for old in a.formerly for i in self._at[place(a)])

    @cached_property
    def _by_key(self) -> Mapping[str, Numbers]:
        return _sets((record.key, i) for i, record in enumerate(self._records))

    @cached_property
    def _by_any_name(self) -> Mapping[str, Numbers]:
        return _sets((normal_form(name), i) for i, record in enumerate(self._records) for name in record.names)

    def _without_ledger(self, id: str) -> Numbers:
        """The records that would give it that name, if the ledger does not know it."""
        if any(id == a.entity or id in a.formerly for a in self._ledger):
            return frozenset()
        return frozenset(i for i, record in enumerate(self._records) if id in _names(record, id))


def _names(record: Record, id: str) -> Iterator[str]:
    if is_described(record):
        yield own_id(record, usual_name(record))
        return
    for name in (record.name, usual_name(record), *record.names):
        yield slug(name)
    stem, _, mark = id.rpartition("-")
    if stem:
        yield f"{stem}-{digest(record.document, record.key, record.cluster, length=len(mark))}"


Key = TypeVar("Key")


def _sets(pairs: Iterable[tuple[Key, int]]) -> Mapping[Key, Numbers]:
    found: dict[Key, set[int]] = defaultdict(set)
    for key, number in pairs:
        found[key].add(number)
    return defaultdict(frozenset, {key: frozenset(numbers) for key, numbers in found.items()})


def links(judgements: Iterable[Judgement], meaning: Meaning) -> tuple[Links, list[Judgement]]:
    """What must be one and what must not, and the judgements that mean no record of this build.

    Raises InvalidJudgement, with the lines, where one set says both.
    """
    same: list[tuple[Numbers, Judgement]] = []
    apart: list[tuple[Numbers, Numbers, Judgement]] = []
    idle: list[Judgement] = []
    for judgement in judgements:
        if judgement.kind in ("same", "different"):
            one, other = reference(judgement.a), reference(judgement.b)
            left, right = meaning.of(one), meaning.of(other)
            if parts := meaning.parts(judgement):
                apart += [(*pair, judgement) for pair in parts]
            elif not (left and right):
                idle.append(judgement)
            elif judgement.kind == "same":
                same.append((left | right, judgement))
            else:
                apart.append((*_sides(left, right, is_first=meaning.was_once(one), judgement=judgement), judgement))
    _check(same, apart)
    called = (
        (i, reference(word).id)
        for left, right, judgement in apart
        for side, word in ((left, judgement.a), (right, judgement.b))
        for i in side
    )
    sets = _closed([numbers for numbers, _ in same])
    sides = tuple((_with(left, sets), _with(right, sets)) for left, right, _ in apart)
    return Links(sets, sides, tuple(sorted(pair for pair in called if pair[1]))), idle


def _closed(sets: Iterable[Numbers]) -> tuple[Numbers, ...]:
    """The sets, with those that share a record as one."""
    closed: list[Numbers] = []
    for numbers in sets:
        touched = [each for each in closed if each & numbers]
        closed = [each for each in closed if not each & numbers] + [numbers.union(*touched)]
    return tuple(closed)


def _with(numbers: Numbers, sets: Iterable[Numbers]) -> Numbers:
    """The records, with all that must be one with them."""
    return numbers.union(*(each for each in sets if each & numbers))


def _sides(left: Numbers, right: Numbers, *, is_first: bool, judgement: Judgement) -> tuple[Numbers, Numbers]:
    """Two sets without what both would hold: that belongs to the one that is past, or smaller."""
    both = left & right
    left, right = (left, right - both) if is_first or left < right else (left - both, right)
    if not (left and right):
        raise InvalidJudgement(f"{judgement}: both mean the same names. Limit them to documents: NAME @ DOCUMENT.")
    return left, right


def _check(same: list[tuple[Numbers, Judgement]], apart: list[tuple[Numbers, Numbers, Judgement]]) -> None:
    steps: list[tuple[object, object, Judgement]] = [(i, judgement, judgement) for n, judgement in same for i in n]
    for left, right, judgement in apart if same else ():
        ends = [*(("left", i, judgement) for i in left), *(("right", i, judgement) for i in right)]
        if others := chain([*steps, *ends], "left", "right"):
            raise contradiction(judgement, [each for each in others if each is not judgement])


def are_late(idle: Iterable[Judgement], meaning: Meaning, ids: Iterable[str]) -> bool:
    """Whether judgements that meant no record mean an entity that only now has its IRI again, in new articles."""
    given = {reference(word).id for judgement in idle for word in (judgement.a, judgement.b)} & set(ids)
    return any(not meaning.of(Reference(id=id)) for id in given)


@dataclass(frozen=True, slots=True)
class Decided:
    """Names and classes that people gave to groups, by the number of the group."""

    names: Mapping[int, str]
    types: Mapping[int, str]
    idle: tuple[Judgement, ...]  # those that mean no group

    def words(self, ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """What was given to which entity."""
        names = ((ids[number], f"called {name}") for number, name in self.names.items())
        types = ((ids[number], f"a {type_}") for number, type_ in self.types.items())
        return tuple(sorted([*names, *types]))


def decided(
    judgements: Iterable[Judgement], meaning: Meaning, groups: Sequence[Sequence[int]], ids: Sequence[str]
) -> Decided:
    """The names and classes that judgements give. Raises InvalidJudgement, with the lines, for two of one group."""
    group_of = {record: number for number, members in enumerate(groups) for record in members}
    by_id = {id: number for number, id in enumerate(ids)}
    found: dict[str, dict[int, Judgement]] = {"rename": {}, "retype": {}}
    idle: list[Judgement] = []
    for judgement in judgements:
        if judgement.kind in found:
            meant = reference(judgement.a)
            is_whole = meant.id in by_id and not meant.document
            numbers = {by_id[meant.id]} if is_whole else {group_of[i] for i in meaning.of(meant)}
            idle += [] if numbers else [judgement]
            for number in sorted(numbers):
                rival = found[judgement.kind].setdefault(number, judgement)
                if rival.b != judgement.b:
                    raise contradiction(judgement, [rival])
    names, types = ({number: each.b for number, each in found[kind].items()} for kind in ("rename", "retype"))
    return Decided(names, types, tuple(idle))
