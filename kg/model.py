"""The plain data between spaCy and RDF: documents, mentions, statements, entities.

Frozen values of strings, numbers, enums and tuples: they compare, sort, hash, pickle and go through JSON.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache


class Mode(StrEnum):
    """In what way a proposition is put forward."""

    FACTUAL = "factual"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    FUTURE = "future"
    DESIRED = "desired"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """Whether a proposition is affirmed or negated."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Status(StrEnum):
    """How far a statement may be believed; only asserted ones become fact triples."""

    ASSERTED = "asserted"
    CLAIMED = "claimed"
    DENIED = "denied"
    UNREALISED = "unrealised"


class DocumentKind(StrEnum):
    """What a document is: an article, or a file of triples."""

    ARTICLE = "article"
    DATA = "data"


class MentionKind(StrEnum):
    """Whether a mention names its entity, describes it, or only points to it."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


def status_of(mode: Mode, polarity: Polarity, is_attributed: bool) -> Status:
    """The status that follows from the three things a sentence says about its proposition.

    >>> status_of(Mode.FACTUAL, Polarity.POSITIVE, is_attributed=False)
    <Status.ASSERTED: 'asserted'>
    """
    if mode is not Mode.FACTUAL:
        return Status.UNREALISED
    if polarity is Polarity.NEGATIVE:
        return Status.DENIED
    return Status.CLAIMED if is_attributed else Status.ASSERTED


@lru_cache(maxsize=100_000)
def slug(text: str, limit: int = 60) -> str:
    """Words joined by underscores, safe in an IRI without escaping; letters of any script stay.

    >>> slug("Washington County, Oregon")
    'Washington_County_Oregon'
    """
    words = re.findall(r"\w+", text.replace("'s", "s").replace("’s", "s"))
    whole = "_".join(words)
    if whole and len(whole) <= limit:
        return whole
    kept = ""
    for word in words:
        if kept and len(kept) + 1 + len(word) > limit:
            break
        kept = f"{kept}_{word}" if kept else word[:limit]
    return kept or "unnamed"


PART = "#part="  # stands between the source of a large file of triples and the number of a part of it


def digest(*parts: object, length: int = 10) -> str:
    """The first hex digits of a SHA-256 over the parts, which no two different sequences share by accident."""
    joined = "\x1f".join(map(str, parts))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]


@dataclass(frozen=True, slots=True, order=True)
class Document:
    """One article or file of triples as read. `text` is what all offsets count in, in Unicode code points."""

    text: str
    title: str
    source: str  # as a reader would cite it: a path relative to the folder given, or an address
    published: str | None = None  # ISO date
    author: str | None = None
    site: str | None = None  # who published it
    url: str | None = None  # canonical address
    language: str | None = None
    kind: DocumentKind = DocumentKind.ARTICLE
    id: str = field(init=False)  # the tail of its IRI: the same text is the same document
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        whole = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "sha256", whole)
        object.__setattr__(self, "id", f"{slug(self.title, 40)}-{whole[:8]}")

    @property
    def is_data(self) -> bool:
        """Whether its lines are triples: then each line is the passage of one statement."""
        return self.kind is DocumentKind.DATA

    @property
    def file(self) -> str:
        """The source of the file that it is or is a part of."""
        return self.source.partition(PART)[0] if self.is_data else self.source


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span of a document that refers to an entity. Mentions with one `cluster` refer to one entity."""

    start: int
    end: int
    text: str  # == document.text[start:end]
    kind: MentionKind = MentionKind.NAME
    type: str = "kg:Entity"  # a class of the ontology; kg:Entity when unknown
    cluster: int = -1  # start of the cluster's first mention: names the cluster within its document
    name: str = ""  # the cluster's best name within the document
    is_nested: bool = False  # stands inside another name: the town in "Barlow Stadium"

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise ValueError(f"mention {self.text!r} cannot stand at {self.start}:{self.end}")


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A value that is no entity: a date, a number, a title, quoted words."""

    value: str
    datatype: str = "xsd:string"  # a curie; an IRI where value and datatype stand in the graph as they are
    start: int | None = None  # where it stands in the text, if it does
    end: int | None = None
    language: str = ""


@dataclass(frozen=True, slots=True, order=True)
class StatementRef:
    """A proposition as argument: what somebody says, opposes, fears or wants."""

    id: str
    label: str  # readable, "Amazon sells Rekognition"
    start: int  # of the proposition's own words
    end: int


Argument = Mention | Literal | StatementRef


@dataclass(frozen=True, slots=True, order=True)
class Predicate:
    """A relation of the ontology (`kg:sells`), one minted from the words of the text (`kgo:keepUpWith`), or the IRI
    of one that a file of triples uses.
    """

    name: str
    text: str  # the relation in the words of the text
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The sentence that a statement was read from."""

    start: int
    end: int
    quote: str  # == document.text[start:end]
    index: int  # 0-based number of the sentence in its document

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            raise ValueError(f"evidence {self.quote!r} cannot stand at {self.start}:{self.end}")


