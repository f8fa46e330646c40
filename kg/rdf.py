"""Readings and the entities they speak of, as triples: the only maker of IRIs.

docs/model.md shows the layout. In: values of kg.model. Out: pyoxigraph triples, in reading order, some more than once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse
from pyoxigraph import Literal as Value

from kg.errors import InvalidConfig
from kg.model import (
    Argument,
    Document,
    Entity,
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

BASE = "https://example.org/kg/"
KG = "https://example.org/kg/ontology#"
KGO = "https://example.org/kg/open#"
VOCABULARIES = {
    "kg": KG,
    "kgo": KGO,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
}

Term = NamedNode | Value


def check_base(base: str) -> None:
    """Raise InvalidConfig if IRIs cannot start like that."""
    try:
        NamedNode(base)
        parts = urlsplit(base)
        is_good = parts.scheme in ("http", "https") and bool(parts.netloc) and not parts.query and base.endswith("/")
    except ValueError:
        is_good = False
    if not is_good or "#" in base:
        raise InvalidConfig(
            f"{base!r} is no base for IRIs. Write it like https://news.example/ with a slash at the end."
        )


def prefixes(base: str = BASE) -> dict[str, str]:
    """Every prefix that Turtle files and queries of a graph with that base may use."""
    return {
        **VOCABULARIES,
        "ent": f"{base}entity/",
        "doc": f"{base}doc/",
        "st": f"{base}statement/",
    }


def compact(iri: str, base: str = BASE) -> str:
    """An IRI as prefix and name, or as it is where no prefix fits.

    >>> compact("https://example.org/kg/ontology#sells")
    'kg:sells'
    """
    for prefix, start in prefixes(base).items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri


def expand(name: str, base: str = BASE) -> str:
    """A prefixed name or an IRI in angle brackets as an IRI; other words as they are.

    >>> expand("kg:sells"), expand("<https://example.org/kg/entity/Gull>")
    ('https://example.org/kg/ontology#sells', 'https://example.org/kg/entity/Gull')
    """
    prefix, colon, local = name.strip("<>").partition(":")
    start = prefixes(base).get(prefix)
    return start + local if colon and start else name.strip("<>")


def escape(name: str) -> str:
    """A name as the tail of an IRI: letters and digits of any script stay, all else is percent-encoded.

    >>> escape("Zoë Ångström <b>")
    'Zoë_Ångström_%3Cb%3E'
    """
    return "".join(c if c.isalnum() or c in "-_.~" else _percent(c) for c in name)


def _percent(character: str) -> str:
    return "_" if character == " " else quote(clean(character), safe="")


def clean(text: str) -> str:
    """The text as RDF can hold it, with every character in its place: lone surrogates become U+FFFD."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


@lru_cache(maxsize=4096)
def term(curie: str) -> NamedNode:
    """The IRI of a name of a vocabulary.

    >>> term("kg:sells").value
    'https://example.org/kg/ontology#sells'
    """
    prefix, _, name = curie.partition(":")
    return NamedNode(VOCABULARIES[prefix] + escape(name))


