"""The stages composed: articles in, readings out, one at a time and in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language

from kg.annotate.pipeline import DEFAULT_MODEL, annotate, load
from kg.extract.statements import extract
from kg.model import Document, Reading
from kg.ontology import Ontology


def readings(documents: Iterable[Document], nlp: Language, ontology: Ontology) -> Iterator[Reading]:
    """Yield what each document says, in the order given."""
    for document, doc in annotate(documents, nlp):
        yield extract(document, doc, ontology)


__all__ = ["DEFAULT_MODEL", "load", "readings"]
