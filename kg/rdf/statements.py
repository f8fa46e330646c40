"""The triples of one reading: its document, sentences and mentions, its statements and the facts they assert."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pyoxigraph import Literal as Value
from pyoxigraph import NamedNode, Triple

from kg.model import (
    Argument,
    Evidence,
    Literal,
    Mention,
    MentionKind,
    Predicate,
    Reading,
    Resolution,
    Statement,
    StatementRef,
    Status,
    digest,
)
from kg.rdf.contents import worded
from kg.rdf.labels import is_several, of_several, relation_label, third_person
from kg.rdf.literals import literal
from kg.rdf.names import LABEL, TYPE, Names, clean, is_foreign, named, term
from kg.rdf.things import Run, document_values, given_relation, open_relation

Term = NamedNode | Value
DATE = term("xsd:date")


@dataclass(slots=True)
class Writer:
    """The triples of one reading."""

    names: Names
    resolution: Resolution
    run: Run
    reviews: Mapping[str, str]
    label_by_relation: Mapping[str, str]
    reading: Reading
    entities: set[str] = field(default_factory=set)
    told: set[tuple[int, int, int, bool]] = field(default_factory=set)  # sentences and mentions, each once
    passages: set[NamedNode] = field(default_factory=set)
    named: dict[str, Statement] = field(default_factory=dict)  # final id -> statement
    extractors: dict[str, tuple[str, ...]] = field(default_factory=dict)
    document: NamedNode = field(init=False)
    start: str = field(init=False)  # of the IRIs of all passages

    def __post_init__(self) -> None:
        self.document = self.names.document(self.reading.document.id)
        self.start = self.names.passage(self.reading.document.id, 0, 0).value.removesuffix("0,0")

    def triples(self) -> Iterator[Triple]:
        """Yield the document, its sentences and mentions, its statements and the facts they assert."""
        self._name_statements()
        yield from self._document()
        for sentence in self.reading.sentences:
            yield from self._sentence(sentence)
        for mention in self.reading.mentions:
            yield from self._mention(mention)
        for id, statement in self.named.items():
            yield from self._statement(id, statement)

    def _name_statements(self) -> None:
        for name, same in statements_by_id(self.reading).items():
            self.named[name] = max(same, key=lambda s: s.confidence)
            self.extractors[name] = tuple(sorted({s.extractor for s in same if s.extractor}))

    def _document(self) -> Iterator[Triple]:
        document = self.reading.document
        yield Triple(self.document, TYPE, term("kg:Document"))
        if document.is_data:
            yield Triple(self.document, TYPE, term("kg:DataFile"))
        for property, value in document_values(document):
            yield Triple(self.document, term(property), value)

    def _passage(self, iri: NamedNode, kind: str, start: int, end: int, text: str) -> Iterator[Triple]:
        yield Triple(iri, TYPE, term(kind))
        yield Triple(iri, term("kg:inDocument"), self.document)
        yield Triple(iri, term("kg:begin"), _number(start))
        yield Triple(iri, term("kg:end"), _number(end))
        yield Triple(iri, term("kg:quote"), Value(clean(text)))

    def _sentence(self, sentence: Evidence) -> Iterator[Triple]:
        if self._is_told(sentence.start, sentence.end, sentence.index, True):
            return
        iri = self._span(sentence.start, sentence.end)
        yield from self._passage(iri, "kg:Sentence", sentence.start, sentence.end, sentence.quote)
        yield Triple(iri, term("kg:sentenceIndex"), _number(sentence.index))

    def _mention(self, mention: Mention) -> Iterator[Triple]:
        if self._is_told(mention.start, mention.end, mention.cluster, False):
            return
        entity = self.resolution.entity(self.reading.document.id, mention)
        iri = self._span(mention.start, mention.end)
        yield Triple(iri, term("kg:refersTo"), self.names.entity(entity.id))
        if entity.id not in self.entities:
            self.entities.add(entity.id)
            yield Triple(self.names.entity(entity.id), term("kg:mentionedIn"), self.document)
        if iri not in self.passages:
            self.passages.add(iri)
            yield from self._passage(iri, "kg:Mention", mention.start, mention.end, mention.text)

    def _is_told(self, start: int, end: int, number: int, is_sentence: bool) -> bool:
        """Whether a passage was told of before; from now on it is."""
        count = len(self.told)
        self.told.add((start, end, number, is_sentence))
        return len(self.told) == count

    def _statement(self, id: str, statement: Statement) -> Iterator[Triple]:
        subject = self.names.statement(id)
        if not self.reading.document.is_data:  # whose things have one mention each, and whose lines one statement
            for mention in mentions_of(statement):
                yield from self._mention(mention)
            yield from self._sentence(statement.evidence)
        yield Triple(subject, TYPE, term("kg:Statement"))
        yield Triple(subject, LABEL, Value(clean(self._label(statement))))
        yield from self._proposition(subject, statement)
        yield from self._standing(subject, statement)
        yield from self._spans(subject, statement)
        yield from self._origin(subject, id, statement)
        verdict = self._verdict(id, statement)
        if verdict:
            yield Triple(subject, term("kg:review"), term(f"kg:{verdict.capitalize()}"))
        if statement.status is Status.ASSERTED and verdict != "rejected":
            yield Triple(*self._spo(statement))

    def _verdict(self, id: str, statement: Statement) -> str | None:
        """What a person said of a statement, or else of the one that it only repeats."""
        whole = statement.derived_from or ""
        return self.reviews.get(id) or ("rejected" if self.reviews.get(whole) == "rejected" else None)

    def _spo(self, statement: Statement) -> tuple[NamedNode, NamedNode, Term]:
        object = self._object(statement.object) if statement.object is not None else literal("true", "xsd:boolean")
        subject = self.resolution.entity(self.reading.document.id, statement.subject)
        return self.names.entity(subject.id), named(statement.predicate.name), object

    def _proposition(self, iri: NamedNode, statement: Statement) -> Iterator[Triple]:
        subject, predicate, object = self._spo(statement)
        yield Triple(iri, term("rdf:subject"), subject)
        yield Triple(iri, term("rdf:predicate"), predicate)
        yield Triple(iri, term("rdf:object"), object)
        for role, value in statement.roles:
            yield Triple(iri, term(f"kg:{role}"), self._object(value))
        if statement.predicate.name.startswith("kgo:"):
            yield from open_relation(predicate, statement.predicate)
        elif is_foreign(statement.predicate.name):
            yield from given_relation(predicate, statement.predicate)

    def _standing(self, iri: NamedNode, statement: Statement) -> Iterator[Triple]:
        yield Triple(iri, term("kg:mode"), term(f"kg:{statement.mode.capitalize()}"))
        yield Triple(iri, term("kg:polarity"), term(f"kg:{statement.polarity.capitalize()}"))
        yield Triple(iri, term("kg:status"), term(f"kg:{statement.status.capitalize()}"))
        for holder in statement.attributed_to:
            yield Triple(iri, term("kg:attributedTo"), self._entity(holder))
        if statement.is_attributed and not statement.attributed_to:
            yield Triple(iri, term("kg:attributedTo"), term("kg:UnnamedSource"))
        for relay in statement.relayed_by:
            yield Triple(iri, term("kg:relayedBy"), self._entity(relay))
        if statement.cue:
            yield Triple(iri, term("kg:cue"), Value(clean(statement.cue)))

    def _spans(self, iri: NamedNode, statement: Statement) -> Iterator[Triple]:
        yield Triple(iri, term("kg:subjectSpan"), self._span(statement.subject.start, statement.subject.end))
        if statement.predicate.end > statement.predicate.start:
            span = self._span(statement.predicate.start, statement.predicate.end)
            yield Triple(iri, term("kg:relationSpan"), span)
        places = [("kg:objectSpan", statement.object), *(("kg:roleSpan", value) for _, value in statement.roles)]
        for property, value in places:
            if value is not None and value.start is not None and value.end is not None:
                yield Triple(iri, term(property), self._span(value.start, value.end))
        if statement.time:
            yield Triple(iri, term("kg:timeText"), Value(clean(statement.time.text)))
            yield Triple(iri, term("kg:timeSpan"), self._span(statement.time.start, statement.time.end))
            for property, day in (("kg:startDate", statement.time.start_date), ("kg:endDate", statement.time.end_date)):
                if day and literal(day, "xsd:date").datatype == DATE:
                    yield Triple(iri, term(property), literal(day, "xsd:date"))

    def _origin(self, iri: NamedNode, id: str, statement: Statement) -> Iterator[Triple]:
        yield Triple(iri, term("kg:document"), self.document)
        yield Triple(iri, term("kg:evidence"), self._span(statement.evidence.start, statement.evidence.end))
        yield Triple(iri, term("kg:confidence"), literal(f"{statement.confidence:.4f}", "xsd:decimal"))
        yield Triple(iri, term("prov:wasGeneratedBy"), self.names.run(self.run.id))
        for extractor in self.extractors[id] or ("unknown",):
            yield Triple(iri, term("kg:extractor"), Value(clean(extractor)))
        phrase = " ".join(clean(statement.predicate.text).split())
        if phrase:
            yield Triple(iri, term("kg:relationPhrase"), Value(phrase))
        if statement.derived_from in self.named:
            yield Triple(iri, term("prov:wasDerivedFrom"), self.names.statement(str(statement.derived_from)))

    def _span(self, start: int, end: int) -> NamedNode:
        return NamedNode(f"{self.start}{start},{end}")

    def _entity(self, mention: Mention) -> NamedNode:
        return self.names.entity(self.resolution.entity(self.reading.document.id, mention).id)

    def _object(self, argument: Argument) -> Term:
        if isinstance(argument, Mention):
            return self._entity(argument)
        if isinstance(argument, Literal):
            return literal(argument.value, argument.datatype, argument.language)
        known = argument.id in self.named
        return self.names.statement(argument.id) if known else Value(clean(argument.label))

    def _label(self, statement: Statement, depth: int = 0) -> str:
        """The proposition with the names of its entities: "Ferrow Watch opposes: Brightwater sells Gull"."""
        entity = self.resolution.entity(self.reading.document.id, statement.subject)
        subject, are_several = entity.label, entity.kind is not MentionKind.NAME and is_several(entity.label)
        relation = self._relation_words(statement.predicate, are_several=are_several)
        joint = ": " if isinstance(statement.object, StatementRef) else " "
        object = self._object_label(statement, depth)
        return " ".join(f"{subject} {relation}{joint}{object}".split())

    def _object_label(self, statement: Statement, depth: int) -> str:
        argument = statement.object
        if argument is None:
            return ""
        if isinstance(argument, Mention):
            return self.resolution.entity(self.reading.document.id, argument).label
        if isinstance(argument, Literal):
            return argument.value
        inner = self.named.get(argument.id)
        if inner is None or depth >= 4:
            return argument.label
        return worded(self._label(inner, depth + 1), inner, statement)

    def _relation_words(self, predicate: Predicate, *, are_several: bool) -> str:
        if self.reading.document.is_data and not predicate.name.startswith(("kg:", "kgo:")):
            return predicate.text
        known = self.label_by_relation.get(predicate.name.replace("kgo:", "kg:"))
        words = known or relation_label(predicate.name)
        is_base = predicate.name.startswith("kgo:") and not known
        if are_several:
            return of_several(words, is_base=is_base)
        return third_person(words) if is_base else words


def statements_by_id(reading: Reading) -> dict[str, list[Statement]]:
    """Statements by their ids in the graph: what two rules read alike becomes one, what differs keeps apart."""
    groups: dict[str, list[Statement]] = {}
    for statement in reading.statements:
        groups.setdefault(statement.id, []).append(statement)
    found: dict[str, list[Statement]] = {}
    for id, group in groups.items():
        for rank, same in enumerate(_alike(group) if len(group) > 1 else [group]):
            name = id if rank == 0 else f"{id}-{digest(repr(_bare(same[0])))[:6]}"
            found[name] = same
    return found


def _alike(statements: list[Statement]) -> list[list[Statement]]:
    """Statements that are the same but for the rule that read them, the surest first."""
    groups: dict[Statement, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(_bare(statement), []).append(statement)
    return sorted(groups.values(), key=lambda same: (-max(s.confidence for s in same), repr(same[0])))


def _bare(statement: Statement) -> Statement:
    return replace(statement, extractor="", confidence=0.0)


@lru_cache(maxsize=100_000)
def _number(value: int) -> Value:
    return Value(str(value), datatype=term("xsd:integer"))


def mentions_of(statement: Statement) -> Iterator[Mention]:
    """Yield every mention that a statement is about, or that holds or relays it."""
    arguments = [statement.subject, statement.object, *(value for _, value in statement.roles)]
    for argument in (*arguments, *statement.attributed_to, *statement.relayed_by):
        if isinstance(argument, Mention):
            yield argument