TYPE = term("rdf:type")
_CARRIED = {term(f"kg:{name}") for name in ("lemma", "subjectRole", "objectRole", "recipientRole", "colour", "shape")}
LABEL = term("rdfs:label")


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of what a graph with this base describes."""

    base: str = BASE

    def entity(self, id: str) -> NamedNode:
        """The IRI of an entity."""
        return NamedNode(f"{self.base}entity/{escape(id)}")

    def document(self, id: str) -> NamedNode:
        """The IRI of a document."""
        return NamedNode(f"{self.base}doc/{escape(id)}")

    def statement(self, id: str) -> NamedNode:
        """The IRI of a statement."""
        return NamedNode(f"{self.base}statement/{escape(id)}")

    def passage(self, document: str, start: int, end: int) -> NamedNode:
        """The IRI of a span of a document, after RFC 5147."""
        return NamedNode(f"{self.base}doc/{escape(document)}#char={start},{end}")

    def run(self, id: str) -> NamedNode:
        """The IRI of a run of the program."""
        return NamedNode(f"{self.base}run/{escape(id)}")

    def doubt(self, id: str) -> NamedNode:
        """The IRI of a pair of entities that may be one."""
        return NamedNode(f"{self.base}doubt/{escape(id)}")


@dataclass(frozen=True, slots=True)
class Run:
    """What read the texts: program and model with their versions, and a digest of the rules. Never a time."""

    program: str
    model: str
    rules: str

    @property
    def id(self) -> str:
        """Named by content: the same program, model and rules are the same run."""
        return digest(self.program, self.model, self.rules)


def triples(
    readings: Iterable[Reading],
    resolution: Resolution,
    run: Run,
    *,
    base: str = BASE,
    reviews: Mapping[str, str] | None = None,
    label_by_relation: Mapping[str, str] | None = None,
) -> Iterator[Triple]:
    """Yield all that the readings say, without the ontology.

    `reviews` holds the verdicts of people, statement id -> "accepted" or "rejected"; `label_by_relation`
    how the ontology words its relations ("kg:sells" -> "sells").
    """
    seen: set[str] = set()
    for reading in readings:
        writer = _Writer(Names(base), resolution, run, reviews or {}, label_by_relation or {}, reading)
        yield from writer.triples()
        seen.update(writer.entities)
    names = Names(base)
    yield from _run_triples(names.run(run.id), run)
    for entity in resolution.entities:
        if entity.id in seen:
            yield from _entity_triples(names.entity(entity.id), entity)
    for one, other, why in resolution.doubtful:
        if one in seen and other in seen:
            yield from _doubt_triples(names, one, other, why)


def ontology_triples(folder: Path) -> Iterator[Triple]:
    """Yield the vocabulary that the graph carries along: labels, comments, classes; not the rules that read text."""
    for path in sorted(folder.glob("*.ttl")):
        if path.name == "shapes.ttl":
            continue
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            is_rule = quad.predicate.value.startswith(KG) and quad.predicate not in _CARRIED
            if not (is_rule or isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)):
                yield Triple(quad.subject, quad.predicate, quad.object)


def relation_label(name: str) -> str:
    """A relation as words, from its name alone.

    >>> relation_label("kgo:keepUpWith")
    'keep up with'
    """
    local = name.partition(":")[2] or name
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_", " ", local).lower()


def third_person(words: str) -> str:
    """A verb and what goes with it, as the labels of the ontology have it.

    >>> third_person("keep up with"), third_person("be sold"), third_person("carry")
    ('keeps up with', 'is sold', 'carries')
    """
    verb, space, rest = words.partition(" ")
    if verb in _IRREGULAR:
        return _IRREGULAR[verb] + space + rest
    verb = re.sub(r"(?<=[^aeiou])y$", "ie", verb)
    return f"{verb}{'es' if re.search('(s|x|z|ch|sh|o)$', verb) else 's'}{space}{rest}"


_IRREGULAR = {"be": "is", "have": "has"}  # "The shop is closed." "The shop has a roof."


def literal(value: str, datatype: str = "xsd:string") -> Value:
    """A literal in canonical form; what does not fit its datatype stays a string, word for word.

    >>> literal("007", "xsd:integer").value
    '7'
    """
    check = _CANONICAL.get(datatype)
    canonical = check(value.strip()) if check else None
    return Value(clean(value)) if canonical is None else Value(canonical, datatype=term(datatype))


def _matching(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


def _integer(value: str) -> str | None:
    return str(int(value)) if _matching(r"[+-]?\d{1,18}").fullmatch(value) else None


def _decimal(value: str) -> str | None:
    if not _matching(r"[+-]?\d{1,18}(\.\d{1,12})?").fullmatch(value):
        return None
    sign = "-" if value.startswith("-") else ""
    whole, _, part = value.lstrip("+-").partition(".")
    text = whole.lstrip("0") or "0"
    part = part.rstrip("0")
    text = f"{text}.{part}" if part else text
    return text if text == "0" else sign + text


def _date(value: str) -> str | None:
    from datetime import date

    try:
        return date.fromisoformat(value).isoformat() if len(value) == 10 else None
    except ValueError:
        return None


def _year(value: str) -> str | None:
    return value if _matching(r"\d{4}").fullmatch(value) else None


def _year_month(value: str) -> str | None:
    return value if _matching(r"\d{4}-(0[1-9]|1[0-2])").fullmatch(value) else None


def _boolean(value: str) -> str | None:
    return {"true": "true", "1": "true", "false": "false", "0": "false"}.get(value)


_CANONICAL = {
    "xsd:integer": _integer,
    "xsd:decimal": _decimal,
    "xsd:date": _date,
    "xsd:gYear": _year,
    "xsd:gYearMonth": _year_month,
    "xsd:boolean": _boolean,
}


def web_iri(text: str | None, schemes: tuple[str, ...] = ("http", "https")) -> NamedNode | None:
    """The address as an IRI, or None if it is none.

    >>> web_iri("javascript:alert(1)") is None
    True
    """
    if not text:
        return None
    try:
        parts = urlsplit(text)
        if parts.scheme not in schemes or not parts.netloc:
            return None
        return NamedNode(quote(clean(text), safe=":/?#[]@!$&'()*+,;=-._~%"))
    except ValueError:
        return None


@dataclass(slots=True)
class _Writer:
    """The triples of one reading."""

    names: Names
    resolution: Resolution
    run: Run
    reviews: Mapping[str, str]
    label_by_relation: Mapping[str, str]
    reading: Reading
    entities: set[str] = field(default_factory=set)
    passages: set[NamedNode] = field(default_factory=set)
    named: dict[str, Statement] = field(default_factory=dict)  # final id -> statement
    extractors: dict[str, tuple[str, ...]] = field(default_factory=dict)

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
        """Give every statement its own id: what two rules read alike becomes one, what differs keeps apart."""
        groups: dict[str, dict[Statement, list[Statement]]] = {}
        for statement in self.reading.statements:
            reading = replace(statement, extractor="", confidence=0.0)
            groups.setdefault(statement.id, {}).setdefault(reading, []).append(statement)
        for id, group in groups.items():
            ranked = sorted(group.values(), key=lambda same: (-max(s.confidence for s in same), repr(same[0])))
            for rank, same in enumerate(ranked):
                name = id if rank == 0 else f"{id}-{digest(repr(replace(same[0], extractor='', confidence=0.0)))[:6]}"
                self.named[name] = max(same, key=lambda s: s.confidence)
                self.extractors[name] = tuple(sorted({s.extractor for s in same if s.extractor}))

    def _document(self) -> Iterator[Triple]:
        document = self.reading.document
        subject = self.names.document(document.id)
        yield Triple(subject, TYPE, term("kg:Document"))
        for property, value in _document_values(document):
            yield Triple(subject, term(property), value)

    def _passage(self, iri: NamedNode, kind: str, start: int, end: int, text: str) -> Iterator[Triple]:
        yield Triple(iri, TYPE, term(kind))
        yield Triple(iri, term("kg:inDocument"), self.names.document(self.reading.document.id))
        yield Triple(iri, term("kg:begin"), _number(start))
        yield Triple(iri, term("kg:end"), _number(end))
        yield Triple(iri, term("kg:quote"), Value(clean(text)))

    def _sentence(self, sentence: Evidence) -> Iterator[Triple]:
        iri = self._span(sentence.start, sentence.end)
        yield from self._passage(iri, "kg:Sentence", sentence.start, sentence.end, sentence.quote)
        yield Triple(iri, term("kg:sentenceIndex"), _number(sentence.index))

    def _mention(self, mention: Mention) -> Iterator[Triple]:
        entity = self.resolution.entity(self.reading.document.id, mention)
        iri = self._span(mention.start, mention.end)
        yield Triple(iri, term("kg:refersTo"), self.names.entity(entity.id))
        if entity.id not in self.entities:
            self.entities.add(entity.id)
            document = self.names.document(self.reading.document.id)
            yield Triple(self.names.entity(entity.id), term("kg:mentionedIn"), document)
        if iri not in self.passages:
            self.passages.add(iri)
            yield from self._passage(iri, "kg:Mention", mention.start, mention.end, mention.text)

    def _statement(self, id: str, statement: Statement) -> Iterator[Triple]:
        subject = self.names.statement(id)
        for mention in _mentions_of(statement):
            yield from self._mention(mention)
        yield from self._sentence(statement.evidence)
        yield Triple(subject, TYPE, term("kg:Statement"))
        yield Triple(subject, LABEL, Value(clean(self._label(statement))))
        yield from self._proposition(subject, statement)
        yield from self._standing(subject, statement)
        yield from self._spans(subject, statement)
        yield from self._origin(subject, id, statement)
        verdict = self.reviews.get(id)
        if verdict:
            yield Triple(subject, term("kg:review"), term(f"kg:{verdict.capitalize()}"))
        if statement.status is Status.ASSERTED and verdict != "rejected":
            yield Triple(*self._spo(statement))

    def _spo(self, statement: Statement) -> tuple[NamedNode, NamedNode, Term]:
        object = self._object(statement.object) if statement.object is not None else literal("true", "xsd:boolean")
        subject = self.resolution.entity(self.reading.document.id, statement.subject)
        return self.names.entity(subject.id), term(statement.predicate.name), object

    def _proposition(self, iri: NamedNode, statement: Statement) -> Iterator[Triple]:
        subject, predicate, object = self._spo(statement)
        yield Triple(iri, term("rdf:subject"), subject)
        yield Triple(iri, term("rdf:predicate"), predicate)
        yield Triple(iri, term("rdf:object"), object)
        for role, value in statement.roles:
            yield Triple(iri, term(f"kg:{role}"), self._object(value))
        if statement.predicate.name.startswith("kgo:"):
            yield from _open_relation(predicate, statement.predicate)

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
                if day and _date(day):
                    yield Triple(iri, term(property), literal(day, "xsd:date"))

    def _origin(self, iri: NamedNode, id: str, statement: Statement) -> Iterator[Triple]:
        yield Triple(iri, term("kg:document"), self.names.document(self.reading.document.id))
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
        return self.names.passage(self.reading.document.id, start, end)

    def _entity(self, mention: Mention) -> NamedNode:
        return self.names.entity(self.resolution.entity(self.reading.document.id, mention).id)

    def _object(self, argument: Argument) -> Term:
        if isinstance(argument, Mention):
            return self._entity(argument)
        if isinstance(argument, Literal):
            return literal(argument.value, argument.datatype)
        known = argument.id in self.named
        return self.names.statement(argument.id) if known else Value(clean(argument.label))

    def _label(self, statement: Statement, depth: int = 0) -> str:
        """The proposition with the names of its entities: "Ferrow Watch opposes: Brightwater sells Gull"."""
        subject = self.resolution.entity(self.reading.document.id, statement.subject).label
        relation = self._relation_words(statement.predicate)
        joint = ": " if isinstance(statement.object, StatementRef) else " "
        object = self._object_label(statement.object, depth)
        return " ".join(f"{subject} {relation}{joint}{object}".split())

    def _object_label(self, argument: Argument | None, depth: int) -> str:
        if argument is None:
            return ""
        if isinstance(argument, Mention):
            return self.resolution.entity(self.reading.document.id, argument).label
        if isinstance(argument, Literal):
            return argument.value
        inner = self.named.get(argument.id)
        return self._label(inner, depth + 1) if inner is not None and depth < 4 else argument.label

    def _relation_words(self, predicate: Predicate) -> str:
        if predicate.name.startswith("kgo:"):
            return third_person(relation_label(predicate.name))
        return self.label_by_relation.get(predicate.name) or relation_label(predicate.name)


def _number(value: int) -> Value:
    return Value(str(value), datatype=term("xsd:integer"))


def _mentions_of(statement: Statement) -> Iterator[Mention]:
    arguments = [statement.subject, statement.object, *(value for _, value in statement.roles)]
    for argument in (*arguments, *statement.attributed_to, *statement.relayed_by):
        if isinstance(argument, Mention):
            yield argument


def _document_values(document: Document) -> Iterator[tuple[str, Term]]:
    published = literal((document.published or "")[:10], "xsd:date")
    address = web_iri(document.url)
    texts = {
        "dcterms:title": document.title or document.source,
        "dcterms:source": document.source,
        "dcterms:creator": document.author,
        "dcterms:publisher": document.site,
        "dcterms:language": document.language,
        "kg:sha256": document.sha256,
        "kg:text": document.text,
    }
    yield from ((property, Value(clean(text))) for property, text in texts.items() if text)
    if document.published:
        is_date = published.datatype == term("xsd:date")
        yield ("dcterms:issued", published) if is_date else ("dcterms:date", Value(clean(document.published)))
    if document.url:
        yield "schema:url", address or Value(clean(document.url))


def _open_relation(iri: NamedNode, predicate: Predicate) -> Iterator[Triple]:
    yield Triple(iri, TYPE, term("kg:OpenRelation"))
    yield Triple(iri, TYPE, term("kg:Relation"))
    yield Triple(iri, LABEL, Value(relation_label(predicate.name)))


def _entity_triples(iri_of_entity: NamedNode, entity: Entity) -> Iterator[Triple]:
    yield Triple(iri_of_entity, TYPE, term(entity.type))
    yield Triple(iri_of_entity, LABEL, Value(clean(entity.label)))
    for alias in entity.aliases:
        if alias != entity.label:
            yield Triple(iri_of_entity, term("skos:altLabel"), Value(clean(alias)))
    is_named = "true" if entity.kind is MentionKind.NAME else "false"
    yield Triple(iri_of_entity, term("kg:isNamed"), literal(is_named, "xsd:boolean"))
    for address in entity.same_as:
        yield Triple(iri_of_entity, term("schema:sameAs"), web_iri(address) or Value(clean(address)))


def _run_triples(iri_of_run: NamedNode, run: Run) -> Iterator[Triple]:
    yield Triple(iri_of_run, TYPE, term("kg:Run"))
    yield Triple(iri_of_run, LABEL, Value(f"{run.program}, {run.model}"))
    yield Triple(iri_of_run, term("kg:program"), Value(run.program))
    yield Triple(iri_of_run, term("kg:model"), Value(run.model))
    yield Triple(iri_of_run, term("kg:rules"), Value(run.rules))


def _doubt_triples(names: Names, one: str, other: str, why: str) -> Iterator[Triple]:
    subject = names.doubt(digest(*sorted((one, other))))
    yield Triple(subject, TYPE, term("kg:Doubt"))
    yield Triple(subject, term("kg:doubtAbout"), names.entity(one))
    yield Triple(subject, term("kg:doubtAbout"), names.entity(other))
    yield Triple(subject, term("rdfs:comment"), Value(clean(why)))