@dataclass(frozen=True, slots=True, order=True)
class Time:
    """A time expression and the days it covers, when the document's date tells."""

    text: str
    start: int  # offsets of the expression
    end: int
    start_date: str | None = None  # ISO dates, first and last day
    end_date: str | None = None


def _position(argument: Argument | None) -> object:
    if isinstance(argument, Mention):
        return f"{argument.start}-{argument.end}"
    if argument is None:
        return ""
    if isinstance(argument, StatementRef):
        return argument.id
    if isinstance(argument, Literal) and argument.start is None:
        return argument.value
    return f"{argument.start}-{argument.end}"


@dataclass(frozen=True, slots=True)
class Statement:
    """One proposition as expressed in one sentence. Stating it does not assert the triple: see `status`.

    `id` hashes what stands in the text and not the entities it is resolved to, so a merge or a rename keeps it.
    """

    document: str  # Document.id
    subject: Mention
    predicate: Predicate
    object: Argument | None  # None: a one-place relation, "The dam broke."
    evidence: Evidence
    roles: tuple[tuple[str, Argument], ...] = ()  # ("recipient", mention), ..., sorted
    mode: Mode = Mode.FACTUAL
    polarity: Polarity = Polarity.POSITIVE
    is_attributed: bool = False  # true also when nobody is named: "allegedly"
    attributed_to: tuple[Mention, ...] = ()  # the innermost named holders
    relayed_by: tuple[Mention, ...] = ()  # who passed their words on, outermost first
    cue: str = ""  # the words that mark attribution, negation or mode
    time: Time | None = None
    confidence: float = 0.5
    extractor: str = ""  # the rule that read it
    derived_from: str | None = None  # id of the statement that this one is a projection of
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if (self.attributed_to or self.relayed_by) and not self.is_attributed:
            raise ValueError("a statement with a holder is attributed")
        relation = _local_name(self.predicate.name)
        spoken = slug(f"{_spoken(self.subject)} {relation} {_spoken(self.object)}", 48)
        parts = [
            self.document,
            _position(self.subject),
            self.predicate.name,
            self.predicate.start,
            _position(self.object),
            *(f"{role}={_position(value)}" for role, value in self.roles),
            self.mode,
            self.polarity,
            self.is_attributed,
            *(_position(holder) for holder in self.attributed_to),
        ]
        object.__setattr__(self, "id", f"{spoken}-{digest(*parts)}")

    @property
    def status(self) -> Status:
        """Computed, never chosen: the trust rule starts here."""
        return status_of(self.mode, self.polarity, self.is_attributed)

    @property
    def label(self) -> str:
        """The proposition in a few words, as the text has them."""
        return " ".join(x for x in (self.subject.text, self.predicate.text, argument_text(self.object)) if x)


_NAMESPACE = re.compile(r".*[:/#]", re.DOTALL)


