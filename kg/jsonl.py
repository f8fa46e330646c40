"""Statements and entities as JSON Lines, for other programs: one object a line, offsets in code points of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from kg import rdf
from kg.model import Argument, Literal, Mention, Reading, Resolution, Statement, StatementRef

Line = dict[str, Any]


class Lines:
    """The JSON objects of one reading. `place` is what tells the document: {"document": name} and perhaps a line."""

    def __init__(self, reading: Reading, resolution: Resolution, place: Line, base: str = rdf.BASE) -> None:
        self._reading = reading
        self._resolution = resolution
        self._place = place
        self._base = base
        self._mentions: dict[str, list[list[int]]] = defaultdict(list)
        for mention in reading.mentions:
            self._mentions[self._entity_id(mention)].append([mention.start, mention.end])

    def statements(self) -> Iterator[Line]:
        """One object a statement, in reading order."""
        for statement in self._reading.statements:
            yield self._statement(statement)

    def entities(self) -> Iterator[Line]:
        """One object an entity of this document; descriptions that nothing names are left out."""
        entity_by_id = {e.id: e for e in self._resolution.entity_by_cluster.values()}
        named = {self._entity_id(m) for m in self._reading.mentions if m.kind == "name"}
        for entity_id, spans in sorted(self._mentions.items(), key=lambda item: item[1]):
            if entity_id in named:
                entity = entity_by_id[entity_id]
                yield {**self._place, "id": entity.id, "label": entity.label, "type": entity.type, "mentions": spans}

    def _entity_id(self, mention: Mention) -> str:
        return self._resolution.entity(self._reading.document.id, mention).id

    def _statement(self, statement: Statement) -> Line:
        evidence = statement.evidence
        return {
            **self._place,
            "id": statement.id,
            "sentence": evidence.quote,
            "start": evidence.start,
            "end": evidence.end,
            "subject": self._argument(statement.subject),
            "predicate": {"name": statement.predicate.name, "text": statement.predicate.text},
            "object": self._argument(statement.object),
            "roles": self._roles(statement),
            "status": str(statement.status),
            "mode": str(statement.mode),
            "polarity": str(statement.polarity),
            "attributed_to": [self._label(holder) for holder in statement.attributed_to],
            "relayed_by": [self._label(holder) for holder in statement.relayed_by],
            "cue": statement.cue,
            "time": _time(statement),
            "confidence": round(statement.confidence, 2),
            "extractor": statement.extractor,
        }

    def _roles(self, statement: Statement) -> Line:
        """Role name to argument, or to a list of them where a role is filled twice."""
        filled: dict[str, list[Line | None]] = defaultdict(list)
        for role, value in statement.roles:
            filled[role].append(self._argument(value))
        return {role: values[0] if len(values) == 1 else values for role, values in filled.items()}

    def _label(self, mention: Mention) -> str:
        return self._resolution.entity(self._reading.document.id, mention).label

    def _argument(self, argument: Argument | None) -> Line | None:
        if argument is None:
            return None
        if isinstance(argument, Literal):
            return {
                "value": argument.value,
                "datatype": argument.datatype,
                "start": argument.start,
                "end": argument.end,
            }
        if isinstance(argument, StatementRef):
            return {"statement": argument.id, "label": argument.label, "start": argument.start, "end": argument.end}
        entity = self._resolution.entity(self._reading.document.id, argument)
        return {
            "label": entity.label,
            "text": argument.text,
            "kind": str(entity.kind),
            "start": argument.start,
            "end": argument.end,
            "iri": rdf.Names(self._base).entity(entity.id).value,
            "mentions": self._mentions[entity.id],
        }


def _time(statement: Statement) -> Line | None:
    time = statement.time
    if time is None:
        return None
    return {"text": time.text, "start_date": time.start_date, "end_date": time.end_date}
