"""Which thing of a user's list a record is, by name and context; where it may be either of two, none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.known import KnownThing
from kg.model import Document, Link, MentionKind
from kg.naming import normal_form, roles, small_words, words
from kg.resolve.persons import is_common_name, may_be_one_career
from kg.resolve.records import Record, family_of

_BY_NAME = 0.9  # nothing but the name and the class
_IN_CONTEXT = 0.97
_FEW = 4  # letters: shorter words of a description tell no context


class KnownThings:
    """The things of a list by each of their names."""

    def __init__(self, things: Iterable[KnownThing]) -> None:
        self._by_key: dict[str, list[KnownThing]] = defaultdict(list)
        for thing in things:
            for key in dict.fromkeys(map(normal_form, (thing.name, *thing.aliases))):
                self._by_key[key].append(thing)

    def __bool__(self) -> bool:
        return bool(self._by_key)

    def links(self, document: Document, records: Iterable[Record]) -> dict[int, Link]:
        """The thing of the list that each record surely is, by cluster."""
        is_prose = bool(self._by_key) and not document.is_data
        said = frozenset(words(document.text)) if is_prose else frozenset()
        found = {}
        for record in records:
            if self and record.kind is MentionKind.NAME and (link := self._link(record, said)):
                found[record.cluster] = link
        return found

    def _link(self, record: Record, said: frozenset[str]) -> Link | None:
        named = {id(thing): thing for key in sorted(record.keys) for thing in self._by_key.get(key, ())}
        possible = [thing for thing in named.values() if _may_be(record, thing)]
        ranked = sorted(
            ((_signs(record, thing, said), thing) for thing in possible), key=lambda r: (-len(r[0]), r[1].id)
        )
        if not ranked:
            return None
        signs, best = ranked[0]
        if len(ranked) > 1 and len(signs) == len(ranked[1][0]):
            return None
        if not signs and len(named) == 1 and is_common_name(record.key) and best.context:
            return None
        why = f"{best.source}:{best.line}" + (f", beside {', '.join(signs)}" if signs else "")
        return Link(
            source=best.source,
            id=best.id,
            addresses=best.addresses,
            confidence=_IN_CONTEXT if signs else _BY_NAME,
            why=why,
            codes=tuple(("schema:identifier", code) for code in best.identifiers),
            name=best.name,
            type=best.type,
        )


def _may_be(record: Record, thing: KnownThing) -> bool:
    """Whether class and occupation agree."""
    theirs = family_of(thing.type) if thing.type else ""
    is_other_class = bool(theirs) and bool(record.family) and theirs != record.family
    if is_other_class and record.is_sure:
        return False
    return may_be_one_career(record.roles, _roles(thing))


def _roles(thing: KnownThing) -> frozenset[str]:
    return frozenset(word for text in thing.context for word in words(text) if word in roles())


def _signs(record: Record, thing: KnownThing, said: frozenset[str]) -> list[str]:
    """The words of a thing's context that the document uses, and the full name and the class where they agree."""
    known = {normal_form(text) for text in thing.context}
    found = sorted(known & (record.neighbours | record.inside))
    found += sorted({word for word in _telling(thing) if word in said} - {w for name in found for w in name.split()})
    if record.is_sure and thing.type and family_of(thing.type) == record.family:
        found.append(record.family.removeprefix("kg:").lower())
    return found


def _telling(thing: KnownThing) -> set[str]:
    own = {word for name in (thing.name, *thing.aliases) for word in words(name)}
    return {w for text in thing.context for w in words(text) if len(w) >= _FEW} - own - small_words("joint")
