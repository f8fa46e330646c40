"""Records of a file of triples: what it tells of each thing, whose IRIs are a link as those of a user's list are.

In: a reading of a document of triples. Out: its records, by place of first mention.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.given.vocabulary import own_name, property_of
from kg.model import Document, Link, Literal, Mention, MentionKind, Reading, Statement
from kg.naming import normal_form
from kg.resolve.facts import Facts, stated
from kg.resolve.records import Record

_MOST_AROUND = 100  # names around a thing that are compared
_GEONAMES = re.compile(r"https?://(?:sws|www)\.geonames\.org/(\d+)(?:/.*)?")
_PARTS = {"kg:called": "alias", "kg:identifiedBy": "identifier", "kg:identicalTo": "same"}


@dataclass(slots=True)
class _Told:
    """What the statements of a file tell of one thing."""

    mentions: list[Mention] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    identifiers: set[str] = field(default_factory=set)
    addresses: dict[str, None] = field(default_factory=dict)  # in the order of the file
    around: set[str] = field(default_factory=set)  # normal forms of the names of what it is related to


def given_records(reading: Reading) -> list[Record]:
    """One record for each thing of a file."""
    told: dict[int, _Told] = defaultdict(_Told)
    for statement in reading.statements:
        _add(told, statement)
    facts = stated(reading.statements)
    return [_record(reading.document, cluster, told[cluster], facts.get(cluster, Facts())) for cluster in sorted(told)]


def _add(told: dict[int, _Told], statement: Statement) -> None:
    subject, object = statement.subject, statement.object
    _mention(told[subject.cluster], subject)
    for holder in statement.attributed_to:
        _mention(told[holder.cluster], holder)
    if isinstance(object, Mention):
        _mention(told[object.cluster], object)
        _relate(told[subject.cluster], object)
        _relate(told[object.cluster], subject)
    elif isinstance(object, Literal):
        part = _PARTS.get(statement.predicate.name) or property_of(statement.predicate.name).part
        here = told[subject.cluster]
        if part in ("name", "alias"):
            here.aliases.add(" ".join(object.value.split()))
        elif part == "identifier":
            here.identifiers.add(object.value)
        elif part == "same":
            here.addresses[object.value] = None


def _mention(here: _Told, mention: Mention) -> None:
    here.mentions.append(mention)
    if not mention.text.startswith("_:"):
        here.addresses[mention.text] = None
        here.aliases |= {own_name(mention.text)} - {""}


def _relate(here: _Told, other: Mention) -> None:
    if other.kind is MentionKind.NAME and len(here.around) < _MOST_AROUND:
        here.around.add(normal_form(other.name))


def _record(document: Document, cluster: int, told: _Told, facts: Facts) -> Record:
    mention = told.mentions[0]
    is_named = mention.kind is MentionKind.NAME
    names = tuple(sorted({mention.name, *filter(None, told.aliases)})) if is_named else ()
    keys = frozenset({normal_form(mention.name), *map(normal_form, names)})
    return Record(
        document=document.id,
        cluster=cluster,
        kind=mention.kind,
        name=mention.name,
        key=normal_form(mention.name),
        type=mention.type,
        names=names,
        keys=keys,
        roles=frozenset(facts.roles),
        inside=frozenset(facts.inside),
        tickers=frozenset(facts.tickers),
        is_sure=mention.type != "kg:Entity",
        born=facts.born,
        neighbours=frozenset(told.around) - keys,
        mentions=len(told.mentions),
        links=tuple(_links(document, mention, told)),
    )


def _links(document: Document, mention: Mention, told: _Told) -> Iterator[Link]:
    """The thing in the list that the file is, and in GeoNames if the file says so."""
    source, addresses = document.file, tuple(told.addresses)
    is_whole = document.file == document.source
    if is_whole and not addresses and not told.identifiers:
        return  # nothing elsewhere can mean it
    yield Link(
        source=source,
        id=next(iter(addresses), mention.text),
        addresses=addresses,
        why=f"given by {source}",
        codes=tuple(("schema:identifier", code) for code in sorted(told.identifiers)),
        name=mention.name if mention.kind is MentionKind.NAME else "",
        type=mention.type if mention.type != "kg:Entity" else "",
    )
    for place in filter(None, map(_GEONAMES.fullmatch, addresses)):
        yield Link("GeoNames", place[1], (f"https://sws.geonames.org/{place[1]}/",), why=f"given by {source}")


def same_addresses(records: Iterable[Record], sources: dict[str, str]) -> tuple[frozenset[int], ...]:
    """Sets of the numbers of records to which files, or parts of one, give one name; `sources` has the source of each
    file by the id of the document.
    """
    found: dict[str, set[int]] = defaultdict(set)
    for number, record in enumerate(records):
        source = sources.get(record.document)
        for link in record.links if source is not None else ():
            if link.source == source:
                for address in link.addresses or (f"{link.source} {link.id}",):
                    found[address].add(number)
    return tuple(sorted({frozenset(same) for same in found.values() if len(same) > 1}, key=sorted))
