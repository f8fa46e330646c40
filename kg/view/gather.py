"""Reads what the page tells from the store.

In comes the store, out comes a `Content`; nothing is chosen or drawn here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.rdf import KGO, of_several, third_person
from kg.rdf.names import ROLES
from kg.store import select
from kg.view.content import (
    KG,
    ClassTerm,
    Content,
    DocumentCard,
    EntityCard,
    Mention,
    RelationTerm,
    Reported,
    Sentence,
    Value,
)

_ENTITY = "rdf:type rdfs:label skos:altLabel schema:sameAs owl:sameAs kg:isNamed kg:mentionedIn"
_STATEMENT = """rdf:subject rdf:predicate rdf:object kg:status kg:mode kg:polarity kg:attributedTo kg:relayedBy
 kg:cue kg:evidence kg:subjectSpan kg:relationSpan kg:objectSpan kg:confidence kg:extractor
 kg:timeText kg:startDate kg:endDate kg:review prov:wasDerivedFrom"""
_SENTENCE = "kg:inDocument kg:begin kg:end kg:sentenceIndex kg:quote"
_DOCUMENT = "rdf:type dcterms:title dcterms:source dcterms:issued dcterms:publisher dcterms:creator schema:url kg:text"
_SPAN = re.compile(r"#char=(\d+),(\d+)$")

Term = ox.NamedNode | ox.Literal | ox.BlankNode
Properties = Mapping[str, tuple[Term, ...]]


def read_content(store: ox.Store) -> Content:
    """Everything the page can tell, by one query a kind of thing."""
    documents = _documents(store)
    sentences = _sentences(store)
    statements = _statements(store)
    return Content(
        entities=_entities(store, statements.values()),
        statements=statements,
        sentences=sentences,
        documents=documents,
        mentions=_mentions(store),
        classes=_classes(store),
        relations=_relations(store, statements.values()),
    )


def _described(store: ox.Store, pattern: str, predicates: str) -> dict[str, Properties]:
    """The named properties of everything that matches the pattern, sorted by IRI and value."""
    query = f"SELECT ?x ?p ?o {{ {pattern} VALUES ?p {{ {predicates} }} ?x ?p ?o }}"
    found: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in select(store, query):
        found[subject.value][_local(predicate.value)].append(value)
    return {
        iri: {name: tuple(sorted(values, key=lambda term: term.value)) for name, values in sorted(found[iri].items())}
        for iri in sorted(found)
    }


def _local(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]


def _first(properties: Properties, name: str, default: str = "") -> str:
    values = properties.get(name, ())
    return values[0].value if values and not isinstance(values[0], ox.BlankNode) else default


def _all(properties: Properties, *names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.value for name in names for term in properties.get(name, ())))


def _entities(store: ox.Store, statements: Iterable[Reported]) -> dict[str, EntityCard]:
    described = _described(store, "FILTER EXISTS { ?x kg:mentionedIn ?anywhere }", _ENTITY)
    cards = {iri: _entity(iri, properties) for iri, properties in described.items()}
    for statement in statements:  # whoever is spoken of has a card, even one that nothing else describes
        for iri in (statement.subject, *statement.holders, *statement.relayed_by):
            cards.setdefault(iri, EntityCard(iri, _words(iri), f"{KG}Entity"))
    return dict(sorted(cards.items()))


def _entity(iri: str, properties: Properties) -> EntityCard:
    types = [name for name in _all(properties, "type") if name.startswith(KG)]
    label = _first(properties, "label") or _words(iri)
    return EntityCard(
        iri,
        label,
        types[0] if types else f"{KG}Entity",
        tuple(name for name in _all(properties, "altLabel") if name != label),
        _all(properties, "sameAs"),
        _first(properties, "isNamed", "true") == "true",
        _all(properties, "mentionedIn"),
    )


def _words(iri: str) -> str:
    """A readable name for something without a label.

    >>> _words("https://example.org/kg/open#keepUpWith")
    'keep Up With'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", _local(iri).replace("_", " ")) or iri


def _documents(store: ox.Store) -> dict[str, DocumentCard]:
    return {
        iri: DocumentCard(
            iri,
            _first(properties, "title") or _words(iri),
            _first(properties, "source"),
            _first(properties, "url"),
            _first(properties, "issued"),
            _first(properties, "publisher"),
            _first(properties, "creator"),
            _first(properties, "text"),
            is_data=f"{KG}DataFile" in _all(properties, "type"),
        )
        for iri, properties in _described(store, "?x a kg:Document .", _DOCUMENT).items()
    }


