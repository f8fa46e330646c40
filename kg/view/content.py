"""What the page tells: entities, statements, sentences, mentions and documents, as plain data.

A frozen `Content` is what `gather` reads from the store and everything else here works on.
"""

from __future__ import annotations

from dataclasses import dataclass, field

KG = "https://example.org/kg/ontology#"
UNNAMED = f"{KG}UnnamedSource"  # who says what is said by nobody named: no entity


@dataclass(frozen=True, slots=True)
class ClassTerm:
    """A class of the ontology with its look."""

    iri: str
    label: str
    colour: str = ""
    shape: str = ""


@dataclass(frozen=True, slots=True)
class RelationTerm:
    """A relation, curated or open."""

    iri: str
    label: str
    of_several: str = ""  # the same words behind a subject that is several


@dataclass(frozen=True, slots=True)
class EntityCard:
    """One entity as the page shows it."""

    iri: str
    label: str
    type: str  # IRI of its class
    aliases: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    is_named: bool = True
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """One article or file of triples: what a reader would cite."""

    iri: str
    title: str
    source: str = ""
    url: str = ""
    published: str = ""
    site: str = ""
    author: str = ""
    text: str = ""
    is_data: bool = False  # a file of triples


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that statements were read from."""

    iri: str
    document: str
    index: int
    begin: int
    quote: str


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Where a text speaks of an entity."""

    begin: int
    end: int
    entity: str


@dataclass(frozen=True, slots=True)
class Value:
    """An argument: the IRI of an entity or of a statement, or the words of a literal."""

    text: str
    is_literal: bool = False


@dataclass(frozen=True, slots=True)
class Reported:
    """One statement with everything a reader may ask about it."""

    iri: str
    subject: str
    predicate: str
    object: Value | None
    status: str  # asserted, claimed, denied, unrealised or rejected
    sentence: str
    mode: str = "factual"
    is_negative: bool = False
    holders: tuple[str, ...] = ()
    relayed_by: tuple[str, ...] = ()
    cue: str = ""
    subject_span: tuple[int, int] | None = None
    relation_span: tuple[int, int] | None = None
    object_span: tuple[int, int] | None = None
    roles: tuple[tuple[str, Value], ...] = ()
    time: str = ""
    start_date: str = ""
    end_date: str = ""
    confidence: float = 0.0
    rule: str = ""
    derived_from: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """All that the page knows, keyed by IRI and in the order of the IRIs."""

    entities: dict[str, EntityCard] = field(default_factory=dict)
    statements: dict[str, Reported] = field(default_factory=dict)
    sentences: dict[str, Sentence] = field(default_factory=dict)
    documents: dict[str, DocumentCard] = field(default_factory=dict)
    mentions: dict[str, list[Mention]] = field(default_factory=dict)  # by document, in the order of the text
    classes: dict[str, ClassTerm] = field(default_factory=dict)
    relations: dict[str, RelationTerm] = field(default_factory=dict)
    disagreements: tuple[tuple[str, str, str], ...] = ()  # kind, one statement, the other; of a denial the denied one
