"""Readings and the entities they speak of, as triples: the only maker of IRIs.

docs/model.md shows the layout. In: values of kg.model. Out: pyoxigraph triples, in reading order, some more than once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from pyoxigraph import BlankNode, Literal, RdfFormat, Triple, parse

from kg.model import Reading, Resolution
from kg.rdf.labels import is_several, of_several, relation_label, third_person
from kg.rdf.literals import literal
from kg.rdf.names import (
    BASE,
    KG,
    KGO,
    LABEL,
    TYPE,
    VOCABULARIES,
    Names,
    check_base,
    clean,
    compact,
    escape,
    expand,
    for_xml,
    outer_iri,
    prefixes,
    term,
    web_iri,
)
from kg.rdf.statements import Writer, mentions_of, statements_by_id
from kg.rdf.things import Run, contribution_text, doubt_triples, entity_triples, link_triples, run_triples
from kg.rdf.written import written

__all__ = [
    "BASE",
    "KG",
    "KGO",
    "LABEL",
    "TYPE",
    "VOCABULARIES",
    "Names",
    "Run",
    "Triple",
    "check_base",
    "clean",
    "compact",
    "escape",
    "expand",
    "for_xml",
    "is_several",
    "literal",
    "mentions_of",
    "of_several",
    "ontology_triples",
    "outer_iri",
    "prefixes",
    "relation_label",
    "statements_by_id",
    "term",
    "third_person",
    "triples",
    "triples_of_documents",
    "triples_of_entities",
    "web_iri",
    "written",
]

_CARRIED = {term(f"kg:{name}") for name in ("lemma", "subjectRole", "objectRole", "recipientRole", "colour", "shape")}


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
    documents: set[str] = set()
    for reading in readings:
        documents.add(reading.document.id)
        words = label_by_relation
        yield from triples_of_documents([reading], resolution, run, base=base, reviews=reviews, label_by_relation=words)
    yield from run_triples(Names(base).run(run.id), run)
    yield from triples_of_entities(_named_in(documents, resolution), base=base)


def _named_in(documents: set[str], resolution: Resolution) -> Resolution:
    """The part of a resolution that tells of what some documents name."""
    seen = {entity.id for (document, _), entity in resolution.entity_by_cluster.items() if document in documents}
    return replace(
        resolution,
        entities=tuple(entity for entity in resolution.entities if entity.id in seen),
        contributions=tuple(each for each in resolution.contributions if each.entity in seen),
        doubtful=tuple(doubt for doubt in resolution.doubtful if {doubt.one, doubt.other} <= seen),
    )


def triples_of_documents(
    readings: Iterable[Reading],
    resolution: Resolution,
    run: Run,
    *,
    base: str = BASE,
    reviews: Mapping[str, str] | None = None,
    label_by_relation: Mapping[str, str] | None = None,
) -> Iterator[Triple]:
    """Yield what each of some readings says, with the facts that it asserts."""
    names = Names(base)
    for reading in readings:
        yield from Writer(names, resolution, run, reviews or {}, label_by_relation or {}, reading).triples()


def triples_of_entities(resolution: Resolution, *, base: str = BASE) -> Iterator[Triple]:
    """Yield what a resolution tells of its entities, whichever documents name them."""
    names = Names(base)
    for entity in resolution.entities:
        yield from entity_triples(names.entity(entity.id), entity)
        yield from link_triples(names, entity)
    yield from _identity(names, resolution)


def _identity(names: Names, resolution: Resolution) -> Iterator[Triple]:
    """Why entities are what they are, which of them may be one, and which are no more."""
    for each in resolution.contributions:
        yield Triple(names.entity(each.entity), term("kg:contribution"), Literal(contribution_text(each)))
    for id, words in resolution.judged:
        yield Triple(names.entity(id), term("kg:judged"), Literal(clean(words)))
    for doubt in resolution.doubtful:
        yield from doubt_triples(names, doubt)
    for one, other in resolution.different:
        yield Triple(names.entity(one), term("owl:differentFrom"), names.entity(other))
    for old, new in resolution.replaced:
        yield Triple(names.entity(old), term("dcterms:isReplacedBy"), names.entity(new))


def ontology_triples(folder: Path) -> Iterator[Triple]:
    """Yield the vocabulary that the graph carries along: labels, comments, classes; not the rules that read text."""
    for path in sorted(folder.glob("*.ttl")):
        if path.name == "shapes.ttl":
            continue
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            is_rule = quad.predicate.value.startswith(KG) and quad.predicate not in _CARRIED
            if not (is_rule or isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)):
                yield Triple(quad.subject, quad.predicate, quad.object)
