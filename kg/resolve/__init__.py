"""Resolve: readings in, entities out; one entity for each real thing, whatever it is called in which document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from kg.judgements import Judgement
from kg.known import KnownThing
from kg.ledger import replaced
from kg.model import Anchor, Entity, Link, MentionKind, Reading, Resolution
from kg.naming import demonyms, has_company_suffix
from kg.resolve import published
from kg.resolve.account import contributions, different, doubts
from kg.resolve.comparing import Comparisons
from kg.resolve.given_records import same_addresses
from kg.resolve.grouping import group
from kg.resolve.judgements import Meaning, are_late, decided, links
from kg.resolve.known_things import KnownThings
from kg.resolve.records import Record, Told, usual_name
from kg.resolve.welding import weld
from kg.resolve.world import entity_links, linked_records, told


def resolve(
    readings: Iterable[Reading],
    known: Iterable[KnownThing] = (),
    judgements: Iterable[Judgement] = (),
    ledger: Iterable[Anchor] = (),
) -> Resolution:
    """Who is who. `known` is a list of things with their names and addresses, `judgements` overrule the rules, and the
    `ledger` tells under which names entities were published before.

    Clusters of one document stay as they are; across documents, names merge on evidence, bare plurals ("immigrants")
    by their words, and descriptions ("the letter") never. The order of the readings does not matter.
    Raises InvalidJudgement where judgements contradict each other.
    """
    return resolve_told(map(told, readings), known, judgements, ledger)


def resolve_told(
    documents: Iterable[Told],
    known: Iterable[KnownThing] = (),
    judgements: Iterable[Judgement] = (),
    ledger: Iterable[Anchor] = (),
    comparisons: Comparisons | None = None,
) -> Resolution:
    """As `resolve`, from what each document tells of who is who; faster where most were compared before."""
    documents, judgements, known = list(documents), list(judgements), list(known)
    comparisons = comparisons or Comparisons()
    found = _found(documents, known)
    ledger = published.adopted(found, list(ledger))
    meaning = Meaning(found, [each.document for each in documents], ledger)
    linked, idle = links(judgements, meaning)
    files = {each.document.id: each.document.file for each in documents if each.document.is_data}
    linked = replace(linked, given=same_addresses(found, files)) if files else linked
    named = [i for i, record in enumerate(found) if record.kind is MentionKind.NAME]
    grouping = weld(found, named, group([found[i] for i in named], linked.among(named), comparisons), linked)
    groups = [[found[i] for i in members] for members in grouping.groups]
    elsewhere = [entity_links(members) for members in groups]
    labels = [_listed("name", links_) or _label(members) for links_, members in zip(elsewhere, groups, strict=True)]
    meant = {number: linked.ids(members) for number, members in enumerate(grouping.groups)} if linked.called else {}
    ids = published.ids(groups, labels, ledger, meant)
    anchors = published.anchors(groups, ids, ledger)
    if are_late(idle, meaning, ids):
        return resolve_told(documents, known, judgements, anchors, comparisons)
    given = decided(judgements, meaning, grouping.groups, ids)
    entities = [
        _entity(id, given.names.get(n, labels[n]), given.types.get(n, ""), elsewhere[n], groups[n])
        for n, id in enumerate(ids)
    ]
    return Resolution(
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        entity_by_cluster={
            (r.document, r.cluster): entity for entity, members in zip(entities, groups, strict=True) for r in members
        },
        doubtful=doubts(grouping, ids),
        contributions=contributions(found, grouping, ids),
        anchors=anchors,
        replaced=replaced(anchors),
        different=different(linked, grouping, ids),
        judged=given.words(ids),
        ignored=tuple(str(judgement) for judgement in (*idle, *given.idle)),
    )


def compare_told(documents: Iterable[Told], known: Iterable[KnownThing] = ()) -> Comparisons:
    """What comparing the names of documents finds out, for a `resolve_told` of most of them."""
    comparisons = Comparisons()
    comparisons.candidates([r for r in _found(documents, known) if r.kind is MentionKind.NAME])
    return comparisons


def _found(documents: Iterable[Told], known: Iterable[KnownThing]) -> list[Record]:
    """The records of documents, sorted by document and place."""
    things = KnownThings(known)
    records = (record for document in documents for record in linked_records(document, things))
    return sorted(records, key=lambda record: (record.document, record.cluster))


_KINDS = tuple(MentionKind)


def _entity(id: str, label: str, type_: str, links: tuple[Link, ...], members: list[Record]) -> Entity:
    return Entity(
        id=id,
        label=label,
        type=type_ or _listed("type", links) or _type(members),
        aliases=tuple(sorted({n for r in members for n in r.names} - {label})),
        kind=min((r.kind for r in members), key=_KINDS.index),
        same_as=tuple(dict.fromkeys(address for link in links for address in link.addresses)),
        links=links,
    )


def _listed(part: str, links: Iterable[Link]) -> str:
    """The name or the class that a user's list gives, if one does."""
    return next((value for link in links if (value := getattr(link, part))), "")


def _label(members: list[Record]) -> str:
    """The name that most documents use; of several, the fullest. A concept begins small if any text writes it so."""
    if len(members) == 1 and not members[0].is_generic:
        return usual_name(members[0])
    members = [r for r in members if r.kind is MentionKind.NAME] or members
    names = Counter(usual_name(record) for record in members)
    if members[0].is_generic:
        names = Counter({_uncapitalised(name): count for name, count in names.items()})
    return min(names, key=lambda n: (-names[n], has_company_suffix(n), -len(n.split()), -_letters(n), -len(n), n))


def _letters(name: str) -> int:
    """What makes "Bo Ek" fuller than "B. Ek"."""
    return sum(map(str.isalnum, name))


def _uncapitalised(name: str) -> str:
    first, _, rest = name.partition(" ")
    is_name = first in demonyms() or "'s " in name or "' " in name  # "Irish group", "Lund's shares"
    return f"{first.lower()} {rest}".strip() if first.istitle() and not is_name else name


def _type(members: list[Record]) -> str:
    """The class that most mentions tell; nothing known is kg:Entity."""
    if len(members) == 1:
        return members[0].type
    types = Counter[str]()
    for record in members:
        if record.type != "kg:Entity":
            types[record.type] += record.mentions
    return min(types, key=lambda t: (-types[t], t)) if types else "kg:Entity"


__all__ = ["Comparisons", "Told", "compare_told", "resolve", "resolve_told", "told"]
