"""What a person has decided about identity: these names are one thing, those are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.naming import normal_form
from kg.resolve.records import Record


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two names, each in one document or, with document "", in all; they are one thing or they are not."""

    is_same: bool
    name: str
    other: str
    document: str = ""
    other_document: str = ""


class Judgements:
    """The judgements of a build, applied before anything is compared."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._judgements = sorted(set(judgements), key=repr)

    def __bool__(self) -> bool:
        return bool(self._judgements)

    def same(self, records: list[Record]) -> Iterator[tuple[int, int]]:
        """Pairs of records that must be one."""
        for judgement in self._judgements:
            if judgement.is_same:
                found = [i for i, r in enumerate(records) if _is_meant(r, judgement.name, judgement.document)]
                found += [i for i, r in enumerate(records) if _is_meant(r, judgement.other, judgement.other_document)]
                yield from ((found[0], i) for i in found[1:])

    def is_apart(self, left: list[Record], right: list[Record]) -> bool:
        """Whether something in one set was judged to be another thing than something in the other."""
        return any(
            (_any(left, j.name, j.document) and _any(right, j.other, j.other_document))
            or (_any(right, j.name, j.document) and _any(left, j.other, j.other_document))
            for j in self._judgements
            if not j.is_same
        )


def _any(records: list[Record], name: str, document: str) -> bool:
    return any(_is_meant(record, name, document) for record in records)


def _is_meant(record: Record, name: str, document: str) -> bool:
    return record.key == normal_form(name) and document in ("", record.document)
