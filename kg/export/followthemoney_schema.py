"""The part of the FollowTheMoney schemata that an export uses, and what makes an entity one of theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kg.errors import KgError
from kg.rdf import expand
from kg.shipped import folder
from kg.tables import Row, rows

_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")
_FORMS: dict[str, Callable[[str], object]] = {
    "text": bool,
    "name": bool,
    "date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?").fullmatch,
    "url": re.compile(r"https?://\S+").fullmatch,
    "identifier": re.compile(r"\S+").fullmatch,
    "language": re.compile(r"[a-z]{3}").fullmatch,
}
_ANY = ("UnknownLink", "subject", "object")


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of FollowTheMoney, to which values can be added."""

    id: str
    schema: str
    properties: dict[str, list[str]] = field(default_factory=dict)

    def add(self, property: str, *values: str) -> None:
        """Add values that are not there yet; empty ones are none."""
        for value in map(str.strip, values):
            if value and value not in self.properties.setdefault(property, []):
                self.properties[property].append(value)
        if not self.properties.get(property):
            self.properties.pop(property, None)

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        return {"id": self.id, "schema": self.schema, "properties": self.properties}

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Entity:
        """What JSON tells."""
        return cls(plain["id"], plain["schema"], plain["properties"])


@dataclass(frozen=True, slots=True)
class Schemata:
    """Schemata with their parents and properties, and how our classes and relations are told by them."""

    parents: dict[str, tuple[str, ...]]
    abstract: frozenset[str]
    properties: dict[str, dict[str, str]]  # schema -> property -> kind
    required: dict[str, tuple[str, ...]]
    schema_by_class: dict[str, str]
    link_by_relation: dict[str, tuple[str, str, str]]
    property_by_relation: dict[str, str]

    @property
    def values(self) -> tuple[str, ...]:
        """The properties of things that hold facts with values."""
        return ("notes", *sorted(set(self.property_by_relation.values())))

    def is_a(self, schema: str, other: str) -> bool:
        """Whether a schema is another one or one of its kinds."""
        return schema == other or any(self.is_a(parent, other) for parent in self.parents.get(schema, ()))

    def kind(self, schema: str, property: str) -> str:
        """What a property of a schema holds; nothing if it has none of that name."""
        own = self.properties.get(schema, {}).get(property, "")
        return own or next((kind for up in self.parents.get(schema, ()) if (kind := self.kind(up, property))), "")

    def link(self, relation: str, one: str, other: str, *, is_plain: bool) -> tuple[str, str, str]:
        """The schema of a relation between things of two schemata, and the properties of its ends."""
        schema, subject, object = self.link_by_relation.get(relation, _ANY) if is_plain else _ANY
        is_fit = self.is_a(one, self.kind(schema, subject)) and self.is_a(other, self.kind(schema, object))
        return (schema, subject, object) if is_fit else _ANY

    def check(self, entities: Iterable[Entity]) -> None:
        """Raise KgError if an entity is not as its schema has it, or points to nothing."""
        entities = list(entities)
        schema_by_id = {each.id: each.schema for each in entities}
        faults = [fault for each in entities for fault in self._faults(each, schema_by_id)]
        if faults or len(schema_by_id) != len(entities):
            raise KgError(f"ftm: {faults[0] if faults else 'two entities have one id'}. Export Turtle or N-Triples.")

    def _faults(self, each: Entity, schema_by_id: dict[str, str]) -> Iterable[str]:
        if each.schema not in self.parents or each.schema in self.abstract or not _ID.fullmatch(each.id):
            yield f"{each.id} is no entity of {each.schema}"
        for name in self._required(each.schema):
            if name not in each.properties:
                yield f"{each.id} has no {name}"
        for name, values in each.properties.items():
            kind = self.kind(each.schema, name)
            for value in values:
                if not self._fits(kind, value, schema_by_id):
                    yield f"{each.id}: {value[:60]!r} is no {kind or 'property'} for {name}"

    def _required(self, schema: str) -> tuple[str, ...]:
        above = [name for parent in self.parents.get(schema, ()) for name in self._required(parent)]
        return (*self.required.get(schema, ()), *above)

    def _fits(self, kind: str, value: str, schema_by_id: dict[str, str]) -> bool:
        form = _FORMS.get(kind)
        return bool(form(value)) if form else bool(kind) and self.is_a(schema_by_id.get(value, ""), kind)


@cache
def schemata() -> Schemata:
    """What the table in the ontology tells."""
    table = rows(folder("ontology") / "exchange" / "followthemoney.tsv")
    own = [row for row in table if row["kind"] == "property"]
    properties: dict[str, dict[str, str]] = {}
    required: dict[str, tuple[str, ...]] = {}
    for row in own:
        name = row["name"].rstrip("!")
        properties.setdefault(row["schema"], {})[name] = row["one"]
        if name != row["name"]:
            required[row["schema"]] = (*required.get(row["schema"], ()), name)
    return Schemata(
        parents={row["name"].rstrip("*"): tuple(row["schema"].split()) for row in _of(table, "schema")},
        abstract=frozenset(row["name"].rstrip("*") for row in _of(table, "schema") if row["name"].endswith("*")),
        properties=properties,
        required=required,
        schema_by_class={expand(row["name"]): row["schema"] for row in _of(table, "class")},
        link_by_relation={expand(row["name"]): (row["schema"], row["one"], row["other"]) for row in _of(table, "link")},
        property_by_relation={expand(row["name"]): row["schema"] for row in _of(table, "value")},
    )


def _of(table: tuple[Row, ...], kind: str) -> list[Row]:
    return [row for row in table if row["kind"] == kind]
