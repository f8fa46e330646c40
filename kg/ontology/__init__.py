"""The ontology as plain data: `ontology/*.ttl` in, classes and relations with their labels and frames out."""

from kg.ontology.reading import load
from kg.ontology.terms import KG, Class, Example, Frame, Ontology, Projection, Relation

__all__ = ["KG", "Class", "Example", "Frame", "Ontology", "Projection", "Relation", "load"]
