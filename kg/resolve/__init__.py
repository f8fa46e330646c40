"""Resolve: readings in, entities out; one entity for each real thing, whatever it is called in which document."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

from kg.errors import InvalidJudgement
from kg.judgements import Judgement
from kg.known import KnownThing
from kg.ledger import replaced
from kg.model import Anchor, MentionKind, Reading, Resolution
from kg.resolve import published
from kg.resolve.account import contributions, different, doubts
from kg.resolve.given_records import same_addresses
from kg.resolve.grouping import Grouping, group
from kg.resolve.judgements import Links, Meaning, are_late, decided, links
from kg.resolve.known_things import KnownThings
from kg.resolve.memory import Memory
from kg.resolve.parting import parted
from kg.resolve.records import Record, Told
from kg.resolve.things import Thing
from kg.resolve.welding import weld
from kg.resolve.world import linked_records, told


def resolve(
    readings: Iterable[Reading],
    known: Iterable[KnownThing] = (),
    judgements: Iterable[Judgement] = (),
    ledger: Iterable[Anchor] = (),
) -> Resolution:
    """Who is who. `known` is a list of things with their names and addresses, `judgements` overrule the rules, and the
    `ledger` tells under which names entities were published before.

    Clusters of one document stay as they are, but for those that `parted` has made two; across documents, names merge
    on evidence, bare plurals ("immigrants") by their words, and descriptions ("the letter") never. The order of the
    readings does not matter.
    Raises InvalidJudgement where judgements contradict each other.
    """
    return resolve_told(map(told, readings), known, judgements, ledger)


def resolve_told(
    documents: Iterable[Told],
    known: Iterable[KnownThing] = (),
    judgements: Iterable[Judgement] = (),
    ledger: Iterable[Anchor] = (),
    memory: Memory | None = None,
) -> Resolution:
    """As `resolve`, from what each document tells of who is who; faster with the memory of most of them."""
    documents, judgements, known = list(documents), list(judgements), list(known)
    memory = memory or Memory()
    who = _who(documents, known, judgements, ledger, memory)
    ids = who.ids
    anchors = published.anchors(who.things, ids, who.ledger)
    if are_late(who.idle, who.meaning, ids):
        return resolve_told(documents, known, judgements, anchors, memory)
    given = decided(judgements, who.meaning, who.grouping.groups, ids)
    entities = [
        thing.entity(id, given.names.get(n, ""), given.types.get(n, ""))
        for n, (thing, id) in enumerate(zip(who.things, ids, strict=True))
    ]
    return Resolution(
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        entity_by_cluster={
            (record.document, record.cluster): entity
            for entity, thing in zip(entities, who.things, strict=True)
            for record in thing.members
        },
        doubtful=doubts(who.grouping, ids),
        contributions=contributions(who.records, who.grouping, ids),
        anchors=anchors,
        replaced=replaced(anchors),
        different=different(who.links, who.grouping, ids),
        judged=given.words(ids),
        ignored=tuple(str(judgement) for judgement in (*who.idle, *given.idle)),
    )


def remember_told(
    documents: Iterable[Told],
    known: Iterable[KnownThing] = (),
    judgements: Iterable[Judgement] = (),
    ledger: Iterable[Anchor] = (),
) -> Memory:
    """What resolving documents finds out, for a `resolve_told` of most of them; that tells what cannot be obeyed."""
    memory = Memory()
    with suppress(InvalidJudgement):
        _who(list(documents), known, list(judgements), ledger, memory)
    return memory


@dataclass(frozen=True, slots=True)
class _Who:
    """Which records are one thing, and what the things are called."""

    records: list[Record]
    ledger: list[Anchor]  # with the anchors of articles that were edited
    meaning: Meaning
    links: Links
    idle: list[Judgement]
    grouping: Grouping
    things: list[Thing]  # by the number of the group
    ids: list[str]


def _who(
    documents: list[Told],
    known: Iterable[KnownThing],
    judgements: list[Judgement],
    ledger: Iterable[Anchor],
    memory: Memory,
) -> _Who:
    found = _found(documents, known)
    ledger = published.adopted(found, list(ledger))
    meaning = Meaning(found, documents, ledger)
    linked, idle = links(judgements, meaning)
    files = {each.document.id: each.document.file for each in documents if each.document.is_data}
    linked = replace(linked, given=same_addresses(found, files)) if files else linked
    named = [i for i, record in enumerate(found) if record.kind is MentionKind.NAME]
    joined = group([found[i] for i in named], linked.among(named), memory.comparisons)
    grouping = weld(found, named, joined, linked)
    things = memory.things.of([found[i] for i in members] for members in grouping.groups)
    meant = {number: linked.ids(members) for number, members in enumerate(grouping.groups)} if linked.called else {}
    ids = published.ids(things, ledger, meant)
    return _Who(found, ledger, meaning, linked, idle, grouping, things, ids)


def _found(documents: Iterable[Told], known: Iterable[KnownThing]) -> list[Record]:
    """The records of documents, sorted by document and place."""
    things = KnownThings(known)
    records = (record for document in documents for record in linked_records(document, things))
    return sorted(records, key=lambda record: (record.document, record.cluster))


__all__ = ["Memory", "Told", "parted", "remember_told", "resolve", "resolve_told", "told"]
