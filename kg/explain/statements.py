"""What stands behind a fact or claim: statements with their sentences, found by names as people type them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg import lookup
from kg.errors import NotFound
from kg.explain.words import standing
from kg.lookup import Match, normal
from kg.rdf import BASE, TYPE, compact, term
from kg.rdf.names import ROLES

_SPANS = (
    ("subject", "kg:subjectSpan"),
    ("object", "kg:objectSpan"),
    ("role", "kg:roleSpan"),
    ("relation", "kg:relationSpan"),
    ("time", "kg:timeSpan"),
)
_DEEPEST = 3  # propositions in propositions
_RANK = ("asserted", "claimed", "denied", "unrealised")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A part of the sentence: characters of the sentence, and what they are."""

    start: int
    end: int
    kind: str  # subject, relation, object, role, time, cue


@dataclass(frozen=True, slots=True)
class Explained:
    """One statement, with all that a reader needs to judge it."""

    iri: str
    label: str
    status: str  # asserted, claimed, denied, unrealised
    standing: str  # in words: "claimed by Ada Quill"
    is_fact: bool  # asserted, and not rejected by a person
    sentence: str
    marks: tuple[Mark, ...]
    begin: int  # of the sentence in its document
    end: int
    document: str  # IRI
    title: str
    source: str
    published: str
    roles: tuple[tuple[str, str], ...]  # ("recipient", "Ferrow County")
    holders: tuple[str, ...]
    relays: tuple[str, ...]
    time: str
    rules: tuple[str, ...]
    confidence: str
    review: str  # accepted, rejected or nothing
    of: str  # what this is a projection of
    place: str = ""  # where it stands in its document: "characters 12-40", "triple 3"
    cue: str = ""  # the words that tell the standing: "denied", "fears that"
    inner: Explained | None = None  # the proposition that is opposed, argued, feared
    is_given: bool = False  # by a file of triples


@dataclass(frozen=True, slots=True)
class Explanation:
    """The answer to a question such as "Amazon sells Rekognition"."""

    subjects: tuple[Match, ...]
    relations: tuple[Match, ...]
    objects: tuple[Match, ...]
    statements: tuple[Explained, ...]  # facts first

    @property
    def facts(self) -> int:
        """How many of the statements are facts."""
        return sum(each.is_fact for each in self.statements)


def explain(store: Store, subject: str, relation: str = "", object: str = "", *, base: str = BASE) -> Explanation:
    """What the graph says about a subject, a relation of it, or a relation of it to an object.

    Names may be parts, aliases, IRIs or prefixed names in any case; with a subject alone, statements in which it
    is the object or a role count too. Raises NotFound.
    """
    subjects = lookup.entities(store, subject, base)
    relations = lookup.relations(store, relation, base) if relation else []
    about = statements_about(store, [match.iri for match in subjects], with_objects=not (relation or object))
    chosen = [st for st in about if not relations or _one(store, st, "rdf:predicate") in {r.iri for r in relations}]
    objects: list[Match] = []
    if object:
        objects, chosen = _with_object(store, chosen, object, base)
    if not chosen:
        raise NotFound(f"nothing says that {' '.join(filter(None, (subject, relation, object)))!r}.")
    found = _in_order([explained(store, st, base) for st in chosen])
    return Explanation(tuple(subjects), tuple(relations), tuple(objects), tuple(found))


def every(store: Store, *, base: str = BASE) -> Iterator[Explained]:
    """Yield all statements of the graph, in the order of their documents and sentences."""
    found = [
        quad.subject
        for quad in store.quads_for_pattern(None, term("rdf:type"), term("kg:Statement"))
        if isinstance(quad.subject, NamedNode)
    ]
    everything = (explained(store, statement, base, depth=_DEEPEST) for statement in found)
    yield from sorted(everything, key=lambda each: (each.source, each.document, each.begin, each.label, each.iri))


def statements_about(store: Store, iris: Sequence[str], with_objects: bool = True) -> list[NamedNode]:
    """The statements whose subject, or also object or role, is one of the things; sorted."""
    properties = ["rdf:subject"]
    if with_objects:
        properties += ["rdf:object", *(f"kg:{role}" for role in ROLES)]
    found = {
        quad.subject.value
        for iri in iris
        for name in properties
        for quad in store.quads_for_pattern(None, term(name), NamedNode(iri))
        if isinstance(quad.subject, NamedNode)
    }
    return [NamedNode(iri) for iri in sorted(found)]


def _with_object(
    store: Store, statements: list[NamedNode], name: str, base: str
) -> tuple[list[Match], list[NamedNode]]:
    """The statements whose object, or a role, or something in the proposition they are about, is the one named."""
    try:
        matches = lookup.entities(store, name, base)
    except NotFound:
        matches = []
    wanted, words = {match.iri for match in matches}, normal(name)
    chosen = [st for st in statements if wanted & things_of(store, st)]
    if not chosen and words:
        chosen = [st for st in statements if f" {words} " in f" {normal(_object_words(store, st))} "]
    return matches, chosen


def things_of(store: Store, statement: NamedNode) -> set[str]:
    """What a statement's object, its roles, and the proposition that it is about name."""
    things = {
        value for role in ("rdf:object", *(f"kg:{role}" for role in ROLES)) for value in _all(store, statement, role)
    }
    inner = [NamedNode(thing) for thing in things if "/statement/" in thing]
    return things.union(*(_all(store, st, side) for st in inner for side in ("rdf:subject", "rdf:object")))


