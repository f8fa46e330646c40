"""What the records of a group tell of the one thing that they are, whatever else there is: name, class, links.

In: groups of records. Out: things. A group of the same records as before is not looked at again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import Entity, Link, MentionKind
from kg.naming import has_company_suffix
from kg.resolve.records import Place, Record, is_described, place_of, usual_name
from kg.resolve.world import entity_links

_KINDS = tuple(MentionKind)


@dataclass(frozen=True, slots=True)
class Thing:
    """What a group of records tells."""

    members: Sequence[Record]  # by document and place
    places: tuple[Place, ...]  # what finds the anchor of each
    is_described: bool  # a thing of one text that does not name it
    label: str
    type: str
    names: tuple[str, ...]  # sorted
    kind: MentionKind
    links: tuple[Link, ...]
    same_as: tuple[str, ...]  # their addresses

    @classmethod
    def of(cls, members: Sequence[Record]) -> Thing:
        """What some records tell; a user's list has the first word."""
        links = entity_links(members)
        return cls(
            members=members,
            places=tuple(map(place_of, members)),
            is_described=len(members) == 1 and is_described(members[0]),
            label=_listed("name", links) or _label(members),
            type=_listed("type", links) or _type(members),
            names=tuple(sorted({n for r in members for n in r.names})),
            kind=min((r.kind for r in members), key=_KINDS.index),
            links=links,
            same_as=tuple(dict.fromkeys(address for link in links for address in link.addresses)),
        )

    def entity(self, id: str, name: str = "", type_: str = "") -> Entity:
        """The thing under an id; with the name and the class that people gave it, if they did."""
        label = name or self.label
        return Entity(
            id=id,
            label=label,
            type=type_ or self.type,
            aliases=tuple([each for each in self.names if each != label]),
            kind=self.kind,
            same_as=self.same_as,
            links=self.links,
        )


class Things:
    """The things of groups, with those that were found out last."""

    def __init__(self) -> None:
        self._by_first: dict[Record, Thing] = {}

    def of(self, groups: Iterable[Sequence[Record]]) -> list[Thing]:
        """The thing of each group; no two groups share a record."""
        known = self._by_first
        found = [
            before if (before := known.get(members[0])) and before.members == members else Thing.of(members)
            for members in groups
        ]
        self._by_first = {thing.members[0]: thing for thing in found}
        return found


def _listed(part: str, links: Iterable[Link]) -> str:
    """The name or the class that a user's list gives, if one does."""
    return next((value for link in links if (value := getattr(link, part))), "")


def _label(members: Sequence[Record]) -> str:
    """The name that most documents use; of several, the fullest."""
    if len(members) == 1 and not members[0].is_generic:
        return usual_name(members[0])
    members = [r for r in members if r.kind is MentionKind.NAME] or members
    names = Counter(usual_name(record) for record in members)
    return min(names, key=lambda n: (-names[n], has_company_suffix(n), -len(n.split()), -_letters(n), -len(n), n))


def _letters(name: str) -> int:
    """What makes "Bo Ek" fuller than "B. Ek"."""
    return sum(map(str.isalnum, name))


def _type(members: Sequence[Record]) -> str:
    """The class that most mentions tell; nothing known is kg:Entity."""
    if len(members) == 1:
        return members[0].type
    types = Counter[str]()
    for record in members:
        if record.type != "kg:Entity":
            types[record.type] += record.mentions
    return min(types, key=lambda t: (-types[t], t)) if types else "kg:Entity"
