"""Resolve: readings in, entities out; one entity for each real thing, whatever it is called in which document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg.model import Entity, MentionKind, Reading, Resolution, digest, slug
from kg.naming import demonyms, has_company_suffix
from kg.resolve.grouping import Doubt, group
from kg.resolve.judgements import Judgement, Judgements
from kg.resolve.records import Record, records, usual_name


def resolve(
    readings: Iterable[Reading],
    known: Mapping[str, str] | None = None,
    judgements: Iterable[Judgement] = (),
) -> Resolution:
    """Who is who. `known` gives addresses of things by name ("Oslo" -> "http://..."), `judgements` overrule the rules.

    Clusters of one document stay as they are; across documents, names merge on evidence, bare plurals ("immigrants")
    by their words, and descriptions ("the letter") never. The order of the readings does not matter.
    """
    found = [record for reading in readings for record in records(reading)]
    named = [r for r in found if r.kind is MentionKind.NAME]
    groups, doubts = group(named, Judgements(judgements))
    groups += _concepts([r for r in found if r.is_generic])
    groups += [[r] for r in sorted(found) if r.kind is not MentionKind.NAME and not r.is_generic]
    entities = _entities(groups, known or {})
    return Resolution(
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        entity_by_cluster={
            (r.document, r.cluster): entity for entity, members in zip(entities, groups, strict=True) for r in members
        },
        doubtful=tuple(sorted(_doubtful(doubt, entities) for doubt in doubts)),
    )


def _doubtful(doubt: Doubt, entities: list[Entity]) -> tuple[str, str, str]:
    one, other = sorted((entities[doubt.one].id, entities[doubt.other].id))
    return one, other, "; ".join(doubt.odds.reasons)


def _concepts(generic: list[Record]) -> list[list[Record]]:
    """Bare plurals and mass nouns by their words: "law enforcement" is one concept in all documents."""
    by_words: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(generic):
        by_words[record.name.casefold()].append(record)
    return [members for _, members in sorted(by_words.items())]


def _entities(groups: list[list[Record]], known: Mapping[str, str]) -> list[Entity]:
    labels = [_label(members) for members in groups]
    bearers = Counter(slug(label) for label in labels)
    return [
        Entity(
            id=_id(label, members, bearers[slug(label)] > 1),
            label=label,
            type=_type(members),
            aliases=tuple(sorted({n for r in members for n in r.names} - {label})),
            kind=members[0].kind,
            same_as=(known[label],) if label in known else (),
        )
        for label, members in zip(labels, groups, strict=True)
    ]


def _id(label: str, members: list[Record], is_shared: bool) -> str:
    """The slug of the name; with a mark from its content if others bear the name, or if it is a thing of one text."""
    first = min(members, key=lambda r: (r.document, r.cluster))
    is_described = first.kind is not MentionKind.NAME and not first.is_generic
    if not (is_shared or is_described):
        return slug(label)
    mark = (first.document, first.cluster) if is_described else (first.document, first.key, first.cluster)
    return f"{slug(label, 50)}-{digest(*mark, length=8)}"


def _label(members: list[Record]) -> str:
    """The name that most documents use; of several, the fullest. A concept begins small if any text writes it so."""
    names = Counter(usual_name(record) for record in members)
    if members[0].is_generic:
        names = Counter({_uncapitalised(name): count for name, count in names.items()})
    return min(names, key=lambda n: (-names[n], has_company_suffix(n), -len(n.split()), -len(n), n))


def _uncapitalised(name: str) -> str:
    first, _, rest = name.partition(" ")
    is_name = first in demonyms() or "'s " in name or "' " in name  # "Irish group", "Lund's shares"
    return f"{first.lower()} {rest}".strip() if first.istitle() and not is_name else name


def _type(members: list[Record]) -> str:
    """The class that most mentions tell; nothing known is kg:Entity."""
    types = Counter[str]()
    for record in members:
        if record.type != "kg:Entity":
            types[record.type] += record.mentions
    return min(types, key=lambda t: (-types[t], t)) if types else "kg:Entity"


__all__ = ["Judgement", "resolve"]
