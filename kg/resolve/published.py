"""Published names: each group of records keeps the id that the ledger tells, and has a new one only if it had none.

In: groups, their labels, the anchors of the ledger. Out: an id for each group, and the anchors of the next ledger.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

from kg.ledger import IN_ORDER, place
from kg.model import Anchor, MentionKind, digest, slug
from kg.resolve.records import CONCEPT, Place, Record, family_of, is_described, place_of, usual_name
from kg.resolve.things import Thing


def anchor_of(record: Record, entity: str = "", formerly: tuple[str, ...] = ()) -> Anchor:
    """The anchor of a record, of no entity yet unless one is given."""
    if record.is_generic:
        return Anchor(entity, CONCEPT, 0, record.name.casefold(), "", formerly)
    return Anchor(entity, record.document, record.cluster, record.key, record.type, formerly)


@lru_cache(maxsize=100_000)
def own_id(record: Record, label: str) -> str:
    """The id of a thing of one text, which nothing outside of that text changes."""
    return f"{slug(label, 50)}-{digest(record.document, record.cluster, length=8)}"


@dataclass(slots=True)
class _Group:
    """A group of records on its way to an id."""

    number: int
    label: str
    anchors: list[Anchor]  # as the ledger has them, or of no entity
    meant: frozenset[str] = frozenset()  # ids by which judgements keep it apart
    now: Counter[str] = field(default_factory=Counter)  # how many names were last published as an entity
    settled: Counter[str] = field(default_factory=Counter)  # those of them that were never anything else
    once: Counter[str] = field(default_factory=Counter)  # how many were it before

    def __post_init__(self) -> None:
        known = [anchor for anchor in self.anchors if anchor.entity]
        self.now.update(a.entity for a in known)
        self.settled.update(a.entity for a in known if not a.formerly)
        self.once.update(old for a in known for old in a.formerly)

    @property
    def first(self) -> tuple[str, int, str]:
        """Its first name by document and place: what orders groups, whatever order they come in."""
        return min((anchor.document, anchor.start, anchor.name) for anchor in self.anchors)

    def wishes(self) -> list[str]:
        """Ids that the group may take, the best first: what most of its names are, then what they were."""
        plain = slug(self.label)
        now = sorted(self.now, key=lambda id: (id not in self.meant, -self.now[id], -self.settled[id], id != plain, id))
        once = sorted(self.once.keys() - self.now.keys(), key=lambda id: (-self.once[id], id != plain, id))
        return now + once

    def claim(self, id: str) -> tuple[object, ...]:
        """How good its claim is, the least is the best: who is meant, or has nowhere else to go, or has more names."""
        is_home = 2 * self.settled[id] > self.now[id]
        return (
            id not in self.meant,
            not self.now[id],
            not is_home,
            -self.now[id],
            -self.once[id],
            slug(self.label) != id,
            self.first,
        )


def ids(
    things: Sequence[Thing], ledger: Iterable[Anchor], meant: Mapping[int, frozenset[str]] | None = None
) -> list[str]:
    """An id for each thing. A new one is the slug of the label, marked from its content if others share the name.

    `meant` has the ids by which judgements mean things, by the number of the thing.
    """
    known = {place(anchor): anchor for anchor in ledger}
    found: dict[int, str] = {}
    waiting: list[_Group] = []
    for number, thing in enumerate(things):
        if thing.is_described:
            found[number] = own_id(thing.members[0], thing.label)
        else:
            whole = zip(thing.members, thing.places, strict=True)
            anchors = [known.get(where) or anchor_of(record) for record, where in whole]
            waiting.append(_Group(number, thing.label, anchors, (meant or {}).get(number, frozenset())))
    found |= _kept(waiting)
    new = [group for group in waiting if group.number not in found]
    found |= _taken_over(new, known.values(), set(found.values()))
    bearers = Counter(slug(thing.label) for thing in things)
    taken = {id for anchor in known.values() for id in (anchor.entity, *anchor.formerly)} | set(found.values())
    for group in sorted(new, key=lambda group: group.first):
        if group.number not in found:
            id = _new(group.label, things[group.number].members[0], bearers[slug(group.label)] > 1, taken)
            found[group.number] = id
            taken.add(id)
    return [found[number] for number in range(len(things))]


def _kept(groups: Sequence[_Group]) -> dict[int, str]:
    """Ids that groups keep: each asks for its best, who has the better claim gets it, and the other asks on."""
    holder: dict[str, _Group] = {}
    wishes = {group.number: iter(group.wishes()) for group in groups}
    for group in groups:
        asking: _Group | None = group
        while asking is not None:
            asking = _ask(asking, wishes[asking.number], holder)
    return {group.number: id for id, group in holder.items()}


def _ask(group: _Group, wishes: Iterator[str], holder: dict[str, _Group]) -> _Group | None:
    """Ask for one wish after another; who loses an id to the group is next to ask."""
    for id in wishes:
        if id not in holder:
            holder[id] = group
            return None
        if group.claim(id) < holder[id].claim(id):
            loser, holder[id] = holder[id], group
            return loser
    return None


def _taken_over(groups: Iterable[_Group], ledger: Iterable[Anchor], taken: set[str]) -> dict[int, str]:
    """Ids of entities that no document here was published with, for groups of the same name and kind of thing.

    Only where the name was one entity's, and is one group's: when all articles are new, what they name is not.
    """
    wanted = _owners((group.number, anchor) for group in groups for anchor in group.anchors)
    offered = _owners((anchor.entity, anchor) for anchor in ledger if anchor.entity not in taken)
    found: dict[int, str] = {}
    given: set[str] = set()
    for name in sorted(wanted.keys() & offered.keys()):
        if len(wanted[name]) == len(offered[name]) == 1:
            [(number, family)], [(id, old)] = wanted[name].items(), offered[name].items()
            if number not in found and id not in given and _is_alike(family, old):
                found[number] = id
                given.add(id)
    return found


Owner = TypeVar("Owner", int, str)


def _owners(pairs: Iterable[tuple[Owner, Anchor]]) -> dict[str, dict[Owner, str]]:
    """Name -> whose it is -> of what family. A concept is one everywhere, and nobody else's."""
    found: dict[str, dict[Owner, str]] = defaultdict(dict)
    for owner, anchor in pairs:
        if anchor.document != CONCEPT:
            found[anchor.name][owner] = family_of(anchor.type)
    return found