def _object_words(store: Store, statement: NamedNode) -> str:
    return " ".join(_words(store, value) for value in _all(store, statement, "rdf:object"))


def label_of(store: Store, statement: NamedNode) -> str:
    """A statement in words."""
    return _one(store, statement, "rdfs:label")


def explained(store: Store, statement: NamedNode, base: str, depth: int = 0) -> Explained:
    """One statement with all that the graph says of it."""
    passage = NamedNode(_one(store, statement, "kg:evidence"))
    document = NamedNode(_one(store, statement, "kg:document"))
    sentence, begin = _one(store, passage, "kg:quote"), int(_one(store, passage, "kg:begin") or 0)
    status, mode, polarity, review = (
        _one(store, statement, f"kg:{name}").rpartition("#")[2].lower()
        for name in ("status", "mode", "polarity", "review")
    )
    holders = tuple(_words(store, holder) for holder in _all(store, statement, "kg:attributedTo"))
    cue = _one(store, statement, "kg:cue")
    is_given = Quad(document, TYPE, term("kg:DataFile")) in store
    number = int(_one(store, passage, "kg:sentenceIndex") or 0) + 1
    return Explained(
        iri=statement.value,
        label=label_of(store, statement),
        status=status,
        standing=standing(
            "given" if is_given and status == "asserted" else status, mode, polarity == "negative", holders, cue
        ),
        is_fact=status == "asserted" and review != "rejected",
        sentence=sentence,
        marks=_marks(store, statement, sentence, begin, cue),
        begin=begin,
        end=int(_one(store, passage, "kg:end") or 0),
        document=document.value,
        title=_one(store, document, "dcterms:title"),
        source=_one(store, document, "dcterms:source"),
        published=_one(store, document, "dcterms:issued") or _one(store, document, "dcterms:date"),
        roles=tuple(_roles(store, statement)),
        holders=holders,
        relays=tuple(_words(store, relay) for relay in _all(store, statement, "kg:relayedBy")),
        time=_time(store, statement),
        rules=tuple(_all(store, statement, "kg:extractor")),
        confidence=_one(store, statement, "kg:confidence"),
        review=review,
        of=_words(store, _one(store, statement, "prov:wasDerivedFrom")),
        place=f"triple {number:,}" if is_given else f"characters {begin}-{begin + len(sentence)}",
        cue=cue,
        inner=_inner(store, statement, base, depth),
        is_given=is_given,
    )


def _inner(store: Store, statement: NamedNode, base: str, depth: int) -> Explained | None:
    object = _one(store, statement, "rdf:object")
    is_statement = object.startswith(f"{base}statement/") and bool(_one(store, NamedNode(object), "kg:evidence"))
    return explained(store, NamedNode(object), base, depth + 1) if is_statement and depth < _DEEPEST else None


def _roles(store: Store, statement: NamedNode) -> Iterator[tuple[str, str]]:
    for role in ROLES:
        name = _words(store, term(f"kg:{role}").value)
        yield from ((name, _words(store, value)) for value in _all(store, statement, f"kg:{role}"))


def _time(store: Store, statement: NamedNode) -> str:
    words = _one(store, statement, "kg:timeText")
    days = [_one(store, statement, f"kg:{name}") for name in ("startDate", "endDate")]
    span = " to ".join(dict.fromkeys(day for day in days if day))
    return f"{words} ({span})" if span else words


def _marks(store: Store, statement: NamedNode, sentence: str, begin: int, cue: str) -> tuple[Mark, ...]:
    """The parts of the sentence, none over another."""
    marks: list[Mark] = []
    for kind, property in _SPANS:
        for span in _all(store, statement, property):
            start, end = (int(number) - begin for number in span.rpartition("=")[2].split(","))
            marks += _fitting(Mark(start, end, kind), marks, len(sentence))
    for word in dict.fromkeys([cue, *cue.split()]):
        found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence, re.IGNORECASE) if word else None
        if found:
            marks += _fitting(Mark(found.start(), found.end(), "cue"), marks, len(sentence))
    return tuple(sorted(marks))


def _fitting(mark: Mark, marks: list[Mark], size: int) -> list[Mark]:
    is_inside = 0 <= mark.start < mark.end <= size
    return [mark] if is_inside and all(mark.end <= other.start or other.end <= mark.start for other in marks) else []


def _all(store: Store, subject: NamedNode, property: str) -> list[str]:
    return sorted(
        quad.object.value
        for quad in store.quads_for_pattern(subject, term(property), None)
        if isinstance(quad.object, NamedNode | Literal)
    )


def _one(store: Store, subject: NamedNode, property: str) -> str:
    return next(iter(_all(store, subject, property)), "")


def _words(store: Store, value: str) -> str:
    """A thing's label, or a literal's value."""
    if not value.startswith(("http://", "https://", "urn:")):
        return value
    return _one(store, NamedNode(value), "rdfs:label") or compact(value)


def _in_order(found: list[Explained]) -> list[Explained]:
    """Statements of one label side by side, the best established label first."""
    best: dict[str, tuple[object, ...]] = {}
    for each in found:
        best[each.label] = min(best.get(each.label, ranked(each)), ranked(each))
    return sorted(found, key=lambda each: (best[each.label], each.label, ranked(each), _place(each)))


def ranked(each: Explained) -> tuple[object, ...]:
    """What a statement is put in order by: the best established first."""
    rank = _RANK.index(each.status) if each.status in _RANK else len(_RANK)
    return (not each.is_fact, rank, bool(each.of))


def _place(each: Explained) -> tuple[object, ...]:
    return (each.published, each.title, each.begin, each.iri)