def _sentences(store: ox.Store) -> dict[str, Sentence]:
    return {
        iri: Sentence(
            iri,
            _first(properties, "inDocument"),
            int(_first(properties, "sentenceIndex", "0")),
            int(_first(properties, "begin", "0")),
            _first(properties, "quote"),
        )
        for iri, properties in _described(store, "?x a kg:Sentence .", _SENTENCE).items()
    }


def _mentions(store: ox.Store) -> dict[str, list[Mention]]:
    query = """SELECT ?document ?begin ?end ?entity {
      ?x a kg:Mention ; kg:inDocument ?document ; kg:begin ?begin ; kg:end ?end ; kg:refersTo ?entity }"""
    found: dict[str, list[Mention]] = defaultdict(list)
    for document, begin, end, entity in select(store, query):
        found[document.value].append(Mention(int(begin.value), int(end.value), entity.value))
    return {iri: sorted(found[iri]) for iri in sorted(found)}


def _statements(store: ox.Store) -> dict[str, Reported]:
    roles = " ".join(f"kg:{role}" for role in ROLES)
    described = _described(store, "?x a kg:Statement .", f"{_STATEMENT} {roles}")
    return {iri: _statement(iri, properties) for iri, properties in described.items() if "subject" in properties}


def _statement(iri: str, properties: Properties) -> Reported:
    status = _local(_first(properties, "status", "Claimed")).lower()
    if _local(_first(properties, "review")) == "Rejected":
        status = "rejected"
    return Reported(
        iri,
        _first(properties, "subject"),
        _first(properties, "predicate"),
        _value(properties, "object"),
        status,
        _first(properties, "evidence"),
        mode=_local(_first(properties, "mode", "Factual")).lower(),
        is_negative=_local(_first(properties, "polarity")) == "Negative",
        holders=_all(properties, "attributedTo"),
        relayed_by=_all(properties, "relayedBy"),
        cue=_first(properties, "cue"),
        subject_span=_span(_first(properties, "subjectSpan")),
        relation_span=_span(_first(properties, "relationSpan")),
        object_span=_span(_first(properties, "objectSpan")),
        roles=_roles(properties),
        time=_first(properties, "timeText"),
        start_date=_first(properties, "startDate"),
        end_date=_first(properties, "endDate"),
        confidence=float(_first(properties, "confidence", "0")),
        rule=", ".join(_all(properties, "extractor")),
        derived_from=_first(properties, "wasDerivedFrom"),
    )


def _value(properties: Properties, name: str) -> Value | None:
    """The object; None for a relation of one place, which the graph writes as `true`."""
    terms = properties.get(name, ())
    if not terms:
        return None
    return _argument(terms[0]) if terms[0] != ox.Literal(True) else None


def _argument(term: Term) -> Value:
    return Value(term.value, is_literal=isinstance(term, ox.Literal))


def _roles(properties: Properties) -> tuple[tuple[str, Value], ...]:
    return tuple((role, _argument(term)) for role in ROLES for term in properties.get(role, ()))


def _span(iri: str) -> tuple[int, int] | None:
    """Begin and end as a passage's IRI tells them.

    >>> _span("https://example.org/kg/doc/Harbour-1f#char=22,26")
    (22, 26)
    """
    found = _SPAN.search(iri)
    return (int(found[1]), int(found[2])) if found else None


def _classes(store: ox.Store) -> dict[str, ClassTerm]:
    described = _described(store, "?x a owl:Class .", "rdfs:label kg:colour kg:shape")
    return {
        iri: ClassTerm(iri, _first(found, "label") or _words(iri), _first(found, "colour"), _first(found, "shape"))
        for iri, found in described.items()
    }


def _relations(store: ox.Store, statements: Iterable[Reported]) -> dict[str, RelationTerm]:
    used = {statement.predicate for statement in statements}
    labels = _described(store, "?x a kg:Relation .", "rdfs:label")
    words = {iri: _first(labels.get(iri, {}), "label") or _words(iri) for iri in sorted(used)}
    return {
        iri: RelationTerm(iri, _spoken(iri, label), of_several(label, is_base=iri.startswith(KGO)))
        for iri, label in words.items()
    }


def _spoken(iri: str, words: str) -> str:
    """The words of a relation between two names; an open relation is labelled with the base of its verb."""
    return third_person(words) if iri.startswith(KGO) else words
