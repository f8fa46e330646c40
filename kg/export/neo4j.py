"""The graph as two tables for `neo4j-admin database import full`: nodes and relationships with typed properties.

Facts are relationships between things; every statement, of any status, is a node with its sentence.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping

from pyoxigraph import Store

from kg.export.account import Counts, Exported, check, counts_of, left_out
from kg.export.network import propositions
from kg.model import digest
from kg.rdf import compact
from kg.view.content import Content, Reported
from kg.view.gather import read_content

NODES, RELATIONSHIPS = "nodes.csv", "relationships.csv"
_NODE_COLUMNS = (
    *("id:ID", ":LABEL", "label", "type", "named:boolean", "aliases:string[]", "links:string[]", "value"),
    *("status", "mode", "polarity", "confidence:double", "cue", "sentence", "begin:int", "end:int", "time"),
    *("startDate:date", "endDate:date", "rule", "source", "url", "published", "publisher", "author"),
)
_RELATIONSHIP_COLUMNS = (
    *(":START_ID", ":END_ID", ":TYPE", "relation", "label", "fact:boolean", "documents:int", "statements:int"),
    *("confidence:double", "startDate:date", "endDate:date"),
)
Row = dict[str, str]


def _tables(store: Store, base: str) -> Exported:
    content = read_content(store)
    rows = _Rows(content, {iri: label for iri, (_, label) in propositions(store, base).items()}, base)
    nodes, lines = list(rows.nodes()), list(rows.relationships())
    files = {NODES: _table(_NODE_COLUMNS, nodes), RELATIONSHIPS: _table(_RELATIONSHIP_COLUMNS, lines)}
    found = _read_back(files)
    whole = counts_of(store, base)
    check("neo4j", found, whole)
    mentions = sum(map(len, content.mentions.values()))
    lost = (
        *left_out(mentions, "mention", "where a text names a thing is told by the RDF exports"),
        *left_out(sum(bool(d.text) for d in content.documents.values()), "text", "articles stand by title and source"),
    )
    return Exported("neo4j", files, found, lost)


class _Rows:
    """The rows of both tables. A value that is the object of a statement is a node of its own."""

    def __init__(self, content: Content, label_by_statement: Mapping[str, str], base: str) -> None:
        self._content, self._label_by_statement, self._base = content, label_by_statement, base
        self._ends = content.entities.keys() | content.statements.keys() | content.documents.keys()

    def nodes(self) -> Iterator[Row]:
        """Yield things, articles, statements and values."""
        for iri, card in self._content.entities.items():
            kind = compact(card.type, self._base).partition(":")[2]
            yield {
                "id:ID": self._id(iri),
                ":LABEL": f"{'Thing' if card.documents else 'Unmentioned'};{kind}",
                "label": card.label,
                "type": compact(card.type, self._base),
                "named:boolean": str(card.is_named).lower(),
                "aliases:string[]": _array(card.aliases),
                "links:string[]": _array(card.links),
            }
        for iri, document in self._content.documents.items():
            yield {
                "id:ID": self._id(iri),
                ":LABEL": "DataFile" if document.is_data else "Article",
                "label": document.title,
                "source": document.source,
                "url": document.url,
                "published": document.published,
                "publisher": document.site,
                "author": document.author,
            }
        for statement in self._content.statements.values():
            yield self._statement(statement)
        for value, name in sorted(self._value_nodes().items()):
            yield {"id:ID": name, ":LABEL": "Value", "label": value, "value": value}

    def _statement(self, each: Reported) -> Row:
        sentence = self._content.sentences.get(each.sentence)
        begin, _, end = each.sentence.rpartition("=")[2].partition(",")
        return {
            "id:ID": self._id(each.iri),
            ":LABEL": "Statement",
            "label": self._label_by_statement[each.iri],
            "status": each.status,
            "mode": each.mode,
            "polarity": "negative" if each.is_negative else "positive",
            "confidence:double": str(each.confidence),
            "cue": each.cue,
            "sentence": sentence.quote if sentence else "",
            "begin:int": begin,
            "end:int": end,
            "time": each.time,
            "startDate:date": each.start_date,
            "endDate:date": each.end_date,
            "rule": each.rule,
        }

    def _value_nodes(self) -> dict[str, str]:
        every = self._content.statements.values()
        values = {value.text for each in every for value in (each.object, *(v for _, v in each.roles)) if value}
        return {value: self._end(value) for value in values if value not in self._ends}

    def _end(self, iri_or_value: str) -> str:
        is_known = iri_or_value in self._ends
        return self._id(iri_or_value) if is_known else f"value:{digest(iri_or_value, length=16)}"

    def _id(self, iri: str) -> str:
        return compact(iri, self._base)

    def relationships(self) -> Iterator[Row]:
        """Yield the facts, then what holds statements, things and articles together."""
        yield from self._facts()
        for iri, card in self._content.entities.items():
            yield from (_line(self._id(iri), self._id(place), "MENTIONED_IN") for place in card.documents)
        for each in self._content.statements.values():
            start = self._id(each.iri)
            yield _line(start, self._id(each.subject), "SUBJECT")
            if each.object:
                yield _line(start, self._end(each.object.text), "OBJECT")
            yield from (_line(start, self._end(value.text), "ROLE", label=role) for role, value in each.roles)
            yield from (_line(start, self._id(holder), "ATTRIBUTED_TO") for holder in each.holders)
            yield _line(start, self._id(self._document(each)), "STATED_IN")

    def _document(self, each: Reported) -> str:
        return each.sentence.partition("#")[0]

    def _facts(self) -> Iterator[Row]:
        found: dict[tuple[str, str, str], list[Reported]] = {}
        for each in self._content.statements.values():
            if each.status == "asserted":
                end = self._end(each.object.text) if each.object else self._id(each.subject)
                found.setdefault((self._id(each.subject), each.predicate, end), []).append(each)
        for (start, predicate, end), same in sorted(found.items()):
            yield _line(
                start,
                end,
                _type(compact(predicate, self._base)),
                relation=compact(predicate, self._base),
                label=self._content.relations[predicate].label,
                **{
                    "fact:boolean": "true",
                    "documents:int": str(len({self._document(each) for each in same})),
                    "statements:int": str(len(same)),
                    "confidence:double": str(max(each.confidence for each in same)),
                    "startDate:date": min((each.start_date for each in same if each.start_date), default=""),
                    "endDate:date": max((each.end_date for each in same if each.end_date), default=""),
                },
            )


def _line(start: str, end: str, type: str, **more: str) -> Row:
    return {":START_ID": start, ":END_ID": end, ":TYPE": type, **more}


def _type(relation: str) -> str:
    """A relation as the type of a relationship.

    >>> _type("kg:sellsTo"), _type("kgo:keepUpWith")
    ('SELLS_TO', 'KEEP_UP_WITH')
    """
    return re.sub(r"\W+", "_", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", relation.partition(":")[2])).upper() or "RELATED"


def _array(values: tuple[str, ...]) -> str:
    """Values as Neo4j separates them; a semicolon in one of them gives way to a comma."""
    return ";".join(value.replace(";", ",") for value in values)


def _table(columns: tuple[str, ...], rows: list[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {name: " ".join(cell.replace("\x00", "\ufffd").split()) for name, cell in row.items()} for row in rows
    )
    return out.getvalue().encode("utf-8")


def _on_one_line(cell: str) -> str:
    return " ".join(cell.replace("\x00", "\ufffd").split())


def _read_back(files: Mapping[str, bytes]) -> Counts:
    """What stands in the tables; each end of a line is a node, and no node stands there twice."""
    nodes, lines = (list(csv.DictReader(io.StringIO(data.decode(), newline=""))) for data in files.values())
    names = {row["id:ID"] for row in nodes}
    ends = {row[end] for row in lines for end in (":START_ID", ":END_ID")}
    check("neo4j", f"{len(names)} nodes, {len(ends - names)} unknown ends", f"{len(nodes)} nodes, 0 unknown ends")
    labels = [row[":LABEL"].partition(";")[0] for row in nodes]
    facts = sum(row["fact:boolean"] == "true" for row in lines)
    kinds = ("Thing", "Article", "DataFile")
    return Counts(labels.count("Statement"), facts, *map(labels.count, kinds))


WRITERS: dict[str, Callable[[Store, str], Exported]] = {"neo4j": _tables}
