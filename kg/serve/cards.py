"""What the page of a thing tells: of an entity, a document, a statement, and of whatever else has an IRI here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.explain import Explained, explained, statements_about
from kg.rdf import term
from kg.serve.things import MOST, Cell, Reader, Some, some

_STATUSES = ("Asserted", "Claimed", "Denied", "Unrealised")
_LONGEST = 300_000  # characters of a text that are shown
_MOST_SORTED = 5_000  # statements of a thing that are put in order before the first are shown


@dataclass(frozen=True, slots=True)
class Card:
    """What every page of a thing has."""

    iri: str
    title: str
    properties: list[tuple[Cell, Some[Cell]]]


@dataclass(frozen=True, slots=True)
class EntityCard(Card):
    """An entity: what it is called, what is stated of it as fact, and who says what about it."""

    kinds: list[Cell]
    names: list[str]
    links: list[Cell]
    documents: Some[Cell]
    facts: Some[tuple[Cell, Cell]]  # relation, object
    facts_about: Some[tuple[Cell, Cell]]  # subject, relation
    statements: Some[Explained]


@dataclass(frozen=True, slots=True)
class DocumentCard(Card):
    """An article: its text in pieces, each with the id of the sentence that it is, and what it says."""

    source: str
    published: str
    text: list[tuple[str, str]]
    is_cut: bool
    entities: Some[Cell]
    statements: Some[Explained]


@dataclass(frozen=True, slots=True)
class StatementCard(Card):
    """A statement with its sentence."""

    statement: Explained
    parts: tuple[Cell, Cell, Cell]  # subject, relation, object


def entity_card(reader: Reader, iri: str) -> EntityCard:
    """What the page of an entity tells."""
    store, node = reader.store, NamedNode(iri)
    facts = sorted(_facts(reader, store.quads_for_pattern(node, None, None)), key=str)
    about = sorted(_facts(reader, store.quads_for_pattern(None, None, node)), key=str)
    shown_apart = ("rdf:type", "rdfs:label", "skos:altLabel", "schema:sameAs", "owl:sameAs", "kg:mentionedIn")
    return EntityCard(
        iri,
        reader.named(iri).words,
        reader.properties(iri, shown_apart),
        kinds=reader.cells(iri, "rdf:type"),
        names=reader.texts(iri, "skos:altLabel"),
        links=[*reader.cells(iri, "schema:sameAs"), *reader.cells(iri, "owl:sameAs")],
        documents=some(reader.cells(iri, "kg:mentionedIn")),
        facts=Some(tuple((reader.cell(q.predicate), reader.cell(q.object)) for q in facts[:MOST]), len(facts)),
        facts_about=Some(tuple((reader.cell(q.subject), reader.cell(q.predicate)) for q in about[:MOST]), len(about)),
        statements=_statements(reader, statements_about(store, [iri])),
    )


def _facts(reader: Reader, quads: Iterator[Quad]) -> Iterator[Quad]:
    relations: dict[str, bool] = {}
    for quad in quads:
        iri = quad.predicate.value
        if iri not in relations:
            relations[iri] = term("kg:Relation").value in reader.texts(iri, "rdf:type")
        if relations[iri]:
            yield quad


def document_card(reader: Reader, iri: str) -> DocumentCard:
    """What the page of a document tells."""
    found = reader.store.quads_for_pattern(None, term("kg:document"), NamedNode(iri))
    statements = [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]
    text = reader.text(iri, "kg:text")
    return DocumentCard(
        iri,
        reader.named(iri).words,
        reader.properties(iri, ("kg:text",)),
        source=reader.text(iri, "dcterms:source"),
        published=reader.text(iri, "dcterms:issued") or reader.text(iri, "dcterms:date"),
        text=list(_pieces(text[:_LONGEST], _sentences(reader, iri))),
        is_cut=len(text) > _LONGEST,
        entities=some(_mentioned(reader, iri)),
        statements=_statements(reader, statements),
    )


def _mentioned(reader: Reader, iri: str) -> list[Cell]:
    """What a document names, by name."""
    found = reader.store.quads_for_pattern(None, term("kg:mentionedIn"), NamedNode(iri))
    cells = (reader.cell(quad.subject) for quad in found)
    return sorted(cells, key=lambda cell: (cell.words.casefold(), cell.href))


def _sentences(reader: Reader, iri: str) -> list[tuple[int, int]]:
    """Where the sentences of a document begin and end."""
    found = reader.store.quads_for_pattern(None, term("kg:inDocument"), NamedNode(iri))
    passages = [quad.subject.value for quad in found if isinstance(quad.subject, NamedNode)]
    sentences = [each for each in passages if reader.text(each, "kg:sentenceIndex")]
    return sorted((int(reader.text(each, "kg:begin")), int(reader.text(each, "kg:end"))) for each in sentences)


def _pieces(text: str, sentences: list[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """Yield the text in pieces, each with the fragment that names it if it is a sentence."""
    at = 0
    for begin, end in sentences:
        if at <= begin < end <= len(text):
            yield from [(text[at:begin], "")] if begin > at else []
            yield text[begin:end], f"char={begin},{end}"
            at = end
    if at < len(text):
        yield text[at:], ""


def statement_card(reader: Reader, iri: str) -> StatementCard:
    """What the page of a statement tells."""
    parts = (next(iter(reader.cells(iri, f"rdf:{name}")), Cell("")) for name in ("subject", "predicate", "object"))
    subject, relation, object = parts
    return StatementCard(
        iri,
        reader.named(iri).words,
        reader.properties(iri),
        statement=explained(reader.store, NamedNode(iri), reader.address.base),
        parts=(subject, relation, object),
    )


def other_card(reader: Reader, iri: str) -> Card:
    """What the page of anything else tells."""
    return Card(iri, reader.named(iri).words, reader.properties(iri))


def _statements(reader: Reader, found: list[NamedNode]) -> Some[Explained]:
    """The statements of a thing, facts first, then in the order of their documents and sentences."""
    chosen = sorted(found, key=lambda each: each.value)[:_MOST_SORTED]
    chosen.sort(key=lambda each: _rank(reader, each.value))
    shown = [explained(reader.store, each, reader.address.base) for each in chosen[:MOST]]
    return Some(tuple(sorted(shown, key=_place)), len(found))


def _rank(reader: Reader, iri: str) -> int:
    status = reader.text(iri, "kg:status").rpartition("#")[2]
    return _STATUSES.index(status) if status in _STATUSES else len(_STATUSES)


def _place(each: Explained) -> tuple[object, ...]:
    return (not each.is_fact, each.published, each.source, each.begin, each.label, each.iri)
