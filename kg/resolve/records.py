"""Records: what one document tells of one thing, as far as it helps to tell it from its namesakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.model import Argument, Mention, MentionKind, Reading, Statement
from kg.naming import normal_form, place_called, roles, small_words, titles, words

_GENERAL = frozenset({"kg:Entity", "kg:Agent"})
_FAMILY = {
    "kg:Company": "kg:Organization",
    "kg:GovernmentBody": "kg:Organization",
    "kg:AdvocacyGroup": "kg:Organization",
    "kg:PoliticalParty": "kg:Organization",
    "kg:MediaOutlet": "kg:Organization",
    "kg:EducationalOrganization": "kg:Organization",
    "kg:GeopoliticalEntity": "kg:Place",
    "kg:Facility": "kg:Place",
}


@dataclass(frozen=True, slots=True, order=True)
class Record:
    """One cluster of one document."""

    document: str
    cluster: int
    kind: MentionKind
    name: str
    key: str  # normal form of the name
    type: str
    names: tuple[str, ...] = ()  # every form of the name that the document uses
    is_generic: bool = False  # a bare plural or mass noun: "immigrants"
    roles: frozenset[str] = frozenset()  # words for what the person is, from the words beside the name
    neighbours: frozenset[str] = field(default_factory=frozenset)  # normal forms of the other names in the document
    mentions: int = 1

    @property
    def family(self) -> str:
        """The coarse class, within which the fine ones may differ; "" if nothing is known."""
        return family_of(self.type)


def family_of(type_: str) -> str:
    """The coarse class that a class belongs to; "" for one that tells nothing.

    >>> family_of("kg:Company"), family_of("kg:Entity")
    ('kg:Organization', '')
    """
    return "" if type_ in _GENERAL else _FAMILY.get(type_, type_)


def records(reading: Reading) -> list[Record]:
    """One record for each cluster of a reading, by place of first mention."""
    by_cluster: dict[int, list[Mention]] = {}
    for mention in sorted({*reading.mentions, *_arguments(reading.statements)}):
        by_cluster.setdefault(mention.cluster, []).append(mention)
    drafts = {cluster: _names(mentions) for cluster, mentions in by_cluster.items()}
    keys = {c: frozenset(map(normal_form, names)) for c, names in drafts.items() if names}
    around = frozenset().union(*keys.values()) if keys else frozenset()
    told = _told_roles(reading.statements)
    return [
        _record(reading.document.id, c, mentions, around - keys.get(c, frozenset()), told.get(c, frozenset()))
        for c, mentions in sorted(by_cluster.items())
    ]


def _arguments(statements: Iterable[Statement]) -> Iterator[Mention]:
    for statement in statements:
        found: list[Argument | None] = [statement.subject, statement.object, *(value for _, value in statement.roles)]
        found += [*statement.attributed_to, *statement.relayed_by]
        yield from (argument for argument in found if isinstance(argument, Mention))


def _names(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The forms of a name, without titles and role nouns before it."""
    return tuple(sorted({bare_name(m.text) for m in mentions if m.kind is MentionKind.NAME}))


def bare_name(text: str) -> str:
    """A name as written without the role nouns before it.

    >>> bare_name("actor Jo  Park")
    'Jo Park'
    """
    found = text.split()
    while len(found) > 1 and (found[0] in roles() or (found[0] in titles() and found[0][-1] == ".")):
        found = found[1:]
    return " ".join(found)


def _record(
    document: str, cluster: int, mentions: list[Mention], around: frozenset[str], told: frozenset[str]
) -> Record:
    kind = min((m.kind for m in mentions), key=list(MentionKind).index)
    named = [m for m in mentions if m.kind is kind]
    name = Counter(m.name or m.text for m in named).most_common(1)[0][0]
    name = " ".join(name.split())
    types = Counter(m.type for m in mentions if m.type not in _GENERAL)
    type_ = min(types, key=lambda t: (-types[t], t)) if types else "kg:Entity"
    is_generic = kind is MentionKind.NOMINAL and all(_is_generic(m.text) for m in named)
    return Record(
        document=document,
        cluster=cluster,
        kind=kind,
        name=name,
        key=normal_form(name),
        type=type_,
        names=_names(mentions) if kind is MentionKind.NAME else (),
        is_generic=is_generic,
        roles=told | frozenset(w for m in named for w in words(m.text) if w in roles()),
        neighbours=around,
        mentions=len(mentions),
    )


def _is_generic(text: str) -> bool:
    """Whether a description names a kind and not a thing of this document: no determiner, owner or number."""
    found = text.split()
    first = found[0].casefold()
    return (
        first not in small_words("specific")
        and not first[0].isdigit()
        and not any(w.endswith(("'s", "’s")) for w in found)
    )


def _told_roles(statements: Iterable[Statement]) -> dict[int, frozenset[str]]:
    """Words for what a person is, as the document's statements tell: "Mia Torres is a judge"."""
    found: dict[int, set[str]] = {}
    for statement in statements:
        if isinstance(statement.object, Mention) and statement.object.kind is MentionKind.NOMINAL:
            said = {w for w in words(statement.object.text) if w in roles()}
            if said and statement.predicate.text.split()[:1] in (["is"], ["was"], []):
                found.setdefault(statement.subject.cluster, set()).update(said)
    return {cluster: frozenset(said) for cluster, said in found.items()}


def usual_name(record: Record) -> str:
    """The name to show: a country's usual one, else the document's best."""
    place = place_called(record.name) if record.kind is MentionKind.NAME else None
    return place[0] if place else record.name
