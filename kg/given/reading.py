"""A document of triples to a Reading: one statement a line, whose passage is that line; a pure function of its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, parse
from pyoxigraph import Literal as Value

from kg.given.things import Node, Things
from kg.given.vocabulary import property_of, relation_of, words_of
from kg.model import Argument, Document, Evidence, Literal, Mention, MentionKind, Predicate, Reading, Statement
from kg.ontology import Ontology

EXTRACTOR = "given"
_IRI = "http://www.w3.org/2001/XMLSchema#anyURI"
_STRINGS = (  # with or without a language
    "http://www.w3.org/2001/XMLSchema#string",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString",
)


def reading_of(document: Document, ontology: Ontology) -> Reading:
    """What a document of triples states: every triple, as fact, or as the claim of whom its named graph is of."""
    quads = list(parse(document.text.encode("utf-8"), format=RdfFormat.N_QUADS))
    lines = list(_lines(document.text, quads))
    return _Reader(document, lines, Things(quads, ontology), ontology).reading()


@dataclass(frozen=True, slots=True)
class _Line:
    """A triple, its line, and where its parts stand in the document."""

    quad: Quad
    evidence: Evidence
    subject: tuple[int, int]
    predicate: tuple[int, int]
    object: tuple[int, int]


def _lines(text: str, quads: list[Quad]) -> Iterator[_Line]:
    start = 0
    for index, (line, quad) in enumerate(zip(text.split("\n"), quads, strict=True)):
        subject, predicate = len(str(quad.subject)), len(str(quad.predicate))
        tail = 2 if isinstance(quad.graph_name, DefaultGraph) else 3 + len(str(quad.graph_name))
        verb = start + subject + 1
        object = verb + predicate + 1
        yield _Line(
            quad,
            Evidence(start, start + len(line), line, index),
            _inside(quad.subject, start, start + subject),
            _inside(quad.predicate, verb, verb + predicate),
            _inside(quad.object, object, start + len(line) - tail),
        )
        start += len(line) + 1


def _inside(term: object, start: int, end: int) -> tuple[int, int]:
    """Where an IRI stands without its brackets; where other terms stand."""
    return (start + 1, end - 1) if isinstance(term, NamedNode) else (start, end)


class _Reader:
    """Reads the lines of one document."""

    def __init__(self, document: Document, lines: list[_Line], things: Things, ontology: Ontology) -> None:
        self._document = document
        self._lines = lines
        self._things = things
        self._ontology = ontology
        self._clusters: dict[Node, int] = {}  # where a thing is first mentioned
        self._mentions = [self._mentioned(line) for line in lines]
        self._holders = self._holders_of_graphs()

    def reading(self) -> Reading:
        """The reading. Each thing has one mention, its first; the others stand in the statements."""
        first: dict[int, Mention] = {}
        for mentions in self._mentions:
            for mention in mentions:
                if mention is not None:
                    first.setdefault(mention.cluster, mention)
        statements = (
            self._statement(line, *mentions) for line, mentions in zip(self._lines, self._mentions, strict=True)
        )
        sentences = tuple(line.evidence for line in self._lines)
        return Reading(self._document, tuple(sorted(first.values())), sentences, tuple(statements))

    def _mentioned(self, line: _Line) -> tuple[Mention, Mention | None]:
        subject, object = self._mention(line.quad.subject, *line.subject), line.quad.object
        if isinstance(object, Value) or not self._things.is_thing(line.quad):
            return subject, None
        return subject, self._mention(object, *line.object)

    def _mention(self, node: Node, start: int, end: int) -> Mention:
        thing = self._things.thing(node)
        return Mention(
            start,
            end,
            self._document.text[start:end],
            MentionKind.NAME if thing.is_named else MentionKind.NOMINAL,
            thing.type,
            self._clusters.setdefault(self._things.one(node), start),
            thing.name,
        )

    def _holders_of_graphs(self) -> dict[object, tuple[Mention, ...]]:
        """Who answers for each named graph that the file attributes to somebody."""
        found: dict[object, list[Mention]] = defaultdict(list)
        for line, (_, object) in zip(self._lines, self._mentions, strict=True):
            if object is not None and property_of(line.quad.predicate.value).part == "holder":
                found[line.quad.subject].append(object)
        return {graph: tuple(sorted(holders)) for graph, holders in found.items()}

    def _statement(self, line: _Line, subject: Mention, object: Mention | None) -> Statement:
        holders = self._holders.get(line.quad.graph_name, ())
        property = line.quad.predicate.value
        return Statement(
            self._document.id,
            subject,
            Predicate(
                relation_of(property, self._ontology, has_entity=object is not None),
                words_of(property),
                *line.predicate,
            ),
            object or self._value(line),
            line.evidence,
            is_attributed=bool(holders),
            attributed_to=holders,
            confidence=1.0,
            extractor=EXTRACTOR,
        )

    def _value(self, line: _Line) -> Argument:
        """A literal; and what is no thing of the graph, such as a class, a page or a mailbox, as an address."""
        value = line.quad.object
        if isinstance(value, Value):
            datatype = "xsd:string" if value.datatype.value in _STRINGS else value.datatype.value
            return Literal(value.value, datatype, *line.object, language=value.language or "")
        assert isinstance(value, NamedNode | BlankNode)
        return Literal(value.value, _IRI, *line.object)
