"""Names: placeholder until the names module lands."""

from spacy.tokens import Doc


def annotate_names(doc: Doc) -> None:
    """Does nothing yet."""