def _is_alike(family: str, other: str) -> bool:
    return "" in (family, other) or family == other


def adopted(records: Iterable[Record], ledger: Sequence[Anchor]) -> list[Anchor]:
    """The ledger with anchors for names in articles that were edited: the title and the name tell whose they were.

    An edited article is another document. Only where one name there is new, and one entity had it.
    """
    known = {place(anchor) for anchor in ledger}
    new: dict[tuple[str, str], list[Anchor]] = defaultdict(list)
    places = set()
    for record in records:
        places.add(here := place_of(record))
        if here not in known and record.kind is MentionKind.NAME:
            anchor = anchor_of(record)
            new[_title(anchor), anchor.name].append(anchor)
    old: dict[tuple[str, str], dict[str, Anchor]] = defaultdict(dict)
    for anchor in ledger:
        if (_title(anchor), anchor.name) in new and place(anchor) not in places:
            old[_title(anchor), anchor.name][anchor.entity] = anchor
    heirs: list[Anchor] = []
    for what in sorted(old):
        if len(new[what]) == len(old[what]) == 1:
            [one], [before] = new[what], old[what].values()
            if _is_alike(family_of(one.type), family_of(before.type)):
                heirs.append(replace(one, entity=before.entity, formerly=before.formerly))
    return [*ledger, *heirs]


def _title(anchor: Anchor) -> str:
    return anchor.document.rpartition("-")[0]


def _new(label: str, first: Record, is_shared: bool, taken: set[str]) -> str:
    """The slug of the name; with a mark from its content if others bear the name or once did."""
    if not is_shared and slug(label) not in taken:
        return slug(label)
    mark = (first.document, first.cluster) if is_described(first) else (first.document, first.key, first.cluster)
    lengths = (length for length in range(8, 65) if f"{slug(label, 50)}-{digest(*mark, length=length)}" not in taken)
    return f"{slug(label, 50)}-{digest(*mark, length=next(lengths))}"


def anchors(things: Sequence[Thing], ids: Sequence[str], ledger: Iterable[Anchor]) -> tuple[Anchor, ...]:
    """The anchors of the next ledger, sorted: those of all things, and those of documents that are not here now."""
    known = {place(anchor): anchor for anchor in ledger}
    alive, gone = set(ids), dict(known)
    here: dict[Place, Anchor] = {}
    moved: dict[str, Counter[str]] = defaultdict(Counter)
    for thing, id in zip(things, ids, strict=True):
        left = [gone.pop(where, None) for where in thing.places]
        if not thing.is_described:
            here.update(_members(thing, id, known, alive))
            for old in left:
                if old is not None and old.entity != id:
                    moved[old.entity][id] += 1
    heirs = {old: min(new, key=lambda id: (-new[id], id)) for old, new in moved.items() if old not in alive}
    rest = (_moved(a, heirs[a.entity], alive) if a.entity in heirs else a for a in gone.values())
    absent = (replace(anchor, is_present=False) for anchor in rest)
    return tuple(sorted([*here.values(), *absent], key=IN_ORDER))


def _members(thing: Thing, id: str, known: dict[Place, Anchor], alive: set[str]) -> Iterator[tuple[Place, Anchor]]:
    """The anchors of a thing. A name that is new in it has the past of its namesakes there: with them it would part."""
    pasts: dict[str, tuple[str, ...]] = {}
    new: list[tuple[Place, Anchor]] = []
    for record, where in zip(thing.members, thing.places, strict=True):
        old = known.get(where)
        if old is not None:
            formerly = _past(old, id, alive)
            pasts.setdefault(old.name, formerly)
            yield where, anchor_of(record, id, formerly)
        elif is_described(record):
            yield where, anchor_of(record, id, (own_id(record, usual_name(record)),))
        else:
            new.append((where, anchor_of(record, id)))
    for where, anchor in new:
        yield where, replace(anchor, formerly=pasts[anchor.name]) if anchor.name in pasts else anchor


def _moved(anchor: Anchor, id: str, alive: set[str]) -> Anchor:
    """The anchor with its new entity."""
    return replace(anchor, entity=id, formerly=_past(anchor, id, alive))


def _past(anchor: Anchor, id: str, alive: set[str]) -> tuple[str, ...]:
    """What an anchor was before it is a new entity: the old one too, unless it was only a guest there and it lives."""
    if anchor.entity == id and not anchor.formerly:
        return ()
    was_guest = id in anchor.formerly and anchor.entity in alive
    past = anchor.formerly if was_guest else (*anchor.formerly, anchor.entity)
    return tuple(dict.fromkeys(old for old in past if old != id))
