"""Reading a batch of documents with the model and the rules: documents in, readings out."""

from __future__ import annotations

from functools import cache

from kg.annotate.pipeline import Language, annotate, load
from kg.extract.statements import extract
from kg.garbage import uncollected
from kg.model import Document, Reading
from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.settings import Settings


def read(batch: list[Document], settings: Settings) -> list[Reading]:
    """What each document of a batch says."""
    nlp, ontology = prepare(settings)
    with uncollected():
        return [extract(document, doc, ontology) for document, doc in annotate(batch, nlp)]


@cache
def prepare(settings: Settings) -> tuple[Language, Ontology]:
    """The model and the rules, loaded once. Raises ModelMissing and InvalidOntology."""
    return load(settings.model), load_ontology(*settings.ontologies)