@lru_cache(maxsize=10_000)
def _local_name(name: str) -> str:
    return _NAMESPACE.sub("", name)


def _spoken(argument: Argument | None) -> str:
    """An argument in the name of its statement; in a file of triples things stand as IRIs, and their names say more."""
    if isinstance(argument, Mention) and ":" in argument.text and _IRI.match(argument.text):
        return argument.name or argument.text
    return argument_text(argument)


_IRI = re.compile(r"_:|urn:|[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def argument_text(argument: Argument | None) -> str:
    """An argument as a reader would say it."""
    if argument is None:
        return ""
    if isinstance(argument, Literal):
        return argument.value
    return argument.label if isinstance(argument, StatementRef) else argument.text


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says: what extract hands to resolve and rdf."""

    document: Document
    mentions: tuple[Mention, ...] = ()  # every mention of every cluster, sorted
    sentences: tuple[Evidence, ...] = ()
    statements: tuple[Statement, ...] = ()  # in reading order
    furniture: int = 0  # of the sentences: lines of the page, in which nothing is read
    unread: int = 0  # characters of sentences that are too long to be read


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """The same thing in a list of known things. Two things of one list are two things."""

    source: str  # the list: "GeoNames", the name of a user's file
    id: str  # which thing of it
    addresses: tuple[str, ...] = ()  # its IRIs elsewhere, if it has any
    confidence: float = 1.0
    why: str = ""
    codes: tuple[tuple[str, str], ...] = ()  # ("kg:isoCode", "US-OR"), ...
    name: str = ""  # what the list calls it, where that shall be its name here
    type: str = ""  # its class, where the list shall decide it


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """One real thing. `id` is the tail of its IRI."""

    id: str
    label: str
    type: str = "kg:Entity"
    aliases: tuple[str, ...] = ()  # other names that the texts use, sorted
    kind: MentionKind = MentionKind.NAME  # NAME if any text names it
    same_as: tuple[str, ...] = ()  # IRIs of the same thing elsewhere
    links: tuple[Link, ...] = ()  # where they come from, and what else the lists tell


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A name in a document, and the entity that it was published as: a line of the ledger."""

    entity: str  # Entity.id
    document: str  # Document.id; "" for a concept, which is one in all documents
    start: int  # of its first mention: two things of one document may bear one name
    name: str  # in normal form
    type: str = ""
    formerly: tuple[str, ...] = ()  # other entities that it was published as, the oldest first
    is_present: bool = True  # its document was in the last build


@dataclass(frozen=True, slots=True, order=True)
class Contribution:
    """What one document tells of an entity, and why it is taken to mean that entity."""

    entity: str  # Entity.id
    document: str  # Document.id
    type: str  # the class that its mentions tell
    mentions: int
    joined: str = ""  # the document of the name that it was joined to; "" for the first
    probability: float = 1.0  # that the two are one
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two entities that may be one."""

    one: str  # Entity.id
    other: str
    why: str
    probability: float = 0.5


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who: the entities, and the entity that each cluster of each document is."""

    entities: tuple[Entity, ...]  # sorted by id
    entity_by_cluster: dict[tuple[str, int], Entity]  # (document id, cluster)
    doubtful: tuple[Doubt, ...] = ()
    contributions: tuple[Contribution, ...] = ()  # to the entities that a text names
    anchors: tuple[Anchor, ...] = ()  # the ledger after this resolution
    replaced: tuple[tuple[str, str], ...] = ()  # id of an entity that is no more, id of the one that it is now
    different: tuple[tuple[str, str], ...] = ()  # ids of entities that were judged to be two
    judged: tuple[tuple[str, str], ...] = ()  # id of an entity, and what a person made of it, in words
    ignored: tuple[str, ...] = ()  # judgements that match nothing, in words

    def entity(self, document: str, mention: Mention) -> Entity:
        """The entity that a mention refers to."""
        return self.entity_by_cluster[document, mention.cluster]
