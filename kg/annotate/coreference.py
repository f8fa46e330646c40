"""Coreference: placeholder until the module lands."""

from spacy.tokens import Doc


def annotate_coreference(doc: Doc) -> None:
    """Does nothing yet."""
