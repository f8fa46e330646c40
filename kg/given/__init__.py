"""Files of triples: their bytes in, a Document whose lines are the triples out; and what these lines state."""

from kg.given.reading import reading_of
from kg.given.triples import SUFFIXES, documents_of
from kg.given.vocabulary import local_name

__all__ = ["SUFFIXES", "documents_of", "local_name", "reading_of"]
