"""Names in a query that the graph has nowhere: most often misspelt, and the reason why nothing is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.query import guard
from kg.query.library import did_you_mean
from kg.rdf import compact, expand, prefixes

MOST = 20  # names looked up

_ABSENT = """SELECT DISTINCT ?name {{
  VALUES ?name {{ {names} }}
  FILTER NOT EXISTS {{ ?name ?p ?o }} FILTER NOT EXISTS {{ ?s ?name ?o }} FILTER NOT EXISTS {{ ?s ?p ?name }}
}}"""
_DECLARED = "SELECT DISTINCT ?name { ?name a ?kind ; rdfs:label ?label FILTER(STRSTARTS(STR(?name), STR(kg:))) }"


def notes(query: str, base: str, iris: Callable[[str], list[str]]) -> Iterator[str]:
    """What is to be said of the names in a query that stand nowhere in the graph.

    `iris` answers a query with one variable: the IRIs that it finds.
    """
    names = list(dict.fromkeys(_names(query, base)))[:MOST]
    absent = set(iris(_ABSENT.format(names=" ".join(f"<{name}>" for name in names)))) if names else set()
    words = [compact(iri, base) for iri in iris(_DECLARED)] if any("#" in name for name in absent) else []
    for name in (name for name in names if name in absent):
        short = compact(name, base)
        yield f"{short} is nowhere in this graph.{did_you_mean(short, words) if short.startswith('kg:') else ''}"


def _names(query: str, base: str) -> Iterator[str]:
    """The IRIs of a query that are of the graph's own namespaces; a prefix that it declares is another's."""
    known = prefixes(base)
    own = tuple(known[prefix] for prefix in ("kg", "ent", "doc", "st"))
    found = [("", ""), ("", ""), *guard.tokens(query)]
    triples = list(zip(found, found[1:], found[2:], strict=False))
    declared = {prefix for first, (_, prefix), (_, name) in triples if first == ("word", "PREFIX") and name == ":"}
    for _, (kind, prefix), (last, name) in triples:
        iri = ""
        if last == "iri":
            iri = name[1:-1]
        elif last == "name" and name.startswith(":") and kind == "word" and prefix not in declared:
            iri = expand(f"{prefix.lower()}{name}", base)
        if iri.startswith(own) and iri not in own:
            yield iri
