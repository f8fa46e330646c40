"""Graphs that kg itself wrote, as files of triples: facts and entities are taken, its records about texts are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pyoxigraph import NamedNode, Quad

KG = "https://example.org/kg/ontology#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_RECORDS = {  # what holds or describes texts, and what is said of its making
    **{f"{KG}{name}": "passages" for name in ("Passage", "Sentence", "Mention")},
    **{f"{KG}{name}": name.lower() + "s" for name in ("Statement", "Document", "Run", "Doubt", "Link")},
    f"{KG}DataFile": "documents",
    f"{KG}Unresolved": "pronouns that nobody resolved",
}
_OF_ENTITIES = frozenset(f"{KG}{name}" for name in ("mentionedIn", "isNamed", "contribution", "judged"))
_REPLACED = "http://purl.org/dc/terms/isReplacedBy"
_TEACHING = frozenset(f"{KG}{name}" for name in ("lemma", "frame"))
_VOCABULARIES = (KG, "https://example.org/kg/open#", "https://example.org/kg/ontology")


def teaches(quads: Sequence[Quad]) -> bool:
    """Whether a file tells kg how to read relations, and nothing of the world."""
    return any(quad.predicate.value in _TEACHING for quad in quads) and not any(
        quad.predicate.value == f"{KG}mentionedIn" for quad in quads
    )


def without_records(quads: Sequence[Quad]) -> tuple[list[Quad], Counter[str]]:
    """The triples that state something, and how many of what were left out; all, if kg wrote none of them."""
    kinds: dict[object, str] = {
        quad.subject: _RECORDS[quad.object.value]
        for quad in quads
        if quad.predicate.value == _TYPE and isinstance(quad.object, NamedNode) and quad.object.value in _RECORDS
    }
    if not kinds:
        return list(quads), Counter()
    kept: list[Quad] = []
    left_out = Counter[str]()
    for quad in quads:
        if (kind := kinds.get(quad.subject) or kinds.get(quad.object) or _kind(quad)) is None:
            kept.append(quad)
        else:
            left_out[kind] += 1
    return kept, left_out


def _kind(quad: Quad) -> str | None:
    """What a triple of an entity or of the vocabulary records, if it states nothing."""
    if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(_VOCABULARIES):
        return "the vocabulary"
    is_unnamed = quad.predicate.value == f"{KG}isNamed" and getattr(quad.object, "value", "") == "false"
    if (quad.predicate.value in _OF_ENTITIES and not is_unnamed) or quad.predicate.value == _REPLACED:
        return "the naming of entities"
    return None
