"""The triples of what readings speak of: documents, entities, open relations, runs and doubts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from kg.model import Contribution, Document, Doubt, Entity, MentionKind, Predicate, digest
from kg.rdf.labels import relation_label
from kg.rdf.literals import literal
from kg.rdf.names import LABEL, TYPE, Names, clean, outer_iri, term, web_iri


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


def document_values(document: Document) -> Iterator[tuple[str, NamedNode | Literal]]:
    """What a reader would cite, the text and its hash, by property."""
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
    yield from ((property, Literal(clean(text))) for property, text in texts.items() if text)
    if document.published:
        is_date = published.datatype == term("xsd:date")
        yield ("dcterms:issued", published) if is_date else ("dcterms:date", Literal(clean(document.published)))
    if document.url:
        yield "schema:url", address or Literal(clean(document.url))


def open_relation(iri: NamedNode, predicate: Predicate) -> Iterator[Triple]:
    """Yield what makes a relation of the text's own words one of the graph."""
    yield Triple(iri, TYPE, term("kg:OpenRelation"))
    yield Triple(iri, TYPE, term("kg:Relation"))
    yield Triple(iri, LABEL, Literal(relation_label(predicate.name)))


def given_relation(iri: NamedNode, predicate: Predicate) -> Iterator[Triple]:
    """Yield what makes a property of another vocabulary a relation of the graph."""
    yield Triple(iri, TYPE, term("kg:GivenRelation"))
    yield Triple(iri, TYPE, term("kg:Relation"))
    yield Triple(iri, LABEL, Literal(clean(predicate.text)))


def entity_triples(iri_of_entity: NamedNode, entity: Entity) -> Iterator[Triple]:
    """Yield the class, the names and the links of an entity; an unresolved pronoun says so by its class."""
    kind = "kg:Unresolved" if entity.kind is MentionKind.PRONOUN else entity.type
    yield Triple(iri_of_entity, TYPE, term(kind))
    yield Triple(iri_of_entity, LABEL, Literal(clean(entity.label)))
    for alias in entity.aliases:
        if alias != entity.label:
            yield Triple(iri_of_entity, term("skos:altLabel"), Literal(clean(alias)))
    is_named = "true" if entity.kind is MentionKind.NAME else "false"
    yield Triple(iri_of_entity, term("kg:isNamed"), literal(is_named, "xsd:boolean"))
    for address in entity.same_as:
        if address == iri_of_entity.value:
            continue  # a file of triples named the thing as kg does
        yield Triple(iri_of_entity, term("schema:sameAs"), outer_iri(address) or Literal(clean(address)))


def link_triples(names: Names, entity: Entity) -> Iterator[Triple]:
    """Yield the codes that lists of known things give an entity, and where each link comes from."""
    for link in entity.links:
        for name, code in link.codes:
            yield Triple(names.entity(entity.id), term(name), Literal(clean(code)))
        subject = names.link(digest(entity.id, link.source, link.id))
        yield Triple(subject, TYPE, term("kg:Link"))
        yield Triple(subject, term("kg:linkOf"), names.entity(entity.id))
        yield from (
            Triple(subject, term("kg:linkTo"), iri) for address in link.addresses if (iri := outer_iri(address))
        )
        yield Triple(subject, term("kg:linkSource"), Literal(clean(link.source)))
        yield Triple(subject, term("kg:linkConfidence"), literal(f"{link.confidence:.2f}", "xsd:decimal"))
        yield Triple(subject, term("rdfs:comment"), Literal(clean(link.why)))


def run_triples(iri_of_run: NamedNode, run: Run) -> Iterator[Triple]:
    """Yield what a run was made with."""
    yield Triple(iri_of_run, TYPE, term("kg:Run"))
    yield Triple(iri_of_run, LABEL, Literal(f"{run.program}, {run.model}"))
    yield Triple(iri_of_run, term("kg:program"), Literal(run.program))
    yield Triple(iri_of_run, term("kg:model"), Literal(run.model))
    yield Triple(iri_of_run, term("kg:rules"), Literal(run.rules))


def doubt_triples(names: Names, doubt: Doubt) -> Iterator[Triple]:
    """Yield a pair of entities that may be one, and why."""
    subject = names.doubt(digest(*sorted((doubt.one, doubt.other))))
    yield Triple(subject, TYPE, term("kg:Doubt"))
    yield Triple(subject, term("kg:doubtAbout"), names.entity(doubt.one))
    yield Triple(subject, term("kg:doubtAbout"), names.entity(doubt.other))
    yield Triple(subject, term("kg:probability"), literal(f"{doubt.probability:.2f}", "xsd:decimal"))
    yield Triple(subject, term("rdfs:comment"), Literal(clean(doubt.why)))


def contribution_text(each: Contribution) -> str:
    """What a document tells of an entity, and why it is taken to mean it, in one line.

    >>> contribution_text(Contribution("Gull", "Dam-7e4a9fd9", "kg:Product", 3, "Mill-1a2b3c4d", 0.96, ("same name",)))
    'doc:Dam-7e4a9fd9 · kg:Product 3 · doc:Mill-1a2b3c4d 0.96 · same name'
    """
    told = f"doc:{each.document} · {each.type} {each.mentions}"
    if not each.joined:
        return told
    return clean(f"{told} · doc:{each.joined} {each.probability:.2f} · {'; '.join(each.reasons)}")
