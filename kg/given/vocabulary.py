"""What the properties and classes of other vocabularies mean here, from ontology/lexicon/given/ and the ontology."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from kg import tables
from kg.naming import rows
from kg.ontology import Ontology

_OLD_SCHEMA, _SCHEMA = "http://schema.org/", "https://schema.org/"
_OPEN = "https://example.org/kg/open#"
_OWN = (  # of what the graph says of itself; what else a file says with them stands in the open namespace
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/2000/01/rdf-schema#",
    "http://www.w3.org/2002/07/owl#",
    "http://www.w3.org/ns/prov#",
    "https://example.org/kg/ontology#",
    _OPEN,
)


@dataclass(frozen=True, slots=True)
class Property:
    """What a property says of a thing: a name, an alias, a class, an address; "" if it only relates."""

    part: str = ""
    relation: str = ""  # what it becomes here; "" keeps its own IRI
    rank: int = 0  # of names: the least is the best


@cache
def _properties() -> Mapping[str, Property]:
    found = tables.rows(tables.lexicon("given/properties"))
    return {row["property"]: Property(row["part"], row["relation"], int(row["rank"] or 0)) for row in found}


def property_of(iri: str) -> Property:
    """What a property of a file says."""
    return _properties().get(_https(iri), Property())


def _https(iri: str) -> str:
    return _SCHEMA + iri.removeprefix(_OLD_SCHEMA) if iri.startswith(_OLD_SCHEMA) else iri


def relation_of(iri: str, ontology: Ontology, *, has_entity: bool) -> str:
    """The relation that a property becomes, by the kind of its object: one of the ontology, or its own IRI."""
    iri = _expanded(iri, ontology)
    name = _compact(_https(iri), ontology)
    declared = name if name in ontology.relations else _equivalents(ontology).get(name, "")
    if declared and _takes(ontology, declared, has_entity):
        return declared
    if given := property_of(iri).relation:
        return given
    return f"kgo:{local_name(iri)}" if iri.startswith(_OWN) else iri


def _takes(ontology: Ontology, name: str, has_entity: bool) -> bool:
    """Whether a relation may have an object of that kind."""
    range = ontology.relations[name].range
    return any(each.startswith("xsd:") is not has_entity for each in range) or not range


@cache
def _equivalents(ontology: Ontology) -> Mapping[str, str]:
    """The relation that the ontology declares for each property of other vocabularies."""
    return {other: name for name, relation in ontology.relations.items() for other in relation.equivalents}


def class_of(iri: str, ontology: Ontology) -> str:
    """The class of kg that a class of a file is; "" if nobody knows."""
    name = _compact(_expanded(iri, ontology), ontology)
    if ontology.is_a(name, "kg:Entity"):
        return name
    listed = _classes().get(_https(iri))
    return listed or _known_types().get(local_name(iri).casefold().replace(" ", ""), "")


@cache
def _classes() -> Mapping[str, str]:
    return {row["class"]: row["kg"] for row in tables.rows(tables.lexicon("given/classes"))}


@cache
def _class_words() -> Mapping[str, str]:
    return {row["class"]: row["word"] for row in tables.rows(tables.lexicon("given/classes"))}


@cache
def _known_types() -> Mapping[str, str]:
    return {row["word"]: row["class"] for row in rows("known_types")}


def class_words(iri: str) -> str:
    """A class in words: "postal address"."""
    return _class_words().get(_https(iri)) or words_of(iri)


def local_name(iri: str) -> str:
    """The last part of an IRI, as it was before it was escaped.

    >>> local_name("http://dbpedia.org/resource/Zo%C3%AB_Quill")
    'Zoë_Quill'
    """
    bare = iri.rstrip("/#")
    return unquote(re.split(r"[/#:]", bare)[-1] or bare)


def own_name(iri: str) -> str:
    """The name in an IRI that kg gave to a thing whose name nothing else bore; "" if it is none.

    >>> own_name("https://example.org/kg/entity/Halden_Systems"), own_name("http://www.wikidata.org/entity/Q42")
    ('Halden Systems', '')
    """
    folder, _, slug = iri.rpartition("/")
    is_name = folder.endswith("/entity") and re.fullmatch(
        r"[^\W\d][^\W\d]+(?:[_&.'-]+[^\W\d]+)*", name := unquote(slug)
    )
    return name.replace("_", " ") if is_name else ""


def words_of(iri: str) -> str:
    """The last part of an IRI as words.

    >>> words_of("http://xmlns.com/foaf/0.1/workplaceHomepage")
    'workplace homepage'
    """
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", local_name(iri))
    return " ".join(re.split(r"[\s_+-]+", spaced)).strip().lower() or iri


def _expanded(iri: str, ontology: Ontology) -> str:
    """An IRI that is written like a prefixed name means that name."""
    prefix, colon, local = iri.partition(":")
    return ontology.prefixes[prefix] + local if colon and prefix in ontology.prefixes else iri


def _compact(iri: str, ontology: Ontology) -> str:
    for prefix, start in ontology.prefixes.items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri
