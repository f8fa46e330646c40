"""The graph as FollowTheMoney entities, one line of JSON each: things, articles, and links between them.

How classes and relations are told stands in `ontology/exchange/followthemoney.tsv`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator

from pyoxigraph import Store

from kg.explain.words import standing
from kg.export.account import Counts, Exported, check, counts_of, left_out
from kg.export.followthemoney_schema import Entity, Schemata, schemata
from kg.export.network import propositions
from kg.model import digest
from kg.view.content import Content, DocumentCard, EntityCard, Reported
from kg.view.gather import read_content

_FACT = "asserted"
_ARTICLE, _DATA = "Article", "Document"  # the schemata of articles and of files of triples
_MOST_WORDS = 4  # in an id
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_WIKIDATA = re.compile(r"wikidata\.org/(?:entity|wiki)/(Q\d+)$")
_WIKIPEDIA = re.compile(r"^https?://\w+\.wikipedia\.org/")


def _writer(name: str, *, are_facts_all: bool) -> Callable[[Store, str], Exported]:
    """The facts alone; or also what is claimed, denied or not realised, as links that say so."""

    def write(store: Store, base: str) -> Exported:
        content, known = read_content(store), schemata()
        wanted = [s for s in content.statements.values() if s.status == _FACT or not are_facts_all]
        entities = _Entities(content, propositions(store, base), known).every(wanted)
        lines = [json.dumps(each.plain(), ensure_ascii=False, sort_keys=True) for each in entities]
        back = [Entity.of(json.loads(line)) for line in lines]
        known.check(back)
        found = _counts(back, known)
        check(name, found, _counts(entities, known))
        lost = _lost(content, known, found, counts_of(store, base), len(content.statements) - len(wanted))
        return Exported(name, {"": "".join(f"{line}\n" for line in lines).encode()}, found, tuple(lost))

    return write


def _lost(content: Content, known: Schemata, found: Counts, whole: Counts, others: int) -> Iterator[str]:
    """What FollowTheMoney has no place for."""
    cards = content.entities.values()
    kinds = Counter(c.type.rpartition("#")[2] for c in cards if c.documents and c.type not in known.schema_by_class)
    words = ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items()))
    yield from left_out(others, "statement", "no facts; -f ftm-all tells them too, as links with a status")
    yield from left_out(whole.things - found.things, "thing", f"their classes have no schema ({words})")
    yield from left_out(whole.facts - found.facts, "fact", "whom they are about was left out, or another says the same")
    yield "confidence, roles and offsets of statements left out: FollowTheMoney has no place for them"


class _Entities:
    """The entities of a graph."""

    def __init__(self, content: Content, about: dict[str, tuple[str, str]], known: Schemata) -> None:
        self._content, self._about, self._known = content, about, known
        self._things: dict[str, Entity] = {}  # by IRI
        self._links: list[Entity] = []

    def every(self, statements: Iterable[Reported]) -> list[Entity]:
        """Things, articles, and the links that statements make of them, each sorted by its id."""
        for iri, card in self._content.entities.items():
            if card.documents and card.type in self._known.schema_by_class:
                self._things[iri] = self._thing(card)
        articles = [self._article(document) for document in self._content.documents.values()]
        for same in self._alike(statements):
            self._tell(same)
        named = [self._named(iri, place) for iri in self._things for place in self._content.entities[iri].documents]
        return [*_sorted(self._things.values()), *_sorted(articles), *_sorted(named), *_sorted(self._links)]

    def _thing(self, card: EntityCard) -> Entity:
        found = Entity(_id("thing", card.iri), self._known.schema_by_class[card.type])
        found.add("name", card.label)
        found.add("alias", *card.aliases)
        found.add("wikidataId", *(q[1] for link in card.links if (q := _WIKIDATA.search(link))))
        found.add("wikipediaUrl", *(link for link in card.links if _WIKIPEDIA.match(link)))
        if found.schema == "Address":
            found.add("full", card.label)
        return found

    def _article(self, document: DocumentCard) -> Entity:
        found = Entity(_id("article", document.iri), _DATA if document.is_data else _ARTICLE)
        found.add("name", document.title)
        found.add("title", document.title)
        found.add("fileName", document.source)
        found.add("author", document.author)
        found.add("publisher", document.site)
        found.add("publishedAt", document.published)
        found.add("sourceUrl", *_urls(document))
        found.add("bodyText", document.text)
        return found

    def _named(self, iri: str, document: str) -> Entity:
        found = Entity(f"mention-{digest(iri, document, length=24)}", "Documentation")
        found.add("document", _id("article", document))
        found.add("entity", _id("thing", iri))
        found.add("role", "mentioned in")
        return found

    def _alike(self, statements: Iterable[Reported]) -> list[list[Reported]]:
        """The statements, those together that say the same with the same status."""
        found: dict[tuple[str, str, str, str], list[Reported]] = {}
        for each in statements:
            if each.status != "rejected":
                key = (each.subject, each.predicate, each.object.text if each.object else "", self._standing(each))
                found.setdefault(key, []).append(each)
        return [found[key] for key in sorted(found)]

    def _standing(self, each: Reported) -> str:
        holders = [self._content.entities[iri].label for iri in each.holders]
        return "" if each.status == _FACT else standing(each.status, each.mode, each.is_negative, holders, each.cue)

    def _tell(self, same: list[Reported]) -> None:
        """Add a link, or a value of a thing; nothing if a thing is not there."""
        each, relation = same[0], self._content.relations[same[0].predicate].label
        subject = self._things.get(each.subject)
        if subject is None:
            return
        object = each.object.text if each.object else ""
        target, words = self._about.get(object, (object, ""))
        if target in self._things:
            link = self._link(each, subject, self._things[target], relation, is_about=bool(words))
            link.add("description", words, self._standing(each))
            self._source(link, same)
            self._links.append(link)
        elif each.status == _FACT:
            card = self._content.entities.get(object)
            self._value(subject, each.predicate, relation, card.label if card else words or object)

    def _value(self, subject: Entity, predicate: str, relation: str, value: str) -> None:
        """Add what has no entity of its own: to the property that is made for it, or as a note."""
        property = self._known.property_by_relation.get(predicate, "")
        kind = self._known.kind(subject.schema, property)
        if kind == "text" or (kind == "date" and _DAY.fullmatch(value)):
            subject.add(property, value)
        else:
            subject.add("notes", f"{relation}: {value}" if value else relation)

    def _link(self, each: Reported, one: Entity, other: Entity, relation: str, *, is_about: bool) -> Entity:
        """A link of the schema of the relation, if its ends fit; what is no fact is an UnknownLink with its status."""
        is_plain = each.status == _FACT and not is_about
        schema, subject, object = self._known.link(each.predicate, one.schema, other.schema, is_plain=is_plain)
        object_iri = each.object.text if each.object else ""
        link = Entity(
            f"link-{digest(each.subject, each.predicate, object_iri, self._standing(each), length=24)}", schema
        )
        link.add(subject, one.id)
        link.add(object, other.id)
        link.add("role" if self._known.kind(schema, "role") else "relationship", relation)
        if each.status != _FACT:
            link.add("status", each.status)
        return link

    def _source(self, link: Entity, same: list[Reported]) -> None:
        """Add the sentences, the articles and the days."""
        for each in same:
            sentence = self._content.sentences.get(each.sentence)
            document = self._content.documents.get(each.sentence.partition("#")[0])
            link.add("recordId", each.iri)
            link.add("summary", sentence.quote if sentence else "")
            if document:
                link.add("proof", _id("article", document.iri))
                link.add("publisher", document.site)
                link.add("sourceUrl", *_urls(document))
        link.add("startDate", min((each.start_date for each in same if each.start_date), default=""))
        link.add("endDate", max((each.end_date for each in same if each.end_date), default=""))


def _urls(document: DocumentCard) -> Iterator[str]:
    if document.url.startswith(("http://", "https://")):
        yield document.url


def _id(kind: str, iri: str) -> str:
    """An id as FollowTheMoney lets entities refer to each other: letters, digits, hyphens.

    >>> _id("thing", "https://example.org/kg/entity/Zoë_Mill")
    'thing-Zo-Mill-36eca244'
    """
    words = re.findall("[0-9A-Za-z]+", iri.rpartition("/")[2])[:_MOST_WORDS]
    return "-".join((kind, *(word[:20] for word in words), digest(iri, length=8)))


def _sorted(entities: Iterable[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda each: each.id)


def _counts(entities: Collection[Entity], known: Schemata) -> Counts:
    """Facts are links without a status, and values of things."""
    facts = things = 0
    documents = Counter(each.schema for each in entities)
    for each in entities:
        if each.schema in (_ARTICLE, _DATA):
            continue
        if known.is_a(each.schema, "Interval") and each.schema != "Event":
            facts += each.schema != "Documentation" and "status" not in each.properties
        else:
            things += 1
            facts += sum(len(each.properties.get(name, ())) for name in known.values)
    return Counts(facts=facts, things=things, articles=documents[_ARTICLE], data_files=documents[_DATA])


WRITERS: dict[str, Callable[[Store, str], Exported]] = {
    "ftm": _writer("ftm", are_facts_all=True),
    "ftm-all": _writer("ftm-all", are_facts_all=False),
}
